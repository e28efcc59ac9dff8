import { Duration } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueEntry } from '../../functions/what-runs.ts';
import { FailureQueue } from './failure-queue.ts';
import { allow } from './function-role.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { Operations } from './operations.ts';

export type WorkQueueProps = {
  /** Its line in functions/what-runs.ts. */
  readonly entry: QueueEntry;
  /** How old the oldest message may be before somebody is told. */
  readonly oldestSeconds: number;
  readonly operations: Operations;
};

/** A queue, its failure queue, and an alarm on both: too old, and given up. Holds ids, never a number or a text. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly failures: FailureQueue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { entry, operations } = props;
    this.failures = new FailureQueue(this, 'Failures', { impact: entry.impact, operations });
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(entry.visibilitySeconds),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.failures, maxReceiveCount: entry.maxReceives },
    });
    new ImpactAlarm(this, 'Waiting', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: ONE_MINUTE, statistic: 'Maximum' }),
      threshold: props.oldestSeconds,
      bad: { of: 3, atLeast: 2 },
      impact: entry.impact,
      runbook: 'a-queue-is-not-worked-off',
      operations,
    });
  }

  /** May put messages in, and not read them. */
  grantSend(grantee: IGrantable): void {
    allow(grantee, ['sqs:SendMessage'], [this.queue.queueArn]);
  }

  /** May work it off: what an event source mapping needs. */
  grantWork(grantee: IGrantable): void {
    allow(
      grantee,
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      [this.queue.queueArn],
    );
  }
}

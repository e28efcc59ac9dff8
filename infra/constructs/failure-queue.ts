import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { Operations } from './operations.ts';

export type FailureQueueProps = {
  /** What it means to a person that something lies here. */
  readonly impact: string;
  readonly operations: Operations;
};

/** Where what could not be done waits for a person: 14 days, encrypted, and never unnoticed. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this, 'Serverless-SQSRedrivePolicy');
    new ImpactAlarm(this, 'Alarm', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: ONE_MINUTE, statistic: 'Maximum' }),
      impact: props.impact,
      runbook: 'something-lies-in-a-failure-queue',
      operations: props.operations,
    });
  }
}

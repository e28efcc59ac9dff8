import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge.ts';
import { FailureQueue } from '../constructs/failure-queue.ts';
import type { Operations } from '../constructs/operations.ts';
import { PageRung } from '../constructs/page-rung.ts';
import { StaffTopic } from '../constructs/staff-topic.ts';
import type { Stage } from '../stages/stage-schema.ts';

export type StaffStackProps = StackProps & {
  readonly stage: Stage;
  /** Encrypts the topics. */
  readonly key: IKey;
};

/** How people are reached: care staff by pages, rung by rung, and engineers by alarms. */
export class StaffStack extends Stack {
  /** Carries every event of the program, by ids only. */
  readonly bus: EventBus;
  readonly operations: Operations;

  constructor(scope: Construct, id: string, { stage, key, ...props }: StaffStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const alarms = new StaffTopic(this, 'Alarms', {
      rung: stage.operations,
      publisher: 'cloudwatch.amazonaws.com',
      key,
    });
    this.operations = { topic: alarms, runbookUrl: stage.runbookUrl };
    const undelivered = new FailureQueue(this, 'Undelivered', {
      impact: 'a page or an alarm did not reach its people: a member with a red flag may wait for nobody',
      operations: this.operations,
    });
    acknowledge(undelivered, 'AwsSolutions-SQS3');
    alarms.reach(undelivered);

    this.bus = new EventBus(this, 'Bus', { description: 'What happened in the program, by ids only' });
    stage.staff.rungs.forEach((rung, index, rungs) => {
      new PageRung(this, `Rung${index}`, {
        rung,
        index,
        isLast: index === rungs.length - 1,
        lastRungTelephone: stage.staff.lastRungTelephone,
        bus: this.bus,
        key,
        undelivered,
        operations: this.operations,
      });
    });
  }
}

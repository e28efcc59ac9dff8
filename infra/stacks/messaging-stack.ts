import { Stack, type StackProps } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { FUNCTIONS, QUEUES, type QueueName } from '../../functions/what-runs.ts';
import { attachTriggers } from '../constructs/attach-triggers.ts';
import { LimberFunction } from '../constructs/limber-function.ts';
import type { Operations } from '../constructs/operations.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { sizeOf } from '../function-sizes.ts';
import { grantTo } from '../grants.ts';
import type { Stage } from '../stages/stage-schema.ts';
import type { DataStack } from './data-stack.ts';

export type MessagingStackProps = StackProps & {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly bus: EventBus;
  readonly operations: Operations;
  /** The bundle of all functions: `<name>.handler` for each. */
  readonly code: Code;
};

/** How long a message may wait before somebody is told: replies are awaited, the day's text is not. */
const OLDEST_SECONDS: Readonly<Record<QueueName, number>> = { inbox: 60, urgent: 60, routine: 900 };

/** The functions and queues of functions/what-runs.ts, what triggers them, and what each may do. */
export class MessagingStack extends Stack {
  readonly queues: ReadonlyMap<QueueName, WorkQueue>;
  readonly functions: ReadonlyMap<string, LimberFunction>;

  constructor(scope: Construct, id: string, props: MessagingStackProps) {
    super(scope, id, props);
    const { stage, data, bus, operations } = props;
    this.queues = new Map(
      QUEUES.map((entry) => [
        entry.name,
        new WorkQueue(this, pascalCase(`${entry.name}-queue`), {
          entry,
          oldestSeconds: OLDEST_SECONDS[entry.name],
          operations,
        }),
      ]),
    );
    this.functions = new Map(
      FUNCTIONS.map((entry) => [
        entry.name,
        new LimberFunction(this, pascalCase(entry.name), {
          entry,
          size: sizeOf(entry.name),
          code: props.code,
          logKey: data.platformKey,
          logDays: stage.retention.logDays,
          operations,
        }),
      ]),
    );
    const { queues } = this;
    const { members, secrets } = data;
    for (const fn of this.functions.values()) {
      attachTriggers(fn, { queues, members, operations });
      grantTo(fn, { stage, members, secrets, queues, bus });
    }
  }
}

const pascalCase = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

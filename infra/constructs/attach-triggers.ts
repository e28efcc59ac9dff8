import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { QueueName, Trigger } from '../../functions/what-runs.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { LimberFunction } from './limber-function.ts';
import type { MemberTable } from './member-table.ts';
import type { Operations } from './operations.ts';
import type { WorkQueue } from './work-queue.ts';

export type TriggerSources = {
  readonly queues: ReadonlyMap<QueueName, WorkQueue>;
  readonly members: MemberTable;
  readonly operations: Operations;
};

type TriggerOf<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

/** Sets off a function by what functions/what-runs.ts names, but for routes: they are the edge's. */
export const attachTriggers = (fn: LimberFunction, sources: TriggerSources): void => {
  for (const trigger of fn.entry.triggers) {
    switch (trigger.kind) {
      case 'queue':
        attachQueue(fn, trigger, sources);
        break;
      case 'stream':
        attachStream(fn, trigger, sources);
        break;
      case 'schedule':
        attachSchedule(fn, trigger, sources);
        break;
      case 'route':
        break;
      default: {
        const unknown: never = trigger;
        throw new Error(`no such trigger: ${JSON.stringify(unknown)}`);
      }
    }
  }
  if (fn.entry.triggers.some(({ kind }) => kind === 'stream')) watchStream(fn, sources.operations);
};

const attachQueue = (fn: LimberFunction, trigger: TriggerOf<'queue'>, { queues }: TriggerSources): void => {
  const source = queues.get(trigger.queue);
  if (source === undefined) throw new Error(`functions/what-runs.ts has no queue ${trigger.queue}`);
  source.grantWork(fn.function);
  const mapping = new EventSourceMapping(fn, `From-${trigger.queue}`, {
    target: fn.function,
    eventSourceArn: source.queue.queueArn,
    batchSize: trigger.batchSize,
    maxConcurrency: trigger.maxConcurrency,
    reportBatchItemFailures: true,
  });
  acknowledge(mapping, 'Serverless-LambdaEventSourceMappingDestination');
};

const attachStream = (
  fn: LimberFunction,
  trigger: TriggerOf<'stream'>,
  { members }: TriggerSources,
): void => {
  members.grantStream(fn.function);
  new EventSourceMapping(fn, `Stream-${trigger.carries}`, {
    target: fn.function,
    eventSourceArn: members.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: trigger.batchSize,
    retryAttempts: trigger.retries,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(fn.failures),
    filters: [
      FilterCriteria.filter({
        dynamodb: { NewImage: { relay: { S: FilterRule.isEqual(trigger.carries) } } },
      }),
    ],
  });
};

const watchStream = (fn: LimberFunction, operations: Operations): void => {
  // Lambda counts the age for the function, whichever of its mappings is behind.
  new ImpactAlarm(fn, 'StreamBehind', {
    metric: fn.function.metric('IteratorAge', { period: ONE_MINUTE, statistic: 'Maximum' }),
    threshold: Duration.minutes(1).toMilliseconds(),
    bad: { of: 3, atLeast: 2 },
    impact: fn.entry.impact,
    runbook: 'the-stream-is-behind',
    operations,
  });
};

const attachSchedule = (
  fn: LimberFunction,
  trigger: TriggerOf<'schedule'>,
  { operations }: TriggerSources,
): void => {
  const every = Duration.minutes(trigger.everyMinutes);
  new Rule(fn, 'Schedule', {
    schedule: Schedule.rate(every),
    targets: [
      new LambdaFunction(fn.function, {
        deadLetterQueue: fn.failures,
        // The next run does what this one would have done.
        maxEventAge: Duration.minutes(1),
        retryAttempts: 0,
      }),
    ],
  });
  new ImpactAlarm(fn, 'DidNotRun', {
    metric: fn.function.metricInvocations({ period: Duration.minutes(trigger.everyMinutes * 5) }),
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    isSilenceBad: true,
    impact: fn.entry.impact,
    runbook: 'the-schedule-did-not-run',
    operations,
  });
};

import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Row } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { QueueName } from '../../functions/what-runs.ts';
import type { LimberFunction } from './limber-function.ts';
import type { PublicApi } from './public-api.ts';
import type { WorkQueue } from './work-queue.ts';

export type ProgramDashboardProps = {
  readonly stageName: string;
  readonly functions: ReadonlyMap<string, LimberFunction>;
  readonly queues: ReadonlyMap<QueueName, WorkQueue>;
  readonly table: Table;
  readonly api: PublicApi;
};

const EVERY = { period: Duration.minutes(5) };
const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 8, height: 6 });

/** One page that answers: are members being served right now? From the door to the carrier, left to right. */
export class ProgramDashboard extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stageName, functions, queues, table, api }: ProgramDashboardProps,
  ) {
    super(scope, id);
    const each = (metricOf: (fn: LimberFunction) => IMetric): IMetric[] =>
      [...functions.values()].map(metricOf);
    const eachQueue = (metricOf: (queue: WorkQueue) => IMetric): IMetric[] =>
      [...queues.values()].map(metricOf);
    const label = (fn: LimberFunction) => ({ ...EVERY, label: fn.entry.name });

    new Dashboard(this, 'Dashboard', { dashboardName: `limber-${stageName}` }).addWidgets(
      new Row(
        graph('Requests, refused and failed', [
          api.stage.metricCount(EVERY),
          api.stage.metricClientError({ ...EVERY, statistic: 'Sum' }),
          api.stage.metricServerError({ ...EVERY, statistic: 'Sum' }),
        ]),
        graph(
          'Runs',
          each((fn) => fn.function.metricInvocations(label(fn))),
        ),
        graph(
          'Failures',
          each((fn) => fn.function.metricErrors(label(fn))),
        ),
      ),
      new Row(
        graph(
          'Seconds the oldest message waits',
          eachQueue((q) => q.queue.metricApproximateAgeOfOldestMessage(EVERY)),
        ),
        graph('Given up, waiting for a person', [
          ...eachQueue((q) => q.failures.metricApproximateNumberOfMessagesVisible(EVERY)),
          ...each((fn) => fn.failures.metricApproximateNumberOfMessagesVisible(label(fn))),
        ]),
        graph(
          'Milliseconds a run takes, slowest twentieth',
          each((fn) => fn.function.metricDuration({ ...label(fn), statistic: 'p95' })),
        ),
      ),
      new Row(
        graph('Table: written and read', [
          table.metricConsumedWriteCapacityUnits(EVERY),
          table.metricConsumedReadCapacityUnits(EVERY),
        ]),
        graph(
          'Throttled',
          each((fn) => fn.function.metricThrottles(label(fn))),
        ),
        graph('Milliseconds the stream is behind', [
          ...[...functions.values()]
            .filter(({ entry }) => entry.triggers.some(({ kind }) => kind === 'stream'))
            .map((fn) => fn.function.metric('IteratorAge', { ...label(fn), statistic: 'Maximum' })),
        ]),
      ),
    );
  }
}

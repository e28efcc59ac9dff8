import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { QueueName } from '../../functions/what-runs.ts';
import { ImpactAlarm, ONE_MINUTE } from '../constructs/impact-alarm.ts';
import type { LimberFunction } from '../constructs/limber-function.ts';
import type { Operations } from '../constructs/operations.ts';
import { ProgramDashboard } from '../constructs/program-dashboard.ts';
import type { PublicApi } from '../constructs/public-api.ts';
import { SpendAlarm } from '../constructs/spend-alarm.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { Stage } from '../stages/stage-schema.ts';

export type MonitoringStackProps = StackProps & {
  readonly stage: Stage;
  readonly functions: ReadonlyMap<string, LimberFunction>;
  readonly queues: ReadonlyMap<QueueName, WorkQueue>;
  readonly table: Table;
  readonly api: PublicApi;
  readonly operations: Operations;
};

/** Are members being served right now? One dashboard, and the alarms that belong to no single construct. */
export class MonitoringStack extends Stack {
  constructor(scope: Construct, id: string, { stage, table, operations, ...props }: MonitoringStackProps) {
    super(scope, id, props);
    new ProgramDashboard(this, 'Dashboard', { ...props, stageName: stage.name, table });
    new SpendAlarm(this, 'Spend', {
      stageName: stage.name,
      monthlyDollars: stage.monthlyBudgetDollars,
      email: stage.operations.email,
    });
    new ImpactAlarm(this, 'TableThrottled', {
      metric: table.metric('ThrottledRequests', { period: ONE_MINUTE, statistic: 'Sum' }),
      bad: { of: 5, atLeast: 3 },
      impact: 'texts of members are accepted, decided or sent late',
      runbook: 'the-table-is-throttled',
      operations,
    });
    const receives = props.functions.get('receive-text');
    if (stage.silenceHours > 0 && receives !== undefined) {
      new ImpactAlarm(this, 'Silence', {
        metric: receives.function.metricInvocations({ period: Duration.hours(stage.silenceHours) }),
        comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
        isSilenceBad: true,
        impact: 'nobody has texted for hours: texts of members may not reach the program',
        runbook: 'silence',
        operations,
      });
    }
  }
}

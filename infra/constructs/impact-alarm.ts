import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { Operations } from './operations.ts';

export type ImpactAlarmProps = {
  /** What is measured; its period is the length of one data point. */
  readonly metric: IMetric;
  /** What it means to a person, in one sentence. */
  readonly impact: string;
  /** The heading in docs/runbook.md that says what to do, as its anchor. */
  readonly runbook: string;
  readonly operations: Operations;
  /** @default 1 */
  readonly threshold?: number;
  /** @default at least the threshold */
  readonly comparison?: ComparisonOperator;
  /** Out of how many data points so many must be bad. @default 1 of 1 */
  readonly bad?: { readonly of: number; readonly atLeast: number };
  /** Whether no data is bad too. @default false */
  readonly isSilenceBad?: boolean;
};

/** An alarm that says what it means to a person and where to read on; both ends of it are told. */
export class ImpactAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      alarmDescription: `${props.impact}. What to do: ${props.operations.runbookUrl}#${props.runbook}`,
      threshold: props.threshold ?? 1,
      comparisonOperator: props.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: props.bad?.of ?? 1,
      datapointsToAlarm: props.bad?.atLeast ?? 1,
      treatMissingData: props.isSilenceBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(props.operations.topic);
    this.addAlarmAction(action);
    this.addOkAction(action);
  }
}

/** The usual length of a data point. */
export const ONE_MINUTE = Duration.minutes(1);

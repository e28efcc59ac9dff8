import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export type SpendAlarmProps = {
  readonly stageName: string;
  /** What a month may cost on AWS; the carrier bills its texts itself. */
  readonly monthlyDollars: number;
  /** Who is told. */
  readonly email: string;
};

/** Tells when the month's spend will pass its budget, and when it has. */
export class SpendAlarm extends Construct {
  constructor(scope: Construct, id: string, { stageName, monthlyDollars, email }: SpendAlarmProps) {
    super(scope, id);
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100 },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `limber-${stageName}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyDollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [tell('FORECASTED'), tell('ACTUAL')],
    });
  }
}

import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** Where alarms go and where they send their reader. */
export type Operations = {
  /** The topic of the people who look after the machine. */
  readonly topic: ITopic;
  /** docs/runbook.md as a web page. */
  readonly runbookUrl: string;
};

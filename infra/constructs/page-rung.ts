import { type EventBus, EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EventType } from '../../functions/domain/decision.ts';
import type { Rung } from '../stages/stage-schema.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { Operations } from './operations.ts';
import { StaffTopic } from './staff-topic.ts';

export type PageRungProps = {
  readonly rung: Rung;
  /** 0 is the first rung of the ladder. */
  readonly index: number;
  /** The last rung also gets every page above it. */
  readonly isLast: boolean;
  /** Stands in the pages of the last rung. */
  readonly lastRungTelephone: string;
  readonly bus: EventBus;
  readonly key: IKey;
  readonly undelivered: IQueue;
  readonly operations: Operations;
};

const PAGED: EventType = 'StaffPaged.v1';
const ofPage = (field: string): string => EventField.fromPath(`$.detail.${field}`);

/** What stands in a page: words and ids. No number, no words of the member, no symptom: mail is not a safe place. */
const pageText = ({ rung, isLast, lastRungTelephone }: PageRungProps): string =>
  [
    ofPage('firstLine'),
    `Why: ${ofPage('why')}. Tier: ${ofPage('tier')}. Rings now: ${ofPage('rings')}. For: ${rung.name}.`,
    `Escalation ${ofPage('escalationId')} of member ${ofPage('memberId')}, ${ofPage('at')}.`,
    ...(isLast ? [`Nobody has taken this yet? Telephone ${lastRungTelephone}.`] : []),
  ].join('\n');

/** One rung of the ladder: the pages that are meant for it, the topic that reaches it, and an alarm on their way. */
export class PageRung extends Construct {
  constructor(scope: Construct, id: string, props: PageRungProps) {
    super(scope, id);
    const topic = new StaffTopic(this, 'Topic', {
      rung: props.rung,
      publisher: 'events.amazonaws.com',
      key: props.key,
    });
    topic.reach(props.undelivered);
    new Rule(this, 'Pages', {
      eventBus: props.bus,
      eventPattern: { detailType: [PAGED], detail: { rung: rungsOf(props) } },
      targets: [
        new SnsTopic(topic, {
          message: RuleTargetInput.fromMultilineText(pageText(props)),
          deadLetterQueue: props.undelivered,
        }),
      ],
    });
    new ImpactAlarm(this, 'Refused', {
      metric: topic.metricNumberOfNotificationsFailed({ period: ONE_MINUTE }),
      impact: `a page to the ${props.rung.name} was refused by one of its two ways`,
      runbook: 'a-page-was-not-delivered',
      operations: props.operations,
    });
  }
}

/** A page that names no rung goes to the first, and one above the ladder to the last: none falls through. */
const rungsOf = ({ index, isLast }: PageRungProps): unknown[] => [
  ...(isLast ? Match.greaterThanOrEqual(index) : [index]),
  ...(index === 0 ? Match.doesNotExist() : []),
];

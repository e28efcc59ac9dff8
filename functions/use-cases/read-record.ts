import type { Aggregate, DomainEvent } from '../domain/decision.ts';
import { causeSchema, type MemberId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import { epochMilliseconds, type Instant, minutesBetween } from '../domain/time.ts';
import type { Clock, MemberRecord, RecordReader } from '../ports.ts';
import { conversationOf } from './record/conversation-of.ts';
import type { EnrollmentRecord } from './record/record-schema.ts';
import { factsOf } from './record/summary-of.ts';
import { tellEvent } from './record/tell-event.ts';
import { viewEscalation } from './record/view-escalation.ts';
import { questionWords } from './record/waits-for.ts';
import { CONSENT_HOW_WORDS, CONSENT_WORDS } from './record/words.ts';

/** Looking twice within this time is one look: a page that refreshes itself must not flood the ledger. */
const ONE_LOOK_MINUTES = 15;

const aggregateOf = ({ member, escalations }: MemberRecord): Aggregate => {
  const escalation = escalations.find(({ escalationId }) => escalationId === member.hold);
  return escalation ? { member, escalation } : { member };
};

const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }): number =>
  a.at === b.at ? 0 : a.at < b.at ? -1 : 1;

const scoresOf = (events: readonly DomainEvent[]): EnrollmentRecord['scores'] =>
  events.flatMap(({ type, at, detail }) =>
    type === 'ScoreReported.v1' && typeof detail.value === 'number' ? [{ at, value: detail.value }] : [],
  );

/** The whole record of a member in the words of care managers; pure, so that what staff see can be tested. */
export const composeRecord = (program: Program, record: MemberRecord, now: Instant): EnrollmentRecord => {
  const { member } = record;
  const { enrollment, question } = member;
  const events = [...record.events].sort(byTime);
  return {
    ...factsOf(program, aggregateOf(record), now),
    asOf: now,
    isCarrierBlocked: member.consent.isCarrierBlocked,
    ...(member.hold && { hold: member.hold }),
    zones: member.zones,
    zoneSource: member.zoneSource,
    hour: member.hour,
    enrollments: member.enrollments,
    ...(enrollment && { startedAt: enrollment.startedAt }),
    ...(question && {
      question: { kind: question.kind, words: questionWords(question), askedAt: question.askedAt },
    }),
    needsClearance: member.clearanceSince !== undefined,
    scores: scoresOf(events),
    escalations: [...record.escalations]
      .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
      .map((escalation) => viewEscalation(escalation, member)),
    conversation: conversationOf(record),
    events: events.map(tellEvent),
    consents: [...record.consents].sort(byTime).map((entry) => ({
      ...entry,
      words: `${CONSENT_WORDS[entry.action]} ${CONSENT_HOW_WORDS[entry.how]}`,
    })),
  };
};

const viewOf = (memberId: MemberId, by: string, at: Instant): DomainEvent => ({
  type: 'RecordViewed.v1',
  at,
  memberId,
  cause: causeSchema.parse(
    `view-${epochMilliseconds(at)}-${by.replaceAll(/[^0-9A-Za-z]+/g, '-').slice(0, 60)}`,
  ),
  detail: { by },
});

const isSeenLately = (record: MemberRecord, by: string, now: Instant): boolean =>
  record.events.some(
    ({ type, at, detail }) =>
      type === 'RecordViewed.v1' && detail.by === by && minutesBetween(at, now) < ONE_LOOK_MINUTES,
  );

type Deps = {
  readonly records: Pick<RecordReader, 'find' | 'noteView'>;
  readonly clock: Clock;
  readonly program: Program;
};

export type ReadRecord = (memberId: MemberId, viewer: string) => Promise<EnrollmentRecord | undefined>;

/** Reads one record, and writes down who looked: before it is shown, at most once in a quarter of an hour each. */
export const createReadRecord =
  ({ records, clock, program }: Deps): ReadRecord =>
  async (memberId, viewer) => {
    const record = await records.find(memberId);
    if (!record) return undefined;
    const now = clock.now();
    if (!isSeenLately(record, viewer, now)) await records.noteView(viewOf(memberId, viewer, now));
    return composeRecord(program, record, now);
  };

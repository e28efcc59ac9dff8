import type { Aggregate, Due } from './decision.ts';
import type { Member } from './enrollment/member.ts';
import { coachingDate, coachingSlot } from './program/coaching.ts';
import { PROGRAM_DAYS, type Program } from './program/program.ts';
import { datesOf, slotOn } from './program/send-window.ts';
import { addDays24, addLocalDays, atWallTime, type Instant, type LocalDate, latest } from './time.ts';

/** What a member's timer can be for, in the order in which one tick takes them. */
const DUE_FOR = [
  'unconfirmed', // a safety text is not known to be delivered
  'no_contact', // acknowledged, and no contact logged
  'page',
  'follow_up',
  'follow_up_silence',
  'question_silence',
  'review',
  'screen', // the safety screen is to be asked again
  'zip',
  'lapse',
  'reminder',
  'resume',
  'coaching',
] as const;
export type DueFor = (typeof DUE_FOR)[number];
export type DueItem = { readonly for: DueFor; readonly at: Instant };

const LAPSE_AFTER_DAYS = 3;
const REMINDER_AFTER_DAYS = 1;

const item = (dueFor: DueFor, at: Instant | undefined): readonly DueItem[] =>
  at === undefined ? [] : [{ for: dueFor, at }];

const escalationItems = ({ member, escalation }: Aggregate): readonly DueItem[] => {
  const watched = item('unconfirmed', member.unconfirmed?.checkAt);
  if (escalation === undefined || escalation.status === 'closed') return watched;
  const followUp = escalation.followUps[0];
  return [
    ...watched,
    ...item('no_contact', escalation.contactDueAt),
    ...item('page', escalation.status === 'open' ? escalation.page.nextAt : undefined),
    ...item('follow_up', member.consent.is === 'out' ? undefined : followUp?.at),
    ...item('follow_up_silence', escalation.asked?.silenceAt),
    ...item('review', escalation.reviewAt),
  ];
};

const questionItems = ({ question, consent }: Member): readonly DueItem[] => {
  if (question?.kind === 'check') return item('question_silence', question.silenceAt);
  if (question?.kind !== 'screen' || consent.is !== 'in') return [];
  return question.isAsked ? item('question_silence', question.silenceAt) : item('screen', question.askedAt);
};

/** Once, the next day, between 10:00 and 17:00 wherever the member may be. */
const reminderAt = (program: Program, member: Member, askedAt: Instant): Instant | undefined => {
  const { reminderFrom, reminderTo } = program.content.hours;
  const from = datesOf(askedAt, member.zones).toSorted().at(-1);
  if (from === undefined) return undefined;
  const on = addLocalDays(from, REMINDER_AFTER_DAYS);
  return slotOn(on, { from: reminderFrom, to: reminderTo }, reminderFrom, member.zones)?.from;
};

const joiningItems = (program: Program, member: Member): readonly DueItem[] => {
  const { state } = member;
  if (state.status !== 'joining' || member.clearanceSince !== undefined) return [];
  const lapseAt = addDays24(
    state.askedAt,
    state.isReminded ? LAPSE_AFTER_DAYS - REMINDER_AFTER_DAYS : LAPSE_AFTER_DAYS,
  );
  const isReminding = state.step !== 'j1' && !state.isReminded && member.consent.is === 'in';
  return [
    ...item('lapse', lapseAt),
    ...item('reminder', isReminding ? reminderAt(program, member, state.askedAt) : undefined),
  ];
};

/** The day's text, or, when no hour suits every zone, noon, to record why it cannot go. */
const coachingAt = (program: Program, member: Member): Instant | undefined => {
  const { enrollment } = member;
  if (enrollment === undefined || enrollment.nextDay > PROGRAM_DAYS) return undefined;
  const on = coachingDate(member, enrollment);
  return coachingSlot(program.content, member, on)?.from ?? firstNoon(member, on);
};

const firstNoon = (member: Member, on: LocalDate): Instant | undefined => {
  const [zone] = member.zones;
  return zone === undefined ? undefined : atWallTime(on, '12:00' as Member['hour'], zone); // a wall time by form
};

const resumeAt = (program: Program, member: Member): Instant | undefined => {
  const { state } = member;
  if (state.status !== 'paused' || state.until === undefined) return undefined;
  return coachingSlot(program.content, member, state.until)?.from ?? firstNoon(member, state.until);
};

/** Coaching waits for consent, a hold, an open safety question, staff's clearance, and a number that works. */
const isCoachable = (member: Member): boolean =>
  member.consent.is === 'in' &&
  member.hold === undefined &&
  member.question === undefined &&
  member.clearanceSince === undefined &&
  member.reach === 'ok';

const programItems = (program: Program, member: Member): readonly DueItem[] => {
  if (!isCoachable(member)) return [];
  switch (member.state.status) {
    case 'active':
      return [
        ...item('zip', member.zip === 'due' ? member.enrollment?.startedAt : undefined),
        ...item('coaching', coachingAt(program, member)),
      ];
    case 'paused':
      return item('resume', resumeAt(program, member));
    case 'visitor':
    case 'joining':
    case 'lapsed':
    case 'completed':
      return [];
    default:
      return member.state satisfies never;
  }
};

/** Everything that this member's timer waits for. */
const dueItems = (program: Program, aggregate: Aggregate): readonly DueItem[] => {
  const { member } = aggregate;
  const isAsked = member.question !== undefined && member.question.kind !== 'consent';
  const isHeld = member.hold !== undefined || isAsked;
  return [
    ...escalationItems(aggregate),
    ...questionItems(member),
    ...(isHeld ? [] : joiningItems(program, member)),
    ...programItems(program, member),
  ];
};

const isPaced = (dueFor: DueFor): boolean =>
  dueFor === 'coaching' || dueFor === 'reminder' || dueFor === 'resume' || dueFor === 'zip';

/** The one timer of a member: the earliest of all it waits for. */
export const nextDue = (program: Program, aggregate: Aggregate): Due | undefined => {
  const [first] = dueItems(program, aggregate).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return first && { at: first.at, isPaced: isPaced(first.for) };
};

/** What a tick at `now` takes: the first in order of importance among what has come due. */
export const dueNow = (program: Program, aggregate: Aggregate, now: Instant): DueItem | undefined =>
  dueItems(program, aggregate)
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => DUE_FOR.indexOf(a.for) - DUE_FOR.indexOf(b.for))[0];

const SENDS_A_TEXT: readonly DueFor[] = ['follow_up', 'screen', 'zip', 'reminder', 'resume', 'coaching'];

/** When the next text to this member goes if nothing else happens; undefined while none can. */
export const nextTextAt = (program: Program, aggregate: Aggregate, now: Instant): Instant | undefined => {
  const [first, ...rest] = dueItems(program, aggregate)
    .filter((entry) => SENDS_A_TEXT.includes(entry.for))
    .map(({ at }) => at);
  return first === undefined ? undefined : latest(now, [first, ...rest].toSorted()[0] ?? first);
};

import { needAttention } from '../conversation/attention.ts';
import type { Want } from '../conversation/want.ts';
import { change, type Draft, emit, pipe } from '../draft.ts';
import { latestDate } from '../program/coaching.ts';
import { trackSchema } from '../program/program.ts';
import { reply } from '../say.ts';
import { addLocalDays, daysBetween, hoursBetween } from '../time.ts';
import { consentGiven } from './consent.ts';
import type { Joining, JoiningStep, Member } from './member.ts';

const ANSWER_GOOD_FOR_HOURS = 48;
const SCREENS_GOOD_FOR_DAYS = 7;
const JOINING_GOOD_FOR_DAYS = 14;
/** One question more, then a person. */
const UNCLEAR_BEFORE_A_PERSON = 2;

const joiningOf = (draft: Draft): Joining | undefined =>
  draft.member.state.status === 'joining' ? draft.member.state : undefined;

/** Asks a joining question, as a fresh one. */
export const askStep = (draft: Draft, step: JoiningStep): Draft => {
  const before = joiningOf(draft);
  const state: Joining = {
    status: 'joining',
    step,
    startedAt: step === 'j1' ? draft.now : (before?.startedAt ?? draft.now),
    askedAt: draft.now,
    ...(before?.screenedAt === undefined || step === 'j1' || step === 'j2'
      ? {}
      : { screenedAt: before.screenedAt }),
    unclear: 0,
    isReminded: false,
  };
  return reply(change(draft, { state }), step);
};

/** Where a late reply goes on: after 14 days from the start, with screens over 7 days old asked again. */
export const stepToResume = (
  draft: Draft,
  joining: Pick<Joining, 'step' | 'startedAt' | 'screenedAt'>,
): JoiningStep => {
  if (daysBetween(joining.startedAt, draft.now) > JOINING_GOOD_FOR_DAYS) return 'j1';
  if (joining.step === 'j1' || joining.step === 'j2') return joining.step;
  const screenedAt = joining.screenedAt ?? joining.startedAt;
  return daysBetween(screenedAt, draft.now) > SCREENS_GOOD_FOR_DAYS ? 'j2' : joining.step;
};

/** The first day of the program is tomorrow, where the member is. */
const enroll = (draft: Draft, track: Want['value'], isAssumed: boolean): Draft => {
  const count = draft.member.enrollments + 1;
  const named = trackSchema.safeParse(track);
  const enrollment: Member['enrollment'] = {
    id: `e${count}`,
    startedAt: draft.now,
    track: named.success ? named.data : 'first',
    nextDay: 1,
    nextOn: addLocalDays(latestDate(draft.member, draft.now), 1),
    isEasyUsed: false,
    daysDone: 0,
  };
  return pipe(
    change(draft, {
      state: { status: 'active' },
      enrollments: count,
      enrollment,
      ...(draft.member.zoneSource === 'zip' ? {} : { zip: 'due' as const }),
    }),
    (sofar) => reply(sofar, 'j7'),
    (sofar) =>
      emit(sofar, 'MemberEnrolled.v1', { track: enrollment.track, isAssumed, enrollment: enrollment.id }),
  );
};

/** The words of J4, in joining or at any later time: no exercises until a person says so. */
export const needClearance = (draft: Draft): Draft =>
  pipe(
    change(draft, { clearanceSince: draft.member.clearanceSince ?? draft.now }),
    (sofar) => needAttention(sofar, 'clearance'),
    (sofar) => reply(sofar, 'j4_yes'),
  );

const unclear = (draft: Draft, joining: Joining): Draft => {
  const times = joining.unclear + 1;
  const noted = change(draft, { state: { ...joining, unclear: times } });
  if (times < UNCLEAR_BEFORE_A_PERSON) {
    return reply(change(noted, { state: { ...joining, unclear: times, askedAt: draft.now } }), joining.step);
  }
  if (joining.step === 'j5') return needAttention(enroll(noted, 'first', true), 'unclear_answer');
  return times === UNCLEAR_BEFORE_A_PERSON ? needAttention(noted, 'unclear_answer') : noted;
};

const isStale = (draft: Draft, joining: Joining): boolean =>
  (joining.step === 'j2' || joining.step === 'j3' || joining.step === 'j4') &&
  hoursBetween(joining.askedAt, draft.now) > ANSWER_GOOD_FOR_HOURS;

const decline = (draft: Draft): Draft =>
  pipe(
    change(draft, { state: { status: 'lapsed', at: draft.now, why: 'declined' } }),
    (sofar) => reply(sofar, 'declined'),
    (sofar) => emit(sofar, 'MemberLapsed.v1', { why: 'declined' }),
  );

const afterNo = { j2: 'j3', j3: 'j4', j4: 'j5' } as const;

/**
 * The answer to a joining question (CLINICAL, "Joining"). A YES to j2 or j3 never comes here: it is a red flag, and
 * was escalated before.
 */
export const answerJoining = (draft: Draft, joining: Joining, want: Want, sid: string): Draft => {
  if (isStale(draft, joining)) return askStep(draft, stepToResume(draft, joining));
  const { step } = joining;
  switch (step) {
    case 'j1':
      if (want.intent === 'yes') return askStep(consentGiven(draft, sid), 'j2');
      return want.intent === 'no' ? decline(draft) : unclear(draft, joining);
    case 'j2':
    case 'j3':
    case 'j4': {
      if (step === 'j4' && (want.intent === 'yes' || want.marks.includes('screen_condition'))) {
        return needClearance(draft);
      }
      if (want.intent !== 'no') return unclear(draft, joining);
      const screened =
        step === 'j3' ? change(draft, { state: { ...joining, screenedAt: draft.now } }) : draft;
      return askStep(screened, afterNo[step]);
    }
    case 'j5':
      return want.intent === 'track' ? enroll(draft, want.value, false) : unclear(draft, joining);
    default:
      return step satisfies never;
  }
};

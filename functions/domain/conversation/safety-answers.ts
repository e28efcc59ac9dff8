import { change, type Draft, emit, page, pipe, withEscalation } from '../draft.ts';
import { askStep, stepToResume } from '../enrollment/joining.ts';
import type { Enrollment, OpenQuestion } from '../enrollment/member.ts';
import { escalate, sayHeld } from '../escalation/escalate.ts';
import { nextStaffed } from '../escalation/staffed-hours.ts';
import { FLAGS, type Flag } from '../flags.ts';
import { latestDate, shiftedTo } from '../program/coaching.ts';
import { reply } from '../say.ts';
import { addHours, addLocalDays, hoursBetween, type Instant } from '../time.ts';
import type { Reading } from '../triage/reading.ts';
import { needAttention } from './attention.ts';
import { nextInWords } from './change-program.ts';
import type { Want } from './want.ts';

/** What the safety questions name; a YES without a named sign is taken for the strongest of them. */
const J2_FLAGS: readonly Flag[] = ['bladder_bowel', 'numbness', 'leg_weakness'];
const J3_FLAGS: readonly Flag[] = ['fever', 'weight_loss', 'night_pain'];
const UNCLEAR_BEFORE_ESCALATION = 2;
const CHECK_AGAIN_AFTER_HOURS = 24;

/** Silence about these cannot wait for the morning (CLINICAL, "`check`"). */
const URGENT_DOUBTS: readonly Flag[] = ['bladder_bowel', 'numbness', 'leg_weakness', 'fever'];

const silenceAt = (draft: Draft, about: readonly Flag[]): Instant => {
  const inAnHour = addHours(draft.now, 1);
  const isUrgent = about.length === 0 || about.some((flag) => URGENT_DOUBTS.includes(flag));
  return isUrgent ? inAnHour : nextStaffed(draft.program.content.staffing, inAnHour);
};

/** Whether the same doubt was asked about within the day: at most one check a day for the same words. */
export const isCheckedToday = (draft: Draft, reading: Reading): boolean => {
  const last = draft.member.lastCheck;
  return (
    last !== undefined &&
    hoursBetween(last.at, draft.now) < CHECK_AGAIN_AFTER_HOURS &&
    reading.flags.every((flag) => last.flags.includes(flag))
  );
};

/** One plain safety question; coaching waits while it is open. */
export const askCheck = (draft: Draft, about: readonly Flag[]): Draft =>
  pipe(
    change(draft, {
      question: { kind: 'check', askedAt: draft.now, unclear: 0, about, silenceAt: silenceAt(draft, about) },
      lastCheck: { at: draft.now, flags: about },
      safetyAt: draft.now,
    }),
    (sofar) => reply(sofar, 'check', {}, { evenOptedOut: true }),
    (sofar) => emit(sofar, 'SafetyQuestionAsked.v1', { why: 'check', flags: [...about] }),
  );

/** Coaching goes on tomorrow: what was in the way shifted the program. */
export const goOnTomorrow = (draft: Draft): Draft => {
  const { enrollment } = draft.member;
  if (enrollment === undefined) return draft;
  const next: Enrollment = shiftedTo(enrollment, addLocalDays(latestDate(draft.member, draft.now), 1));
  return change(draft, { enrollment: next });
};

/** Back to the joining question that was there, or the daily texts. */
const goOn = (draft: Draft): Draft => {
  const { state } = draft.member;
  if (state.status !== 'joining') return goOnTomorrow(draft);
  return askStep(draft, stepToResume(draft, state));
};

const closed = (draft: Draft, kind: string): Draft =>
  emit(change(draft, { question: undefined }), 'SafetyQuestionAnswered.v1', { kind, answer: 'no' });

type Safety = Extract<OpenQuestion, { kind: 'check' | 'screen' }>;

const answerNo = (draft: Draft, question: Safety): Draft => {
  const answered = closed(draft, question.kind);
  if (draft.member.state.status === 'joining') {
    return goOn(
      question.kind === 'check' ? needAttention(answered, 'check_answered_no') : pastScreens(answered),
    );
  }
  const next = goOnTomorrow(answered);
  if (question.kind === 'check') return reply(needAttention(next, 'check_answered_no'), 'check_no');
  return reply(next, 'resumed', { next: nextInWords(next) });
};

/** A screen answered NO stands for both joining screens: the next question is the one after them. */
const pastScreens = (draft: Draft): Draft => {
  const { state } = draft.member;
  if (state.status !== 'joining' || (state.step !== 'j2' && state.step !== 'j3')) return draft;
  return change(draft, { state: { ...state, step: 'j4', startedAt: draft.now, screenedAt: draft.now } });
};

const answerUnclear = (draft: Draft, question: Safety): Draft => {
  const unclear = question.unclear + 1;
  if (unclear >= UNCLEAR_BEFORE_ESCALATION) {
    if (question.kind === 'screen') return needAttention(draft, 'unclear_answer');
    return escalate(draft, { flags: question.about, evidence: [], isOverdose: false, source: 'check' });
  }
  const key = question.kind === 'screen' && question.why === 'release' ? 'r1' : 'check';
  return reply(change(draft, { question: { ...question, unclear } }), key, {}, { evenOptedOut: true });
};

/** The answer to a safety question. Only a plain NO closes it; YES was escalated by the reading before. */
export const answerSafetyQuestion = (draft: Draft, question: Safety, want: Want): Draft => {
  if (want.intent === 'no') return answerNo(draft, question);
  if (want.intent === 'yes') {
    return escalate(draft, {
      flags: flagsAskedAbout(draft),
      evidence: [],
      isOverdose: false,
      source: 'check',
    });
  }
  return answerUnclear(draft, question);
};

/** What a bare YES, "both" or a number says, by the question that is open. */
export const flagsAskedAbout = (draft: Draft): readonly Flag[] => {
  const { question, state } = draft.member;
  if (question?.kind === 'check' && question.about.length > 0) return question.about;
  if (question === undefined && state.status === 'joining') {
    if (state.step === 'j2') return J2_FLAGS;
    if (state.step === 'j3') return J3_FLAGS;
  }
  return FLAGS.filter((flag) => J2_FLAGS.includes(flag));
};

/** F1 or F2 answered. YES never lifts the hold; NO pages staff that the member still needs help. */
export const answerFollowUp = (draft: Draft, want: Want): Draft | undefined => {
  const { escalation } = draft;
  if (escalation?.asked === undefined || (want.intent !== 'yes' && want.intent !== 'no')) return undefined;
  const { asked, ...rest } = escalation;
  const isReached = want.intent === 'yes';
  const answered = emit(withEscalation(draft, rest), 'FollowUpAnswered.v1', { key: asked.key, isReached });
  return isReached ? sayHeld(answered) : page(reply(answered, 'after_no'), 'follow_up_no');
};

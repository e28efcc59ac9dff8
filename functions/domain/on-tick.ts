import { needAttention } from './conversation/attention.ts';
import { unpause } from './conversation/change-program.ts';
import { change, type Draft, emit, page, pipe, withEscalation } from './draft.ts';
import { type DueFor, dueNow } from './due.ts';
import { escalate } from './escalation/escalate.ts';
import { DAYTIME } from './escalation/follow-ups.ts';
import { climb } from './escalation/ladder.ts';
import { nextStaffed } from './escalation/staffed-hours.ts';
import { latestDate } from './program/coaching.ts';
import { sendDueDay } from './program/send-day.ts';
import { isInside, nextInside } from './program/send-window.ts';
import { ask, saySafety } from './say.ts';
import { addHours, minutesBetween } from './time.ts';

const FOLLOW_UP_SILENCE_HOURS = 1;
const SCREEN_SILENCE_HOURS = 24;
const ZIP_GOOD_FOR_MINUTES = 60;
const REMINDER_GOOD_FOR_HOURS = 7;

const notDelivered = (draft: Draft): Draft => {
  const watched = draft.member.unconfirmed;
  const { escalation } = draft;
  const freed = change(draft, { unconfirmed: undefined });
  if (escalation === undefined) return page(freed, 'not_delivered');
  const isTold = escalation.told.textId === watched?.textId;
  if (!isTold) return page(freed, 'not_delivered');
  const told = { ...escalation.told, delivery: 'not_delivered' } as const;
  // what did not arrive has answered nothing: the same flag again gets the whole text
  return page(withEscalation(freed, { ...escalation, told, answeredAt: {} }), 'not_delivered');
};

/** F1 goes at any hour; an F2 that an outage made late waits for the morning. */
const askFollowUp = (draft: Draft): Draft => {
  const { escalation } = draft;
  const [followUp, ...rest] = escalation?.followUps ?? [];
  if (escalation === undefined || followUp === undefined) return draft;
  if (followUp.key !== 'f1' && !isInside(draft.now, DAYTIME, draft.member.zones)) {
    const at = nextInside(draft.now, DAYTIME, draft.program.content.hours.followUp, draft.member.zones);
    return withEscalation(draft, { ...escalation, followUps: [{ ...followUp, at }, ...rest] });
  }
  const silenceAt = followUp.key === 'f1' ? { silenceAt: addHours(draft.now, FOLLOW_UP_SILENCE_HOURS) } : {};
  const asked = { key: followUp.key, at: draft.now, ...silenceAt };
  return saySafety(withEscalation(draft, { ...escalation, followUps: rest, asked }), followUp.key);
};

const followUpSilence = (draft: Draft): Draft => {
  const { escalation } = draft;
  if (escalation?.asked === undefined) return draft;
  const { key, at } = escalation.asked;
  return climb(draft, { ...escalation, asked: { key, at } }, 'follow_up_silence');
};

const reviewed = (draft: Draft): Draft => {
  const { escalation } = draft;
  if (escalation === undefined) return draft;
  const { reviewAt: _, ...rest } = escalation;
  return page(withEscalation(draft, rest), 'review');
};

const questionSilence = (draft: Draft): Draft => {
  const { question } = draft.member;
  if (question?.kind === 'check') {
    const report = { flags: question.about, evidence: [], isOverdose: false, isSilent: true } as const;
    return escalate(draft, { ...report, source: 'check_silence' });
  }
  if (question?.kind !== 'screen') return draft;
  const { silenceAt: _, ...rest } = question;
  return needAttention(change(draft, { question: rest }), 'screen_unanswered');
};

/** The safety screen again, asked in the daytime; exercises wait for its NO. */
const askScreen = (draft: Draft): Draft => {
  const { question, zones } = draft.member;
  if (question?.kind !== 'screen') return draft;
  const { windowFrom: from, windowTo: to, followUp } = draft.program.content.hours;
  if (!isInside(draft.now, { from, to }, zones)) {
    const askedAt = nextInside(draft.now, { from, to }, followUp, zones);
    return change(draft, { question: { ...question, askedAt } });
  }
  const silenceAt = nextStaffed(draft.program.content.staffing, addHours(draft.now, SCREEN_SILENCE_HOURS));
  const asked = { ...question, isAsked: true, askedAt: draft.now, silenceAt };
  const said = ask(draft, question.why === 'release' ? 'r1' : 'check', 'coaching', addHours(draft.now, 1));
  return emit(change(said, { question: asked, safetyAt: draft.now }), 'SafetyQuestionAsked.v1', {
    why: question.why,
  });
};

const askZip = (draft: Draft): Draft => {
  const startedAt = draft.member.enrollment?.startedAt ?? draft.now;
  const isLate = minutesBetween(startedAt, draft.now) > ZIP_GOOD_FOR_MINUTES;
  if (isLate) return change(draft, { zip: undefined });
  return ask(change(draft, { zip: 'asked' }), 'j6', 'reply', addHours(draft.now, 1));
};

const remind = (draft: Draft): Draft => {
  const { state } = draft.member;
  if (state.status !== 'joining') return draft;
  const reminded = change(draft, { state: { ...state, askedAt: draft.now, isReminded: true } });
  const { reminderFrom: from, reminderTo: to } = draft.program.content.hours;
  if (!isInside(draft.now, { from, to }, draft.member.zones)) return reminded;
  return ask(
    reminded,
    state.step,
    'coaching',
    addHours(draft.now, REMINDER_GOOD_FOR_HOURS),
    'joining_reminder',
  );
};

const lapse = (draft: Draft): Draft => {
  const { state } = draft.member;
  if (state.status !== 'joining') return draft;
  const { status: _, ...was } = state;
  const lapsed = change(draft, { state: { status: 'lapsed', at: draft.now, why: 'silence', was } });
  return emit(lapsed, 'MemberLapsed.v1', { why: 'silence', step: state.step });
};

const escalated = (draft: Draft, why: 'ladder' | 'no_contact'): Draft =>
  draft.escalation === undefined ? draft : climb(draft, draft.escalation, why);

const HANDLERS: Readonly<Record<DueFor, (draft: Draft) => Draft>> = {
  unconfirmed: notDelivered,
  no_contact: (draft) => escalated(draft, 'no_contact'),
  page: (draft) => escalated(draft, 'ladder'),
  follow_up: askFollowUp,
  follow_up_silence: followUpSilence,
  question_silence: questionSilence,
  review: reviewed,
  screen: askScreen,
  zip: askZip,
  lapse,
  reminder: remind,
  resume: (draft) => unpause(draft, latestDate(draft.member, draft.now)),
  coaching: sendDueDay,
};

/** One thing that has come due, the most important first; the rest stays due and comes with the next tick. */
export const onTick = (draft: Draft): Draft => {
  const due = dueNow(draft.program, draft, draft.now);
  return due === undefined ? draft : pipe(draft, HANDLERS[due.for]);
};

import { answerWant, type Heard, join } from './conversation/answer-want.ts';
import { needAttention } from './conversation/attention.ts';
import { nextInWords } from './conversation/change-program.ts';
import { readText } from './conversation/read-text.ts';
import {
  answerFollowUp,
  answerSafetyQuestion,
  askCheck,
  flagsAskedAbout,
  goOnTomorrow,
  isCheckedToday,
} from './conversation/safety-answers.ts';
import type { Want } from './conversation/want.ts';
import { change, type Draft, emit } from './draft.ts';
import { consentGiven, optOut } from './enrollment/consent.ts';
import { answerJoining, askStep, needClearance, stepToResume } from './enrollment/joining.ts';
import { escalate, reopen, sayHeld } from './escalation/escalate.ts';
import { reply } from './say.ts';
import type { InboundText } from './texts/inbound-text.ts';
import type { Reading } from './triage/reading.ts';

const isRedFlag = ({ outcome, flags }: Reading): boolean =>
  outcome === 'escalate' ||
  (outcome === 'check' && flags.some((flag) => flag === 'crisis' || flag === 'emergency'));

const sourceOf = (draft: Draft): 'screen' | 'check' | 'reply' => {
  const { question, state } = draft.member;
  if (question !== undefined && question.kind !== 'consent') return 'check';
  return state.status === 'joining' && (state.step === 'j2' || state.step === 'j3') ? 'screen' : 'reply';
};

const isOptOut = (want: Want, inbound: InboundText): boolean =>
  inbound.optOutType === 'STOP' || (inbound.optOutType === undefined && want.intent === 'opt_out');

/** A red flag, with an opt-out or without: both are honored, by one text (CLINICAL, "Opt-out with a flag"). */
const raise = (draft: Draft, inbound: InboundText, reading: Reading, want: Want): Draft => {
  const stops = isOptOut(want, inbound);
  const out = stops
    ? optOut(draft, { want, sid: inbound.sid, isByCarrier: inbound.optOutType === 'STOP' })
    : draft;
  return escalate(
    { ...out, text: undefined },
    {
      flags: reading.flags.length > 0 ? reading.flags : flagsAskedAbout(draft),
      evidence: reading.evidence,
      isOverdose: reading.isOverdose,
      source: sourceOf(draft),
      isOptOut: stops,
    },
  );
};

/** While held nobody joins; a member who had opted out may give consent again, and stays held. */
const joinHeld = (draft: Draft, heard: Heard): Draft => {
  const joined = join(draft, heard, 'keyword');
  return joined.member.question?.kind === 'consent' ? joined : sayHeld(draft);
};

/** While a red flag is open: what was asked for is done, the answer is the one about the pause, and staff hear of it. */
const answerHeld = (draft: Draft, heard: Heard): Draft => {
  const followedUp = answerFollowUp(draft, heard.want);
  if (followedUp !== undefined) return followedUp;
  if (draft.member.question?.kind === 'consent' && heard.want.intent === 'yes') {
    return sayHeld(consentGiven(change(draft, { question: undefined }), heard.sid));
  }
  const rung = reopen(draft);
  if (heard.want.intent === 'join' || heard.want.intent === 'opt_in') return joinHeld(rung, heard);
  const done = answerWant(rung, heard);
  const isAnsweredAsAsked = ['help', 'nurse', 'language'].includes(heard.want.intent);
  return isAnsweredAsAsked ? done : sayHeld({ ...done, text: undefined });
};

const answerConsent = (draft: Draft, want: Want, sid: string): Draft => {
  if (want.intent === 'yes') {
    const given = goOnTomorrow(consentGiven(change(draft, { question: undefined }), sid));
    const { state } = given.member;
    if (state.status === 'joining') return askStep(given, stepToResume(given, state));
    return reply(given, 'welcome_back', { next: nextInWords(given) });
  }
  if (want.intent === 'no') {
    return change(draft, {
      question: undefined,
      consent: { ...draft.member.consent, is: 'out', at: draft.now },
    });
  }
  return needAttention(draft, 'unclear_answer');
};

/** An unclear answer to a joining screen that names no sign is asked again as that screen. */
const isJustUnclear = ({ member: { state } }: Draft, { flags }: Reading): boolean =>
  flags.length === 0 && state.status === 'joining';

/** A clinician has marked these signs as known, not new. */
const isKnown = ({ member: { known = [] } }: Draft, { flags }: Reading): boolean =>
  flags.length > 0 && flags.every((flag) => known.includes(flag));

/** YES after an opt-out restarts nothing; where a safety screen was open, a person asks what it meant. */
const afterOptOut = (draft: Draft, want: Want): Draft => {
  const { state } = draft.member;
  const isScreenOpen = state.status === 'joining' && (state.step === 'j2' || state.step === 'j3');
  return isScreenOpen && want.intent === 'yes' ? needAttention(draft, 'unclear_answer') : draft;
};

/** A doubt that is not a red flag: one plain question, unless it was asked about today, or nobody may be texted. */
const doubt = (draft: Draft, reading: Reading): Draft => {
  if (draft.member.consent.is === 'out' || isCheckedToday(draft, reading)) {
    return needAttention(reply(draft, 'question'), 'question');
  }
  return askCheck(draft, reading.flags);
};

const isLateJoiner = (draft: Draft): boolean => {
  const { state, consent } = draft.member;
  return state.status === 'lapsed' && state.was !== undefined && consent.is !== 'out';
};

const endsWithAge = (draft: Draft): Draft => {
  const told = reply(draft, 'under_18');
  return emit(
    change(told, { state: { status: 'lapsed', at: draft.now, why: 'under_18' } }),
    'MemberLapsed.v1',
    {
      why: 'under_18',
    },
  );
};

/** Everything that is not a red flag, in the order in which it must not be missed. */
const answer = (draft: Draft, inbound: InboundText, heard: Heard, reading: Reading): Draft => {
  const { question, state, consent, clearanceSince } = draft.member;
  const { want } = heard;
  if (isOptOut(want, inbound)) {
    return optOut(draft, { want, sid: inbound.sid, isByCarrier: inbound.optOutType === 'STOP' });
  }
  if (draft.member.hold !== undefined) return answerHeld(draft, heard);
  if (inbound.optOutType !== undefined || want.intent === 'help' || want.intent === 'nurse') {
    return answerWant(draft, heard);
  }
  if (question?.kind === 'check' || (question?.kind === 'screen' && question.isAsked)) {
    return answerSafetyQuestion(draft, question, want);
  }
  if (reading.outcome === 'check' && !isJustUnclear(draft, reading) && !isKnown(draft, reading))
    return doubt(draft, reading);
  if (want.intent === 'join' || want.intent === 'opt_in') return join(draft, heard, 'keyword');
  if (question?.kind === 'consent') return answerConsent(draft, want, inbound.sid);
  if (consent.is === 'out') return afterOptOut(draft, want);
  if (want.marks.includes('under_18')) return endsWithAge(draft);
  if (isLateJoiner(draft)) return lateReply(draft, heard);
  if (state.status === 'joining' && clearanceSince === undefined && !isCommand(want)) {
    return answerJoining(draft, state, want, inbound.sid);
  }
  if (want.marks.includes('screen_condition') && (state.status === 'active' || state.status === 'paused')) {
    return needClearance(draft);
  }
  return answerWant(draft, heard);
};

/** A reply after the invitation or a question had lapsed goes on from there. */
const lateReply = (draft: Draft, heard: Heard): Draft => {
  const { state } = draft.member;
  if (state.status !== 'lapsed' || state.was === undefined) return draft;
  const joining = { status: 'joining', ...state.was } as const;
  const isAnswer = state.was.step === 'j1' && heard.want.intent === 'yes';
  const back = change(draft, { state: joining });
  return isAnswer ? answerJoining(back, joining, heard.want, heard.sid) : join(back, heard, 'words');
};

/** Wishes that are answered in the middle of joining without taking them for an answer to its question. */
const isCommand = ({ intent }: Want): boolean => intent === 'change_zone' || intent === 'language';

const heardAs = (inbound: InboundText, want: Want): Heard => ({
  want:
    inbound.optOutType === 'HELP'
      ? { ...want, intent: 'help' }
      : inbound.optOutType === 'START'
        ? { ...want, intent: 'opt_in' }
        : want,
  body: inbound.body,
  sid: inbound.sid,
  mediaCount: inbound.mediaCount,
  isAnsweredByCarrier: inbound.optOutType !== undefined,
});

/** A member's text: read for red flags before anything else (law 1), then answered. */
export const onText = (draft: Draft, inbound: InboundText): Draft => {
  const known = change(draft, { lastInboundAt: inbound.receivedAt, reach: 'ok' });
  const heard = readText(draft, inbound);
  if (heard === undefined) {
    return emit({ ...known, decided: { sid: inbound.sid, status: 'decided' } }, 'EchoReceived.v1');
  }
  const { reading, want } = heard;
  const read: Draft = { ...known, decided: { sid: inbound.sid, status: 'decided', reading, want } };
  return isRedFlag(reading)
    ? raise(read, inbound, reading, want)
    : answer(read, inbound, heardAs(inbound, want), reading);
};

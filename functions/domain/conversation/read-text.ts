import type { Draft } from '../draft.ts';
import type { InboundText } from '../texts/inbound-text.ts';
import { hoursBetween } from '../time.ts';
import type { Reading, ReplyContext } from '../triage/reading.ts';
import type { Want } from './want.ts';

const ASKED_INSIDE_A_DAY_TEXT_HOURS = 24;
/** A ZIP or a score is an answer for so long; later it is read without its question. */
const ANSWER_HOURS = 48;

/** The question that a terse answer answers; the safety questions come first. */
const contextOf = (draft: Draft): ReplyContext | undefined => {
  const { question, state, enrollment, zip } = draft.member;
  if (question?.kind === 'check') return 'safety_check';
  if (question?.kind === 'screen' && question.isAsked) return 'screen';
  if (draft.escalation?.asked !== undefined) return 'reached_line';
  if (question?.kind === 'consent') return undefined;
  if (draft.member.consent.is === 'out') return undefined;
  if (state.status === 'joining') {
    if (state.step === 'j2' || state.step === 'j3') return 'screen';
    return state.step === 'j5' ? 'kind_of_pain' : undefined;
  }
  const { scoreAsked } = enrollment ?? {};
  if (scoreAsked && hoursBetween(scoreAsked.at, draft.now) < ANSWER_HOURS) return 'score';
  const isZipFresh = enrollment && hoursBetween(enrollment.startedAt, draft.now) < ANSWER_HOURS;
  return zip === 'asked' && isZipFresh ? 'zip' : undefined;
};

/**
 * The weekly safety text asks inside a day's text: a plain YES within the day answers it. Everything else then is read
 * as ever, since "4" or "did all three" answers the exercises.
 */
const readAsAnswer = (
  draft: Draft,
  words: string,
  context: ReplyContext | undefined,
  want: Want,
): Reading => {
  const { readReply } = draft.program;
  const reading = readReply(words, context);
  const weeklyAskedAt = draft.member.enrollment?.weeklyAskedAt;
  const isAsked = weeklyAskedAt && hoursBetween(weeklyAskedAt, draft.now) < ASKED_INSIDE_A_DAY_TEXT_HOURS;
  const isOther = context !== undefined && context !== 'zip' && context !== 'score';
  if (!isAsked || isOther || reading.outcome === 'escalate' || want.intent !== 'yes') return reading;
  const answer = readReply(words, 'safety_check');
  return answer.outcome === 'escalate' ? answer : reading;
};

/** Evidence names words of the text as it came, also when a quotation of ours was taken out before reading. */
const inOriginal = (reading: Reading, body: string): Reading => ({
  ...reading,
  evidence: reading.evidence.map((entry) => {
    if (body.slice(entry.start, entry.end) === entry.text) return entry;
    const start = body.indexOf(entry.text);
    return start < 0 ? entry : { ...entry, start, end: start + entry.text.length };
  }),
});

/**
 * What a text says, by the question that was open: red flags, and what the member wants. Undefined for our own words
 * sent back with nothing of the member's beside them.
 */
export const readText = (
  draft: Draft,
  inbound: InboundText,
): { readonly reading: Reading; readonly want: Want } | undefined => {
  const { program } = draft;
  const words = program.withoutOwnWords(inbound.body);
  if (words === undefined && inbound.body.trim() !== '' && inbound.mediaCount === 0) return undefined;
  const context = contextOf(draft);
  const want = program.readWant(words ?? '', context);
  return { reading: inOriginal(readAsAnswer(draft, words ?? '', context, want), inbound.body), want };
};

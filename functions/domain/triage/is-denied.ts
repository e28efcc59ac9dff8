import { type Heard, inSentence, overlaps, sentenceOf, standsBetween } from './hear.ts';
import type { Match } from './match-phrase.ts';

const REACH = 7;

const isPauseIn = (heard: Heard, start: number, end: number): boolean =>
  heard.words.slice(start, end).some((word) => word.isAfterPause);

/** "no fever": the denial stands before, in the same clause, and nobody else's clause begins between. */
const coversFromBefore = (heard: Heard, denial: Match, hit: Match, isStrong: boolean): boolean => {
  if (denial.end > hit.start || hit.start - denial.end > REACH) return false;
  if (standsBetween(heard, 'denial.breaks', denial.end, hit.start)) return false;
  if (isStrong) return true;
  if (standsBetween(heard, 'answers.restarts', denial.end, hit.start)) return false;
  const isAnswer = heard.find('answers.no').some((answer) => overlaps(answer, denial));
  return !(isAnswer && isPauseIn(heard, denial.end, denial.end + 1));
};

/** "my leg isnt weak": the denial stands inside. */
const isInside = (denial: Match, hit: Match): boolean => denial.start > hit.start && denial.end < hit.end;

/** "fever none", "fiebre no tengo", "Fever? No." */
const isDeniedAfter = (heard: Heard, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  const follows = (match: Match): boolean => match.start >= hit.end && match.start - hit.end <= 1;
  if (inSentence(heard, 'denial.after', sentence).some(follows)) return true;
  const closes = (match: Match): boolean => {
    const next = heard.words[match.end];
    return next === undefined || next.sentence !== sentence || next.isAfterPause;
  };
  if (inSentence(heard, 'answers.no', sentence).some((match) => match.start === hit.end && closes(match)))
    return true;
  if (!heard.questions.has(sentence)) return false;
  const next = heard.words.findIndex((word) => word.sentence > sentence);
  return next >= 0 && next - hit.end <= 4 && heard.find('answers.no').some((match) => match.start === next);
};

/** Whether the member says that they do not have it. A denial covers its own clause only. */
export const isDenied = (heard: Heard, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  // "dont know why, not dieting": the comma parts what would read "why not".
  const never = inSentence(heard, 'denial.never', sentence).filter(
    (match) => !isPauseIn(heard, match.start + 1, match.end),
  );
  const isReal = (denial: Match): boolean =>
    !never.some((match) => overlaps(match, denial)) &&
    !hit.matched.some((at) => at >= denial.start && at < denial.end);
  const strong = inSentence(heard, 'denial.strong', sentence).filter(isReal);
  if (strong.some((denial) => coversFromBefore(heard, denial, hit, true))) return true;
  const words = inSentence(heard, 'denial.words', sentence);
  const hasOwnDenial = words.some((denial) =>
    hit.matched.some((at) => at >= denial.start && at < denial.end),
  );
  const hasInability = inSentence(heard, 'denial.inability', sentence).some((match) =>
    hit.matched.includes(match.start),
  );
  if (hasOwnDenial) return false;
  const real = words.filter(isReal);
  if (real.some((denial) => isInside(denial, hit))) return true;
  if (hasInability) return false;
  if (real.some((denial) => coversFromBefore(heard, denial, hit, false))) return true;
  return isDeniedAfter(heard, hit);
};

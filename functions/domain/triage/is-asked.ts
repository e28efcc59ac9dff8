import { type Heard, inSentence, overlaps, sentenceOf } from './hear.ts';
import type { Match } from './match-phrase.ts';

/**
 * Whether it is asked about and not reported: "what if I get a fever?", "is numbness normal?". A question about the
 * member's own present symptom ("is it bad that I can't feel my thighs?") reports it.
 */
export const isAsked = (heard: Heard, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  const asks = inSentence(heard, 'asked.asks', sentence);
  const first = heard.words.findIndex((word) => word.sentence === sentence);
  // "can barely breathe" leaves out its "I"; it asks nothing.
  const isUnable = inSentence(heard, 'denial.inability', sentence).some((match) => match.start === first);
  const startsAsked =
    !isUnable && inSentence(heard, 'asked.starts', sentence).some((match) => match.start === first);
  const isQuestion = heard.questions.has(sentence) || asks.length > 0 || startsAsked;
  if (!isQuestion) return false;
  // "101 this morning should i still walk": stated first, then asked.
  const isStatedFirst = !startsAsked && asks.length > 0 && asks.every((ask) => ask.start >= hit.end);
  const before = (match: Match): boolean => match.start <= hit.start;
  if (inSentence(heard, 'asked.worries', sentence).some(before)) return false;
  if (inSentence(heard, 'asked.ifs', sentence).some(before)) return true;
  if (isStatedFirst) return false;
  const selves = inSentence(heard, 'person.self', sentence).filter(
    (self) => self.start < hit.end && !asks.some((ask) => overlaps(ask, self)),
  );
  return selves.length === 0;
};

/** Whether the program's own words are given back: "I read the part about fever". */
export const isQuoted = (heard: Heard, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  const isOwn = inSentence(heard, 'person.self', sentence).some(
    (self) => self.start >= hit.start && self.end <= hit.end,
  );
  return (
    !isOwn &&
    inSentence(heard, 'quoted', sentence).some((match) => match.start < hit.start || match.end >= hit.end)
  );
};

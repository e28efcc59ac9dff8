import { type Heard, inSentence, overlaps, sentenceOf } from './hear.ts';
import type { Match } from './match-phrase.ts';

const within = (inner: Match, outer: Match): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * Whether somebody else has it ("my son has a fever"). The last person named before the symptom has it, unless the
 * words of the symptom say whose it is. "And so do I" makes it the member's own as well.
 */
export const isAboutAnother = (heard: Heard, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  if (heard.find('person.proxy').length > 0) return false;
  if (heard.find('person.also').some((match) => match.start >= hit.start)) return false;
  const neutral = inSentence(heard, 'person.neutral', sentence);
  const others = inSentence(heard, 'person.others', sentence).filter(
    (other) => !neutral.some((match) => overlaps(match, other)),
  );
  const selves = inSentence(heard, 'person.self', sentence).filter(
    (self) => !others.some((other) => overlaps(self, other)),
  );
  if (selves.some((self) => within(self, hit))) return false;
  if (others.some((other) => within(other, hit))) return true;
  const lastBefore = (persons: readonly Match[]): number =>
    Math.max(-1, ...persons.filter((person) => person.end <= hit.start + 1).map((person) => person.start));
  return lastBefore(others) > lastBefore(selves);
};

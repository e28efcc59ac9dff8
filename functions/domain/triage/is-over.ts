import type { Flag } from '../flags.ts';
import { type Heard, inSentence, overlaps, sentenceOf, standsBetween } from './hear.ts';
import type { Match } from './match-phrase.ts';

/** A leg that gave way yesterday, control lost once: no "but I am fine now" takes these away. */
const ONCE_IS_ENOUGH: ReadonlySet<Flag> = new Set(['leg_weakness', 'bladder_bowel', 'crisis', 'emergency']);

/**
 * Whether it is past and over: "had a fever last month, gone now", "used to leak". Words such as "still" or "back
 * again", in the sentence or the next one, make it present.
 */
export const isOver = (heard: Heard, flag: Flag, hit: Match): boolean => {
  const sentence = sentenceOf(heard, hit);
  const nearby = (list: string): readonly Match[] => [
    ...inSentence(heard, list, sentence),
    ...inSentence(heard, list, sentence + 1),
  ];
  // "my appetite is gone": what the symptom itself says does not end it.
  const over = nearby('past.over').filter((match) => !hit.matched.includes(match.end - 1));
  const isStill = nearby('past.still').some(
    (still) => !over.some((match) => overlaps(match, still)) && still.end > hit.start - 6,
  );
  if (isStill) return false;
  if (over.some((match) => isReachedFrom(heard, hit, match))) return true;
  const isRecent = nearby('past.recent').some((match) => match.end <= hit.end || match.start >= hit.end);
  if (isRecent && !ONCE_IS_ENOUGH.has(flag) && over.some((match) => match.start >= hit.end)) return true;
  const ago = inSentence(heard, 'past.ago', sentence);
  return ago.some((match) =>
    match.end <= hit.start ? isReachedBy(heard, match, hit) : isReachedFrom(heard, hit, match),
  );
};

/** Nothing between the two begins another thought ("but", "now"). */
const isReachedBy = (heard: Heard, past: Match, hit: Match): boolean =>
  !standsBetween(heard, 'past.ends', past.end, hit.start) && !overlapsStart(heard, hit);

const isReachedFrom = (heard: Heard, hit: Match, past: Match): boolean =>
  past.end > hit.start && !standsBetween(heard, 'past.ends', hit.end, past.start);

const overlapsStart = (heard: Heard, hit: Match): boolean =>
  heard.find('past.ends').some((match) => match.start <= hit.start && match.end > hit.start);

import type { Match } from './match-phrase.ts';
import type { HeardWord } from './phrase-atoms.ts';
import type { SplitText } from './split-words.ts';

/** A reply as one language hears it: its words, its questions and every phrase found in it. */
export type Heard = {
  readonly words: readonly HeardWord[];
  readonly questions: SplitText['questions'];
  readonly find: (list: string) => readonly Match[];
};

/** True when two stretches of words share a word. */
export const overlaps = (left: Pick<Match, 'start' | 'end'>, right: Pick<Match, 'start' | 'end'>): boolean =>
  left.start < right.end && right.start < left.end;

/** The sentence in which a match stands. */
export const sentenceOf = (heard: Heard, match: Match): number => heard.words[match.start]?.sentence ?? 0;

/** The matches of a list that stand in a sentence. */
export const inSentence = (heard: Heard, list: string, sentence: number): readonly Match[] =>
  heard.find(list).filter((match) => sentenceOf(heard, match) === sentence);

/** Whether a phrase of the list lies wholly between two words. */
export const standsBetween = (heard: Heard, list: string, start: number, end: number): boolean =>
  heard.find(list).some((match) => match.start >= start && match.end <= end);

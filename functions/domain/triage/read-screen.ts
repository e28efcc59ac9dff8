import { type Heard, overlaps } from './hear.ts';
import { isAboutAnother } from './is-about-another.ts';
import { isAsked } from './is-asked.ts';
import { isDenied } from './is-denied.ts';
import { isOver } from './is-over.ts';
import type { Match } from './match-phrase.ts';

/** What an answer to "any of these now?" says, apart from the flags that it names. */
export type ScreenAnswer = 'yes' | 'no' | 'unsure' | 'symptom' | 'none';

const isPresent = (heard: Heard, match: Match): boolean =>
  !(
    isDenied(heard, match) ||
    isOver(heard, 'fever', match) ||
    isAsked(heard, match) ||
    isAboutAnother(heard, match)
  );

/** "Yes", "both", "2", "the leg one" are a yes here; only a plain no is a no. */
export const readScreen = (heard: Heard): ScreenAnswer => {
  const no = heard.find('screen.no');
  const unsure = heard.find('screen.unsure');
  const isFree = (match: Match, others: readonly Match[]): boolean =>
    !others.some((other) => overlaps(match, other));
  const isNamed = (match: Match): boolean =>
    isFree(match, no) && isFree(match, unsure) && !isDenied(heard, match) && !isAsked(heard, match);
  if (heard.find('screen.yes').some((match) => isFree(match, [...no, ...unsure]))) return 'yes';
  if (heard.find('screen.parts').some(isNamed)) return 'yes';
  if (unsure.length > 0) return 'unsure';
  const isPresentHere = (match: Match): boolean => isFree(match, no) && isPresent(heard, match);
  if (heard.find('screen.symptoms').some(isPresentHere)) return 'symptom';
  if (no.length > 0) return 'no';
  return heard.find('screen.vague').length > 0 ? 'unsure' : 'none';
};

import { type Heard, overlaps } from './hear.ts';
import { isDenied } from './is-denied.ts';

/** What an answer to "any of these now?" says, apart from the flags that it names. */
export type ScreenAnswer = 'yes' | 'no' | 'unsure' | 'symptom' | 'none';

/** "Yes", "both", "2", "the leg one" are a yes here; only a plain no is a no. */
export const readScreen = (heard: Heard): ScreenAnswer => {
  const no = heard.find('screen.no');
  const isFree = (list: string): boolean =>
    heard.find(list).some((match) => !no.some((other) => overlaps(match, other)) && !isDenied(heard, match));
  if (isFree('screen.yes')) return 'yes';
  if (isFree('screen.unsure')) return 'unsure';
  if (isFree('screen.symptoms')) return 'symptom';
  return no.length > 0 ? 'no' : 'none';
};

import { type Match, matchPhrase } from './match-phrase.ts';
import { parsePhrase } from './parse-phrase.ts';
import {
  alternativesOf,
  createAtomFinder,
  type Groups,
  type HeardWord,
  type NumberRanges,
} from './phrase-atoms.ts';

export type PhraseBookEntries = {
  readonly groups: Groups;
  readonly numbers: NumberRanges;
  /** Words that may stand between any two words of a phrase. */
  readonly fillers: readonly string[];
  /** The lists of phrases to look for. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** The matches of a list of phrases in one reply; each list is looked up at most once. */
type FindPhrases = (list: string) => readonly Match[];

/** Finds the phrases of its lists in a reply. */
export type PhraseBook = {
  /** Every word that stands in a phrase. */
  readonly vocabulary: ReadonlySet<string>;
  /** `plain` is the spelling's way of writing a word; the words must have been heard by the same spelling. */
  readonly compile: (plain: (word: string) => string) => (words: readonly HeardWord[]) => FindPhrases;
};

const literalsOf = (atom: string, groups: Groups): string[] =>
  alternativesOf(atom, groups)
    .flatMap((alternative) => alternative.split(/\s+/))
    .filter((word) => word !== '' && !word.startsWith('{'))
    .map((word) => word.replace('*', ''));

/** Reads the phrases once; `compile` then binds them to a spelling. */
export const createPhraseBook = ({ groups, numbers, fillers, lists }: PhraseBookEntries): PhraseBook => {
  const phrases = new Map(Object.entries(lists).map(([name, list]) => [name, list.flatMap(parsePhrase)]));
  const steps = [...phrases.values()].flat(3);
  const atoms = new Set(steps.map((step) => step.atom));
  return {
    vocabulary: new Set(Array.from(atoms).flatMap((atom) => literalsOf(atom, groups))),
    compile: (plain) => {
      const findAtoms = createAtomFinder(atoms, groups, numbers, plain);
      const small = new Set(fillers.map(plain));
      return (words) => {
        const isFiller = words.map((word) => word.forms.some((form) => small.has(form)));
        const look = { words, found: findAtoms(words, isFiller), isFiller };
        const kept = new Map<string, readonly Match[]>();
        return (list) => {
          const matches =
            kept.get(list) ?? (phrases.get(list) ?? []).flatMap((one) => matchPhrase(one, look));
          kept.set(list, matches);
          return matches;
        };
      };
    },
  };
};

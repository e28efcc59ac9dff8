import type { Flag, Language } from '../flags.ts';
import { foldText } from './fold-text.ts';
import { type Heard, overlaps } from './hear.ts';
import { isAboutAnother } from './is-about-another.ts';
import { isAsked, isQuoted } from './is-asked.ts';
import { isDenied } from './is-denied.ts';
import { isOver } from './is-over.ts';
import type { LanguageFiles } from './language-files.ts';
import { parseLanguageFile } from './language-files.ts';
import {
  type FindingKind,
  findingLists,
  phraseListsOf,
  redFlagsSchema,
  scopesSchema,
  screenSchema,
} from './lexicon.ts';
import { createPhraseBook, type Match } from './phrase-book.ts';
import { createSpelling, spellingSchema } from './spelling.ts';
import { splitWords } from './split-words.ts';

/** A flag found in a text; `isReported` is false when it is denied, over, asked, quoted or somebody else's. */
export type Finding = {
  readonly flag: Flag;
  readonly kind: FindingKind;
  readonly match: Match;
  readonly isReported: boolean;
};

/** One language's ear and its findings. */
export type LanguageReader = {
  /** `isLoose`: also hear misspelled words; only for the language that the text is mostly in. */
  readonly hear: (text: string, isLoose: boolean) => Heard;
  readonly findings: (heard: Heard) => readonly Finding[];
  readonly commonWords: (text: string) => number;
};

const MAX_LENGTH = 20_000;

const isReported = (heard: Heard, kind: FindingKind, match: Match): boolean => {
  if (kind === 'always') return !isAboutAnother(heard, match) && !isQuoted(heard, match);
  return ![isDenied, isAboutAnother, isOver, isAsked, isQuoted].some((isExcused) => isExcused(heard, match));
};

/** An innocent sense counts only if it is not itself denied: "lost 12 lb, not on a diet" has no diet in it. */
const isInnocent = (heard: Heard, flag: Flag, match: Match): boolean =>
  heard.find(`${flag}.not`).some((other) => overlaps(match, other) && !isDenied(heard, other));

const weighed = (heard: Heard, flag: Flag, kind: FindingKind, match: Match): FindingKind => {
  if (kind === 'check') return heard.find(`${flag}.confirms`).length > 0 ? 'escalate' : 'check';
  const isMild = kind === 'escalate' && heard.find(`${flag}.milder`).some((other) => overlaps(match, other));
  return isMild ? 'check' : kind;
};

const findingsOf = (heard: Heard): Finding[] =>
  findingLists.flatMap(({ flag, kind, list }) =>
    heard
      .find(list)
      .filter((match) => kind !== 'alone' || (match.start === 0 && match.end === heard.words.length))
      .filter((match) => !isInnocent(heard, flag, match))
      .map((match) => ({
        flag,
        kind: weighed(heard, flag, kind, match),
        match,
        isReported: isReported(heard, kind, match),
      })),
  );

/** Reads the files of one language into its ear. */
export const createLanguageReader = (files: LanguageFiles, language: Language): LanguageReader => {
  const flags = parseLanguageFile(files, language, 'red-flags', redFlagsSchema);
  const scopes = parseLanguageFile(files, language, 'scopes', scopesSchema);
  const screen = parseLanguageFile(files, language, 'screen', screenSchema);
  const book = createPhraseBook({
    groups: { ...flags.groups, ...scopes.groups, ...screen.groups },
    numbers: flags.numbers,
    fillers: scopes.fillers,
    lists: phraseListsOf(flags, scopes, screen),
  });
  const spelling = createSpelling(
    parseLanguageFile(files, language, 'spelling', spellingSchema),
    book.vocabulary,
  );
  const findAll = book.compile(spelling.plain);
  const split = (text: string) =>
    splitWords(foldText(text.slice(0, MAX_LENGTH), spelling.pictures), spelling.isKnown);
  return {
    hear: (text, isLoose) => {
      const { words: plainWords, questions } = split(text);
      const words = plainWords.map((word) => ({ ...word, forms: spelling.formsOf(word.raw, isLoose) }));
      const found = findAll(words);
      return { words, questions, find: (list) => found.get(list) ?? [] };
    },
    findings: findingsOf,
    commonWords: (text) => split(text).words.filter((word) => spelling.isCommon(word.raw)).length,
  };
};

import { foldText } from './fold-text.ts';
import type { Heard } from './hear.ts';
import { createPhraseBook, type PhraseBookEntries } from './phrase-book.ts';
import { createSpelling, type SpellingFile } from './spelling.ts';
import { type SplitText, splitWords } from './split-words.ts';

/** Hears one language's phrases in a text. */
export type Ear = {
  /** `isLoose`: also hear misspelled words; only for the language that the text is mostly in. */
  readonly hear: (text: string, isLoose: boolean) => Heard;
  /** How many frequent words of the language stand in the text. */
  readonly commonWords: (text: string) => number;
};

/** A text message has at most 1,600 characters; what stands beyond this is noise. */
const MAX_LENGTH = 20_000;

/** Binds phrases to a spelling. */
export const createEar = (entries: PhraseBookEntries, spellingFile: SpellingFile): Ear => {
  const book = createPhraseBook(entries);
  const spelling = createSpelling(spellingFile, book.vocabulary);
  const findAll = book.compile(spelling.plain);
  const split = (text: string): SplitText =>
    splitWords(foldText(text.slice(0, MAX_LENGTH), spelling.pictures), spelling.isKnown);
  return {
    hear: (text, isLoose) => {
      const { words: plainWords, questions } = split(text);
      const words = plainWords.map((word) => ({ ...word, forms: spelling.formsOf(word.raw, isLoose) }));
      return { words, questions, find: findAll(words) };
    },
    commonWords: (text) => split(text).words.filter((word) => spelling.isCommon(word.raw)).length,
  };
};

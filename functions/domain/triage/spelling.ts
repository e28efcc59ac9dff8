import { z } from 'zod';
import type { Language } from '../flags.ts';
import { foldText } from './fold-text.ts';
import { type LanguageFiles, parseLanguageFile } from './language-files.ts';

/** `spelling.yaml`: how members of one language really type. */
const spellingSchema = z
  .object({
    /** Pictures that stand for a word. */
    pictures: z.record(z.string(), z.string()).default({}),
    /** The word as it is spelled -> the ways in which people type it, with blanks between. */
    typed: z.record(z.string(), z.coerce.string()).default({}),
    /** Letters that sound alike, replaced in this order in every word. */
    sounds: z.array(z.tuple([z.string(), z.string()])).default([]),
    /** Frequent words that tell this language from the other, with blanks between. */
    common: z.string(),
  })
  .strict();
/** `ordinary-words.yaml`: words that look like a misspelled symptom word and are none, with blanks between. */
const ordinaryWordsSchema = z.object({ words: z.string() }).strict();

/** How one language is typed: `spelling.yaml` and `ordinary-words.yaml`. */
export type SpellingFile = z.infer<typeof spellingSchema> & { readonly ordinary: string };

export const parseSpelling = (files: LanguageFiles, language: Language): SpellingFile => ({
  ...parseLanguageFile(files, language, 'spelling', spellingSchema),
  ordinary: parseLanguageFile(files, language, 'ordinary-words', ordinaryWordsSchema).words,
});

/** One language's ear for misspelled words. */
export type Spelling = {
  readonly plain: (word: string) => string;
  readonly isKnown: (raw: string) => boolean;
  /** Every word that this one may stand for, itself first; `isLoose` allows for slips of the finger. */
  readonly formsOf: (raw: string, isLoose: boolean) => readonly string[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly isCommon: (raw: string) => boolean;
};

const MIN_LOOSE = 5;
const MIN_TWO_SLIPS = 9;
const MAX_KEPT = 20_000;

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const withoutOne = (word: string): string[] =>
  Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));

/** The word and what is left of it when one or two letters are dropped: two words a slip apart share one of them. */
const shortened = (word: string): Set<string> => {
  const once = withoutOne(word);
  return new Set([word, ...once, ...(word.length >= MIN_TWO_SLIPS ? once.flatMap(withoutOne) : [])]);
};

const isTransposed = (left: string, right: string): boolean => {
  const at = Array.from(left).findIndex((letter, index) => letter !== right[index]);
  const swapped = left.slice(0, at) + (left[at + 1] ?? '') + (left[at] ?? '') + left.slice(at + 2);
  return at >= 0 && left.length === right.length && swapped === right;
};

/** Letters to add, drop or change to get from one word to the other. */
const slipsBetween = (left: string, right: string): number => {
  if (isTransposed(left, right)) return 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const consonantsOf = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');

const addTo = (index: Map<string, string[]>, key: string, word: string): void => {
  const known = index.get(key);
  if (known) known.push(word);
  else index.set(key, [word]);
};

/** `vocabulary` is every word that the phrases of this language use: what a slip may be corrected to. */
export const createSpelling = (file: SpellingFile, vocabulary: Iterable<string>): Spelling => {
  const sound = (word: string): string =>
    file.sounds.reduce((heard, [from, to]) => heard.replaceAll(from, to), foldText(word).text);
  const sounded = new Map<string, string>();
  const plain = (word: string): string => {
    const heard = sounded.get(word) ?? sound(word);
    if (sounded.size < MAX_KEPT) sounded.set(word, heard);
    return heard;
  };
  const typed = new Map(
    Object.entries(file.typed).flatMap(([word, ways]) =>
      wordsIn(ways).map((way) => [foldText(way).text, plain(word)] as const),
    ),
  );
  const common = new Set(wordsIn(file.common).map(plain));
  const used = new Set(Array.from(vocabulary, plain));
  const known = new Set([...used, ...common, ...wordsIn(file.ordinary).map(plain)]);
  const slips = new Map<string, string[]>();
  const skeletons = new Map<string, string[]>();
  for (const word of used) {
    if (!/^\p{L}+$/u.test(word)) continue;
    if (word.length >= MIN_LOOSE) for (const key of shortened(word)) addTo(slips, key, word);
    if (word.length >= 3 && word.length <= 9) addTo(skeletons, consonantsOf(word), word);
  }
  const near = (word: string): string[] => {
    if (word.length < MIN_LOOSE - 1 || word.length > 24) return [];
    const candidates = new Set(Array.from(shortened(word)).flatMap((key) => slips.get(key) ?? []));
    const allowed = word.length >= MIN_TWO_SLIPS - 1 ? 2 : 1;
    return Array.from(candidates).filter((candidate) => slipsBetween(word, candidate) <= allowed);
  };
  const loose = (word: string): readonly string[] => {
    const owner = /^(\p{L}{3,})s$/u.exec(word)?.[1];
    if (owner !== undefined && !used.has(word) && used.has(owner)) return [owner];
    if (known.has(word) || !/^\p{L}+$/u.test(word)) return [];
    if (word.length >= 3 && !/[aeiou]/.test(word)) return skeletons.get(word) ?? [];
    return near(word);
  };
  const formsOf = (raw: string, isLoose: boolean): readonly string[] => {
    const meant = typed.get(raw);
    if (meant !== undefined) return [plain(raw), meant];
    const drawn = /(.)\1\1/.test(raw)
      ? [raw.replace(/(.)\1{2,}/g, '$1$1'), raw.replace(/(.)\1{2,}/g, '$1')]
      : [];
    const forms = [raw, ...drawn].map(plain).flatMap((word) => [typed.get(word) ?? word, word]);
    return Array.from(new Set([...forms, ...(isLoose ? forms.flatMap(loose) : [])]));
  };
  return {
    plain,
    isKnown: (raw) => typed.has(raw),
    formsOf,
    pictures: new Map(Object.entries(file.pictures)),
    isCommon: (raw) => common.has(plain(raw)),
  };
};

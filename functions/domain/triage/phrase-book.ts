import { type Phrase, parsePhrase, type Run, type Step, splitOutside } from './parse-phrase.ts';
import type { Word } from './split-words.ts';

/** A word of a reply with every word that it may stand for. */
export type HeardWord = Word & { readonly forms: readonly string[] };
/** Where a phrase stands: words `start` up to `end`; `matched` are its own words, without what stands between. */
export type Match = { readonly start: number; readonly end: number; readonly matched: readonly number[] };

/** A range of numbers; `isDecimal` asks for a decimal place, so that 102.3 is a temperature and 102 may be a room. */
export type NumberRange = {
  readonly from: number;
  readonly to: number;
  readonly isDecimal?: boolean | undefined;
};

export type PhraseBookEntries = {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, NumberRange>>;
  /** Words that may stand between any two words of a phrase. */
  readonly fillers: readonly string[];
  /** The lists of phrases to look for. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** Finds every phrase of every list in one reading of the words. */
export type PhraseBook = {
  readonly vocabulary: ReadonlySet<string>;
  /** `plain` is the spelling's way of writing a word; the words must have been heard by the same spelling. */
  readonly compile: (
    plain: (word: string) => string,
  ) => (words: readonly HeardWord[]) => ReadonlyMap<string, readonly Match[]>;
};

const REACH = 7;
const MAX_FILLERS = 4;

type Node = { readonly next: Map<string, Node>; readonly atoms: string[] };
type Found = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

const newNode = (): Node => ({ next: new Map(), atoms: [] });

/** Every way to say one place of a phrase: groups and parentheses are opened, also inside of others. */
const alternativesOf = (atom: string, groups: PhraseBookEntries['groups']): readonly string[] => {
  if (atom.startsWith('(') && splitOutside(atom, ' ').length === 1) {
    return splitOutside(atom.slice(1, -1), '|').flatMap((one) => alternativesOf(one.trim(), groups));
  }
  const name = /^<([^>]+)>$/.exec(atom)?.[1];
  if (name === undefined) return atom.includes(' ') ? sequencesOf(atom, groups) : [atom];
  const group = groups[name];
  if (!group) throw new Error(`a phrase uses the group <${name}>, which no file explains`);
  return group.flatMap((word) => alternativesOf(word, groups));
};

const sequencesOf = (words: string, groups: PhraseBookEntries['groups']): readonly string[] =>
  splitOutside(words, ' ')
    .map((word) =>
      word.endsWith(')?') ? ['', ...alternativesOf(word.slice(0, -1), groups)] : alternativesOf(word, groups),
    )
    .reduce<readonly string[]>(
      (sofar, next) => sofar.flatMap((start) => next.map((word) => `${start} ${word}`.trim())),
      [''],
    );

const addAtom = (
  root: Node,
  atom: string,
  entries: PhraseBookEntries,
  plain: (word: string) => string,
): void => {
  for (const alternative of alternativesOf(atom, entries.groups)) {
    let node = root;
    for (const part of alternative.trim().split(/\s+/)) {
      const key = part.startsWith('{')
        ? part
        : part.endsWith('*')
          ? `${plain(part.slice(0, -1))}*`
          : plain(part);
      const next = node.next.get(key) ?? newNode();
      node.next.set(key, next);
      node = next;
    }
    if (!node.atoms.includes(atom)) node.atoms.push(atom);
  }
};

const isWithin = (value: number, raw: string, range: NumberRange): boolean =>
  value >= range.from && value <= range.to && (range.isDecimal !== true || /[.,]/.test(raw));

const keysOf = (word: HeardWord, numbers: PhraseBookEntries['numbers']): string[] => {
  const { value } = word;
  if (value !== undefined) {
    const ranges = Object.entries(numbers).filter(([, range]) => isWithin(value, word.raw, range));
    return [word.raw, ...ranges.map(([name]) => `{${name}}`)];
  }
  return word.forms.flatMap((form) => [
    form,
    ...Array.from({ length: Math.min(form.length, 12) }, (_, index) => `${form.slice(0, index + 1)}*`),
  ]);
};

const findAtoms = (words: readonly HeardWord[], keys: readonly string[][], root: Node): Found => {
  const found = new Map<string, Map<number, number[]>>();
  const walk = (node: Node, start: number, at: number): void => {
    for (const atom of node.atoms) {
      const byStart = found.get(atom) ?? new Map<number, number[]>();
      byStart.set(start, [...(byStart.get(start) ?? []), at]);
      found.set(atom, byStart);
    }
    if (words[at]?.sentence !== words[start]?.sentence || node.next.size === 0) return;
    for (const key of new Set(keys[at])) {
      const next = node.next.get(key);
      if (next) walk(next, start, at + 1);
    }
  };
  for (let start = 0; start < words.length; start += 1) walk(root, start, start);
  return found;
};

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/** The rest of a run from a place on; the nearest reading wins. */
const follow = (run: Run, step: number, at: number, look: Look): number[] | undefined => {
  const { atom, gap } = run[step] as Step; // the caller stays inside the run
  const { words, found, isFiller } = look;
  let skipped = 0;
  let fillers = 0;
  for (
    let place = at;
    place < words.length && words[place]?.sentence === words[at - 1]?.sentence;
    place += 1
  ) {
    for (const end of found.get(atom)?.get(place) ?? []) {
      const rest = step + 1 < run.length ? follow(run, step + 1, end, look) : [];
      if (rest) return [...range(place, end), ...rest];
    }
    if (isFiller[place] && fillers < MAX_FILLERS) fillers += 1;
    else if (skipped < gap) skipped += 1;
    else return undefined;
  }
  return undefined;
};

type Look = {
  readonly words: readonly HeardWord[];
  readonly found: Found;
  readonly isFiller: readonly boolean[];
};

const toMatch = (matched: readonly number[]): Match => ({
  start: matched[0] ?? 0,
  end: (matched.at(-1) ?? 0) + 1,
  matched,
});

const matchesOfRun = (run: Run, look: Look): Match[] => {
  const first = run[0];
  if (!first) return [];
  const matches: Match[] = [];
  for (const [start, ends] of look.found.get(first.atom) ?? []) {
    for (const end of ends) {
      const rest = run.length > 1 ? follow(run, 1, end, look) : [];
      if (rest) matches.push(toMatch([...range(start, end), ...rest]));
    }
  }
  return matches;
};

/** Words between two matches; undefined when they overlap or stand in different sentences. */
const distance = (left: Match, right: Match, words: readonly HeardWord[]): number | undefined => {
  const [first, second] = left.start <= right.start ? [left, right] : [right, left];
  if (second.start < first.end || words[first.start]?.sentence !== words[second.start]?.sentence)
    return undefined;
  return second.start - first.end;
};

const combine = (left: readonly Match[], right: readonly Match[], words: readonly HeardWord[]): Match[] => {
  const combined: Match[] = [];
  for (const one of left) {
    const near = right
      .slice(firstFrom(right, one.start - REACH * 3), firstFrom(right, one.end + REACH + 1))
      .filter((other) => (distance(one, other, words) ?? REACH + 1) <= REACH)
      .sort((a, b) => (distance(one, a, words) ?? 0) - (distance(one, b, words) ?? 0));
    const nearest = near[0];
    if (nearest) combined.push(toMatch([...one.matched, ...nearest.matched].sort((a, b) => a - b)));
  }
  return combined;
};

const firstFrom = (matches: readonly Match[], start: number): number => {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
};

const matchesOf = (phrase: Phrase, look: Look): Match[] => {
  const [first, ...others] = phrase.map((run) => matchesOfRun(run, look));
  return others.reduce(
    (sofar, next) => (sofar.length === 0 ? [] : combine(sofar, next, look.words)),
    first ?? [],
  );
};

const literalsOf = (atom: string, groups: PhraseBookEntries['groups']): string[] =>
  alternativesOf(atom, groups)
    .flatMap((alternative) => alternative.trim().split(/\s+/))
    .filter((word) => !word.startsWith('{'))
    .map((word) => word.replace('*', ''));

/** Reads the phrases once; `compile` then binds them to a spelling. */
export const createPhraseBook = (entries: PhraseBookEntries): PhraseBook => {
  const lists = Object.entries(entries.lists).map(
    ([name, phrases]) => [name, phrases.flatMap(parsePhrase)] as const,
  );
  const atoms = new Set(lists.flatMap(([, phrases]) => phrases.flat(2).map((step) => step.atom)));
  const vocabulary = new Set(Array.from(atoms).flatMap((atom) => literalsOf(atom, entries.groups)));
  return {
    vocabulary,
    compile: (plain) => {
      const root = newNode();
      for (const atom of atoms) addAtom(root, atom, entries, plain);
      const fillers = new Set(entries.fillers.map(plain));
      return (words) => {
        const keys = words.map((word) => keysOf(word, entries.numbers));
        const isFiller = words.map((word) => word.forms.some((form) => fillers.has(form)));
        const look: Look = { words, found: findAtoms(words, keys, root), isFiller };
        return new Map(
          lists.map(([name, phrases]) => [name, phrases.flatMap((phrase) => matchesOf(phrase, look))]),
        );
      };
    },
  };
};

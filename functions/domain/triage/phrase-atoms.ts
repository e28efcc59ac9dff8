import { splitOutside } from './parse-phrase.ts';
import type { Word } from './split-words.ts';

/** A word of a reply with every word that it may stand for. */
export type HeardWord = Word & { readonly forms: readonly string[] };
export type Groups = Readonly<Record<string, readonly string[]>>;

/** A range of numbers; `isDecimal` asks for a decimal place, so that 102.3 is a temperature and 102 may be a room. */
type NumberRange = {
  readonly from: number;
  readonly to: number;
  readonly isDecimal?: boolean | undefined;
};
export type NumberRanges = Readonly<Record<string, NumberRange>>;

/** Where each atom (one place of a phrase) stands in a reply: first word -> the words after its last. */
export type FoundAtoms = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

type Node = { readonly next: Map<string, Node>; readonly atoms: Set<string> };

const newNode = (): Node => ({ next: new Map(), atoms: new Set() });

/** Every way to say one place of a phrase: groups and parentheses are opened, also inside of others. */
export const alternativesOf = (atom: string, groups: Groups): readonly string[] => {
  if (atom.startsWith('(') && splitOutside(atom, ' ').length === 1) {
    return splitOutside(atom.slice(1, -1), '|').flatMap((one) => alternativesOf(one.trim(), groups));
  }
  const name = /^<([^>]+)>$/.exec(atom)?.[1];
  if (name === undefined) return atom.includes(' ') ? sequencesOf(atom, groups) : [atom];
  const group = groups[name];
  if (!group) throw new Error(`a phrase uses the group <${name}>, which no file explains`);
  return group.flatMap((word) => alternativesOf(word, groups));
};

const sequencesOf = (words: string, groups: Groups): readonly string[] =>
  splitOutside(words, ' ')
    .map((word) =>
      word.endsWith(')?') ? ['', ...alternativesOf(word.slice(0, -1), groups)] : alternativesOf(word, groups),
    )
    .reduce<readonly string[]>(
      (sofar, next) => sofar.flatMap((start) => next.map((word) => `${start} ${word}`.trim())),
      [''],
    );

const keyOf = (part: string, plain: (word: string) => string): string => {
  if (part.startsWith('{')) return part;
  return part.endsWith('*') ? `${plain(part.slice(0, -1))}*` : plain(part);
};

const isWithin = (value: number, raw: string, range: NumberRange): boolean =>
  value >= range.from && value <= range.to && (range.isDecimal !== true || /[.,]/.test(raw));

/** Everything under which a word may be known: itself, its other spellings, its beginnings, its ranges. */
const keysOf = (word: HeardWord, numbers: NumberRanges, beginnings: ReadonlySet<string>): string[] => {
  const { value } = word;
  if (value !== undefined) {
    const ranges = Object.entries(numbers).filter(([, range]) => isWithin(value, word.raw, range));
    return [word.raw, ...ranges.map(([name]) => `{${name}}`)];
  }
  const keys = new Set(word.forms);
  for (const form of word.forms) {
    for (let length = 2; length <= form.length; length += 1) {
      const beginning = `${form.slice(0, length)}*`;
      if (beginnings.has(beginning)) keys.add(beginning);
    }
  }
  return [...keys];
};

/** Small words that may stand inside of a phrase of several words. */
const MAX_SKIPPED = 2;

const walk = (
  root: Node,
  words: readonly HeardWord[],
  keys: readonly string[][],
  isFiller: readonly boolean[],
): FoundAtoms => {
  const found = new Map<string, Map<number, number[]>>();
  const note = (atom: string, start: number, end: number): void => {
    const byStart = found.get(atom) ?? new Map<number, number[]>();
    const ends = byStart.get(start);
    if (!ends) byStart.set(start, [end]);
    else if (!ends.includes(end)) ends.push(end);
    found.set(atom, byStart);
  };
  const step = (node: Node, start: number, at: number, skipped: number): void => {
    if (skipped === 0) for (const atom of node.atoms) note(atom, start, at);
    if (node.next.size === 0 || words[at]?.sentence !== words[start]?.sentence) return;
    for (const key of keys[at] ?? []) {
      const next = node.next.get(key);
      if (next) step(next, start, at + 1, 0);
    }
    if (node !== root && isFiller[at] && skipped < MAX_SKIPPED) step(node, start, at + 1, skipped + 1);
  };
  for (let start = 0; start < words.length; start += 1) step(root, start, start, 0);
  return found;
};

/** Learns all atoms once; finds them in a reply in one pass over its words. */
export const createAtomFinder = (
  atoms: ReadonlySet<string>,
  groups: Groups,
  numbers: NumberRanges,
  plain: (word: string) => string,
): ((words: readonly HeardWord[], isFiller: readonly boolean[]) => FoundAtoms) => {
  const root = newNode();
  const beginnings = new Set<string>();
  for (const atom of atoms) {
    for (const alternative of alternativesOf(atom, groups)) {
      let node = root;
      for (const part of alternative.trim().split(/\s+/)) {
        const key = keyOf(part, plain);
        if (key.endsWith('*')) beginnings.add(key);
        const next = node.next.get(key) ?? newNode();
        node.next.set(key, next);
        node = next;
      }
      if (node !== root) node.atoms.add(atom);
    }
  }
  return (words, isFiller) => {
    const keys = words.map((word) => keysOf(word, numbers, beginnings));
    return walk(root, words, keys, isFiller);
  };
};

import type { Phrase, Run, Step } from './parse-phrase.ts';
import type { FoundAtoms, HeardWord } from './phrase-atoms.ts';

/** Where a phrase stands: words `start` up to `end`; `matched` are its own words, without what stands between. */
export type Match = { readonly start: number; readonly end: number; readonly matched: readonly number[] };

/** What matching needs of a reply. */
export type Look = {
  readonly words: readonly HeardWord[];
  readonly found: FoundAtoms;
  readonly isFiller: readonly boolean[];
};

/** How many words may stand between the two sides of `&`. */
const REACH = 7;
const MAX_FILLERS = 4;

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/** The rest of a run from a place on; the nearest reading wins. */
const follow = (run: Run, step: number, at: number, look: Look): number[] | undefined => {
  const { atom, gap } = run[step] as Step; // the caller stays inside the run
  const { words, found, isFiller } = look;
  const byStart = found.get(atom);
  if (!byStart) return undefined;
  let skipped = 0;
  let fillers = 0;
  for (let place = at; words[place]?.sentence === words[at - 1]?.sentence; place += 1) {
    for (const end of byStart.get(place) ?? []) {
      const rest = step + 1 < run.length ? follow(run, step + 1, end, look) : [];
      if (rest) return [...range(place, end), ...rest];
    }
    if (isFiller[place] && fillers < MAX_FILLERS) fillers += 1;
    else if (skipped < gap) skipped += 1;
    else return undefined;
  }
  return undefined;
};

const toMatch = (matched: readonly number[]): Match => ({
  start: matched[0] ?? 0,
  end: (matched.at(-1) ?? 0) + 1,
  matched,
});

const matchesOfRun = (run: Run, look: Look): Match[] => {
  const matches: Match[] = [];
  for (const [start, ends] of look.found.get(run[0]?.atom ?? '') ?? []) {
    for (const end of ends) {
      const rest = run.length > 1 ? follow(run, 1, end, look) : [];
      if (rest) matches.push(toMatch([...range(start, end), ...rest]));
    }
  }
  return matches;
};

/** Words between two matches, none when one stands inside of the other; endless when they share a word. */
const distance = (left: Match, right: Match, words: readonly HeardWord[]): number => {
  const [first, second] = left.start <= right.start ? [left, right] : [right, left];
  const isShared = second.matched.some((at) => first.matched.includes(at));
  const isApart = words[first.start]?.sentence !== words[second.start]?.sentence;
  return isShared || isApart ? Number.POSITIVE_INFINITY : Math.max(0, second.start - first.end);
};

/** The first of the matches, which are in their order, that starts at a word or after it. */
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

const combine = (left: readonly Match[], right: readonly Match[], words: readonly HeardWord[]): Match[] =>
  left.flatMap((one) => {
    const near = right.slice(firstFrom(right, one.start - REACH * 3), firstFrom(right, one.end + REACH + 1));
    const nearest = near.reduce<{ other?: Match; gap: number }>(
      (best, other) => {
        const gap = distance(one, other, words);
        return gap < best.gap ? { other, gap } : best;
      },
      { gap: REACH + 1 },
    ).other;
    return nearest ? [toMatch([...one.matched, ...nearest.matched].sort((a, b) => a - b))] : [];
  });

/** Every place where a phrase stands in a reply. */
export const matchPhrase = (phrase: Phrase, look: Look): Match[] => {
  if (!phrase.every((run) => run.every((step) => look.found.has(step.atom)))) return [];
  const [first, ...others] = phrase.map((run) => matchesOfRun(run, look));
  return others.reduce((sofar, next) => combine(sofar, next, look.words), first ?? []);
};

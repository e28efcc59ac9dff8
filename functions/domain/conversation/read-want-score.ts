import type { Heard } from '../triage/hear.ts';
import type { HeardWord } from '../triage/phrase-atoms.ts';

/** A pain score that a text gives, and the word where it stands. */
export type Score = { readonly value: string; readonly at: number; readonly isMarked: boolean };

type Numeral = { readonly at: number; readonly end: number; readonly value: number };

const MAX_SCORE = 10;

const written = (value: number): string => String(Math.round(value * 10) / 10);

/** Digits and number words, in their order. */
export const numeralsOf = (heard: Heard): Numeral[] => {
  const digits = heard.words.flatMap((word, at) =>
    word.value === undefined ? [] : [{ at, end: at + 1, value: word.value }],
  );
  const spelled = Array.from({ length: 21 }, (_, value) =>
    heard.find(`numbers.${value}`).map((match) => ({ at: match.start, end: match.end, value })),
  ).flat();
  return [...digits, ...spelled].sort((a, b) => a.at - b.at);
};

const isOutOfTen = (words: readonly HeardWord[], numeral: Numeral, numerals: readonly Numeral[]): boolean => {
  const ten = numerals.find(
    (other) => other.value === MAX_SCORE && other.at > numeral.at && other.at <= numeral.end + 2,
  );
  if (!ten) return false;
  const between = words.slice(numeral.end, ten.at).map((word) => word.raw);
  return between.length === 0
    ? words[ten.at]?.isAfterPause === true
    : /^(out of|of|de|sobre)$/.test(between.join(' '));
};

/** "6-7", "between an 8 and a 9", "6 or 7": the middle. */
const rangeFrom = (heard: Heard, numeral: Numeral, numerals: readonly Numeral[]): number | undefined => {
  const next = numerals.find((other) => other.at >= numeral.end);
  if (!next || Math.abs(next.value - numeral.value) > 3 || next.value > MAX_SCORE) return undefined;
  const isJoined =
    next.at === numeral.end && heard.words[next.at]?.isAfterPause === true && next.value > numeral.value;
  const isLinked = heard
    .find('scores.ranges')
    .some((match) => match.start >= numeral.end && match.end <= next.at && next.at - numeral.end <= 3);
  return isJoined || isLinked ? (numeral.value + next.value) / 2 : undefined;
};

const isAt = (
  heard: Heard,
  list: string,
  test: (match: { start: number; end: number }) => boolean,
): boolean => heard.find(list).some(test);

/** How much a numeral looks like the member's own present score. */
const weightOf = (heard: Heard, numeral: Numeral, numerals: readonly Numeral[]): number => {
  const isBefore = (reach: number) => (match: { end: number }) =>
    match.end <= numeral.at && numeral.at - match.end <= reach;
  const isAfter = (match: { start: number }) => match.start === numeral.end;
  if (isAt(heard, 'scores.not', (match) => match.start < numeral.end && match.end > numeral.at)) return -1;
  if (isAt(heard, 'scores.fixes', isBefore(1))) return 9;
  const isPast = isAt(heard, 'scores.past', isBefore(1)) || isAt(heard, 'scores.past', isAfter);
  const isPresent = isAt(heard, 'scores.present', isBefore(1)) || isAt(heard, 'scores.present', isAfter);
  const isMarked = isOutOfTen(heard.words, numeral, numerals) || isAt(heard, 'scores.marks', isBefore(2));
  if (isPresent && !isPast) return 7;
  if (isPast) return 0;
  return isMarked ? 6 : 1;
};

/** The member's own, present score, or "same"; undefined when the text gives none. */
export const readScore = (heard: Heard): Score | undefined => {
  const numerals = numeralsOf(heard);
  const weighed = numerals
    .map((numeral) => ({ numeral, weight: weightOf(heard, numeral, numerals) }))
    .filter(({ weight }) => weight >= 0)
    .sort((a, b) => b.weight - a.weight || a.numeral.at - b.numeral.at);
  const best = weighed[0];
  if (best && best.weight > 0) {
    const { numeral } = best;
    const isWhole = isOutOfTen(heard.words, numeral, numerals);
    const value = (isWhole ? undefined : rangeFrom(heard, numeral, numerals)) ?? numeral.value;
    return { value: written(value), at: numeral.at, isMarked: best.weight > 1 };
  }
  const same = heard.find('scores.same')[0];
  return same ? { value: 'same', at: same.start, isMarked: true } : undefined;
};

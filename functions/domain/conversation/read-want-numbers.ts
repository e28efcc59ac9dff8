import type { Heard } from '../triage/hear.ts';
import type { ReplyContext } from '../triage/reading.ts';
import type { Candidate } from './read-want-candidate.ts';
import { readHour } from './read-want-hour.ts';
import { readScore, type Score } from './read-want-score.ts';

/** A number in so few words, or at the start of so few, is a score without being called one. */
const BARE = 3;
const SHORT = 6;
const BARE_HOUR = 4;

const isZip = (raw: string): boolean => /^\d{5}$/.test(raw);

const isAScore = ({ at, value, isMarked }: Score, heard: Heard, isAsked: boolean): boolean => {
  if (isMarked || isAsked) return true;
  const { length } = heard.words;
  return !isZip(value) && (length <= BARE || (at === 0 && length <= SHORT));
};

/** What the numbers of a text want: a ZIP code, an hour, a pain score. */
export const readWantNumbers = (heard: Heard, context: ReplyContext | undefined): Candidate[] => {
  const zip = heard.words.find((word) => isZip(word.raw))?.raw;
  if (zip !== undefined && (context === 'zip' || heard.words.length === 1)) {
    return [{ intent: 'change_zone', at: 0, value: zip }];
  }
  const isAsked = context === 'score' || context === 'peg';
  const hour = readHour(heard);
  const isHourWanted =
    heard.find('hours.asks').length > 0 && (hour?.isExact === true || (hour?.isNamed === true && !isAsked));
  const isBareHour = hour?.isExact === true && heard.words.length <= BARE_HOUR;
  const score = readScore(heard);
  return [
    ...(hour && (isHourWanted || isBareHour)
      ? [{ intent: 'change_time' as const, at: hour.at, value: hour.value }]
      : []),
    ...(score && isAScore(score, heard, isAsked)
      ? [{ intent: 'score' as const, at: score.at, value: score.value }]
      : []),
  ];
};

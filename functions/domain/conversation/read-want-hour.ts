import type { Heard } from '../triage/hear.ts';
import { numeralsOf } from './read-want-score.ts';

/** An hour that a text names, as `HH:MM`. `isExact`: am or pm, or a 24-hour time, was said; `isNamed`: "at 6". */
export type Hour = {
  readonly value: string;
  readonly at: number;
  readonly isExact: boolean;
  readonly isNamed: boolean;
};

type Half = 'am' | 'pm' | undefined;

const FIRST_MORNING_HOUR = 8;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Without am or pm, 8 to 11 is the morning and 1 to 7 the afternoon: nobody is texted at 3 at night. */
const hourOfDay = (hour: number, half: Half): number => {
  if (hour > 12 || hour === 0) return hour;
  if (half === 'pm') return hour === 12 ? 12 : hour + 12;
  if (half === 'am') return hour === 12 ? 0 : hour;
  return hour >= FIRST_MORNING_HOUR ? hour : hour + 12;
};

type Clock = { readonly hour: number; readonly minute: number; readonly at: number; readonly end: number };

const clocksOf = (heard: Heard): Clock[] => {
  const digital = heard.words.flatMap((word, at) => {
    const [hour, minute] = word.raw.split(':').map(Number);
    const isTime = /^\d{1,2}:\d\d$/.test(word.raw) && hour !== undefined && minute !== undefined;
    return isTime && hour < 24 && minute < 60 ? [{ hour, minute, at, end: at + 1 }] : [];
  });
  const joined = heard.words.flatMap((word, at) => {
    const parts = /^(\d{1,2})([0-5]\d)$/.exec(word.raw);
    const next = heard.find('hours.exact').some((match) => match.start === at + 1);
    return parts && next && Number(parts[1]) < 24
      ? [{ hour: Number(parts[1]), minute: Number(parts[2]), at, end: at + 1 }]
      : [];
  });
  const whole = numeralsOf(heard)
    .filter(({ value }) => Number.isInteger(value) && value >= 0 && value < 24)
    .map(({ value, at, end }) => ({ hour: value, minute: 0, at, end }));
  return [...digital, ...joined, ...whole].sort((a, b) => a.at - b.at);
};

const halfOf = (heard: Heard, clock: Clock): Half => {
  const follows = (match: { start: number }): boolean =>
    match.start >= clock.end && match.start - clock.end <= 2;
  const goesBefore = (match: { end: number }): boolean => match.end <= clock.at && clock.at - match.end <= 2;
  if (heard.find('hours.pm').some(follows)) return 'pm';
  if (heard.find('hours.am').some(follows)) return 'am';
  if (heard.find('hours.pm').some(goesBefore)) return 'pm';
  return heard.find('hours.am').some(goesBefore) ? 'am' : undefined;
};

const minutesOf = (heard: Heard, clock: Clock): number => {
  const touches = (match: { start: number; end: number }): boolean =>
    (match.end <= clock.at && clock.at - match.end <= 1) ||
    (match.start >= clock.end && match.start - clock.end <= 1);
  if (heard.find('hours.quarter').some(touches)) return 15;
  return heard.find('hours.half').some(touches) ? 30 : clock.minute;
};

/** The hour that a text asks for; the first one that is not named to be avoided ("at 9 not 7"). */
export const readHour = (heard: Heard): Hour | undefined => {
  const avoided = heard.find('hours.not');
  const clock = clocksOf(heard).find(
    (one) => !avoided.some((match) => match.start < one.end && match.end > one.at),
  );
  if (!clock) return undefined;
  const half = halfOf(heard, clock);
  const isExact = half !== undefined || clock.hour > 12 || heard.words[clock.at]?.raw.includes(':') === true;
  const isNamed = heard.find('hours.at').some((match) => match.end <= clock.at && clock.at - match.end <= 1);
  return {
    value: `${pad(hourOfDay(clock.hour, half))}:${pad(minutesOf(heard, clock))}`,
    at: clock.at,
    isExact,
    isNamed,
  };
};

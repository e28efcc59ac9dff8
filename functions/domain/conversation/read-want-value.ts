import type { Heard } from '../triage/hear.ts';
import { readHour } from './read-want-hour.ts';
import { numeralsOf } from './read-want-score.ts';
import type { Intent } from './want.ts';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
const LOOSE_TIMES = ['earlier', 'later', 'morning', 'afternoon', 'evening'] as const;

/** Weekdays named in a text, Monday first; "weekends" are two. */
const weekdaysOf = (heard: Heard): string[] =>
  WEEK.filter(
    (day) =>
      heard.find(`days.${day}`).length > 0 ||
      ((day === 'saturday' || day === 'sunday') && heard.find('days.weekend').length > 0),
  );

/** "PAUSE 5", "a week", "two weeks", "til monday". */
const pauseOf = (heard: Heard): string | undefined => {
  const numerals = numeralsOf(heard);
  for (const unit of Object.keys(DAYS_OF)) {
    const named = heard.find(`units.${unit}`)[0];
    if (!named) continue;
    const count = numerals.find((numeral) => numeral.end <= named.start && named.start - numeral.end <= 1);
    const isCounted =
      count !== undefined || heard.find('units.one').some((match) => match.end === named.start);
    if (isCounted || unit !== 'day') return String((count?.value ?? 1) * (DAYS_OF[unit] ?? 1));
  }
  const weekday = weekdaysOf(heard)[0];
  if (weekday !== undefined) return weekday;
  const bare = numerals.find(
    ({ value, at }) => Number.isInteger(value) && value > 0 && value < 100 && at <= 2,
  );
  return bare && heard.words.length <= 4 ? String(bare.value) : undefined;
};

const timeOf = (heard: Heard): string | undefined => {
  const hour = readHour(heard);
  if (hour) return hour.value;
  return LOOSE_TIMES.find((time) => heard.find(`times.${time}`).length > 0);
};

const zipOf = (heard: Heard): string | undefined => heard.words.find((word) => /^\d{5}$/.test(word.raw))?.raw;

/** Exercises or sets done, never repetitions: "2 out of the 3", "all 3", "did em twice". */
const countOf = (heard: Heard): string | undefined => {
  const said = ['1', '2', '3', '4'].flatMap((count) =>
    heard.find(`counts.${count}`).map((match) => ({ count, at: match.start })),
  );
  return said.sort((a, b) => a.at - b.at)[0]?.count;
};

const languageOf = (heard: Heard, names: readonly string[]): string | undefined => {
  const isRefused = (at: number): boolean =>
    heard.find('languages.not').some((match) => match.start <= at && at < match.end);
  const wanted = names.find((name) =>
    heard.find(`languages.${name}`).some((match) => !isRefused(match.start)),
  );
  if (wanted !== undefined) return wanted;
  const refused = names.find((name) => heard.find(`languages.${name}`).length > 0);
  return refused === 'en' ? 'es' : refused === 'es' ? 'en' : undefined;
};

/** What stands beside a want: days, an hour, a ZIP code, a count, a language. */
export const readWantValue = (
  intent: Intent,
  heard: Heard,
  languages: readonly string[],
): string | undefined => {
  switch (intent) {
    case 'pause':
      return pauseOf(heard);
    case 'change_time':
      return timeOf(heard);
    case 'change_zone':
      return zipOf(heard);
    case 'no_sundays':
      return weekdaysOf(heard).join(',') || undefined;
    case 'done':
      return countOf(heard);
    case 'language':
      return languageOf(heard, languages);
    default:
      return undefined;
  }
};

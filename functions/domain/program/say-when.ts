import type { Language } from '../flags.ts';
import {
  epochMilliseconds,
  type Instant,
  localDateIn,
  localDaysBetween,
  type TimeZone,
  type WallTime,
  wallTimeIn,
} from '../time.ts';

/** `7 pm`, `7:30 pm`: the same in both languages, as the wording has it, and free of spaces that cost a segment. */
export const sayHour = (time: WallTime): string => {
  const hours = Number(time.slice(0, 2));
  const minutes = time.slice(3);
  const half = hours < 12 ? 'am' : 'pm';
  return `${hours % 12 || 12}${minutes === '00' ? '' : `:${minutes}`} ${half}`;
};

/** `today 7 pm`, `tomorrow 10 am`, `Monday 10 am`, `Mar 3 10 am`, in the member's zone and language. */
export const sayWhen = (at: Instant, now: Instant, zone: TimeZone, language: Language): string => {
  const days = localDaysBetween(localDateIn(now, zone), localDateIn(at, zone));
  return `${sayDay(at, days, zone, language)} ${sayHour(wallTimeIn(at, zone))}`;
};

const sayDay = (at: Instant, days: number, zone: TimeZone, language: Language): string => {
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  }
  const format = new Intl.DateTimeFormat(
    language,
    days < 7 ? { weekday: 'long', timeZone: zone } : { month: 'short', day: 'numeric', timeZone: zone },
  );
  return format.format(epochMilliseconds(at)).normalize('NFC');
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([timeZone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(key, known);
  return known;
};

const say = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  format(timeZone, options).format(new Date(at)).replaceAll('\u202f', ' ');

/** `10:02 AM`, as clocks show it in that zone. */
export const sayTime = (at: string, timeZone: string): string =>
  say(at, timeZone, { hour: 'numeric', minute: '2-digit' });

/** `Mon, Nov 23`. */
export const sayDay = (at: string, timeZone: string): string =>
  say(at, timeZone, { weekday: 'short', month: 'short', day: 'numeric' });

/** `Mon, Nov 23, 10:02 AM`. */
export const sayDayTime = (at: string, timeZone: string): string =>
  `${sayDay(at, timeZone)}, ${sayTime(at, timeZone)}`;

/** `Central Time`: the label beside times that are shown in a member's zone. */
export const sayZone = (timeZone: string): string =>
  format(timeZone, { timeZoneName: 'longGeneric' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** How long ago or ahead, in one unit: `5 minutes ago`, `in 2 days`. */
export const sayDistance = (at: string, now: string): string => {
  const distance = Date.parse(at) - Date.parse(now);
  const size = Math.abs(distance);
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (size < MINUTE) return distance > 0 ? 'in a moment' : 'just now';
  if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
  if (size < 2 * DAY) return relative.format(Math.round(distance / HOUR), 'hour');
  return relative.format(Math.round(distance / DAY), 'day');
};

/** `10:00 AM` from wall time `10:00`. */
export const sayWallTime = (wallTime: string): string => sayTime(`2026-01-01T${wallTime}:00Z`, 'UTC');

/** `1 text`, `2 texts`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

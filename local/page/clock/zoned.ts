/** What clocks in a zone show, read as if it were UTC: the zone's offset falls out of the difference. */
const wallAsUtc = (epoch: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(epoch);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
};

/** The value of a date-and-time field for an instant: `2026-11-23T10:00`, as clocks show it in the zone. */
export const toField = (instant: string, timeZone: string): string =>
  new Date(wallAsUtc(Date.parse(instant), timeZone)).toISOString().slice(0, 16);

/** The instant that a date-and-time field means in the zone; undefined while it is empty or half typed. */
export const fromField = (field: string, timeZone: string): string | undefined => {
  const wall = Date.parse(`${field}:00Z`);
  if (Number.isNaN(wall)) return undefined;
  const guess = wall - (wallAsUtc(wall, timeZone) - wall);
  const exact = guess + (wall - wallAsUtc(guess, timeZone));
  return new Date(exact).toISOString();
};

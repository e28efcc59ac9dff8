import {
  addHours,
  addLocalDays,
  addMinutes,
  atWallTime,
  earliest,
  type Instant,
  type LocalDate,
  latest,
  localDateIn,
  type TimeZone,
  type WallTime,
} from '../time.ts';

export type Slot = { readonly from: Instant; readonly until: Instant };

/** A text that leaves in the last hour of the window may still be under way when it closes. */
const LAST_START_MINUTES = 60;

const windowIn = (
  date: LocalDate,
  from: WallTime,
  to: WallTime,
  zones: readonly TimeZone[],
): Slot | undefined => {
  const [first, ...rest] = zones;
  if (first === undefined) return undefined;
  const opens = latest(atWallTime(date, from, first), ...rest.map((zone) => atWallTime(date, from, zone)));
  const closes = earliest(atWallTime(date, to, first), ...rest.map((zone) => atWallTime(date, to, zone)));
  return opens < closes ? { from: opens, until: closes } : undefined;
};

/**
 * When a text may go on a date: at the wanted wall time of the first zone, kept inside the window of every zone that
 * the member may be in (law 11). Undefined when those windows share no moment.
 */
export const slotOn = (
  date: LocalDate,
  window: { readonly from: WallTime; readonly to: WallTime },
  wanted: WallTime,
  zones: readonly TimeZone[],
): Slot | undefined => {
  const common = windowIn(date, window.from, window.to, zones);
  const [first] = zones;
  if (common === undefined || first === undefined) return undefined;
  const lastStart = latest(common.from, addMinutes(common.until, -LAST_START_MINUTES));
  const at = latest(common.from, atWallTime(date, wanted, first));
  return { from: earliest(at, lastStart), until: common.until };
};

/** Whether it is between these wall times, now, in every zone. */
export const isInside = (
  now: Instant,
  window: { readonly from: WallTime; readonly to: WallTime },
  zones: readonly TimeZone[],
): boolean =>
  zones.every((zone) => {
    const date = localDateIn(now, zone);
    return now >= atWallTime(date, window.from, zone) && now < atWallTime(date, window.to, zone);
  });

/** The local dates that `instant` is, over all zones. */
export const datesOf = (instant: Instant, zones: readonly TimeZone[]): readonly LocalDate[] =>
  zones.map((zone) => localDateIn(instant, zone));

/** The next moment inside the window of every zone, at the wanted hour; in half a day when there is none. */
export const nextInside = (
  now: Instant,
  window: { readonly from: WallTime; readonly to: WallTime },
  wanted: WallTime,
  zones: readonly TimeZone[],
): Instant =>
  datesOf(now, zones)
    .flatMap((date) => [0, 1, 2].map((days) => slotOn(addLocalDays(date, days), window, wanted, zones)?.from))
    .filter((from): from is Instant => from !== undefined && from > now)
    .toSorted()[0] ?? addHours(now, 12);

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** An instant in UTC with milliseconds, always 24 characters, so that text order is time order. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar date in a member's own zone, `YYYY-MM-DD`. */
export const localDateSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDateSchema>;

/** Wall time `HH:MM`, 24 hours. */
export const wallTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'WallTime'>();
export type WallTime = z.infer<typeof wallTimeSchema>;

/** An IANA zone name that this runtime knows. */
export const timeZoneSchema = z
  .string()
  .refine((zone) => isTimeZone(zone), 'not an IANA time zone')
  .brand<'TimeZone'>();
export type TimeZone = z.infer<typeof timeZoneSchema>;

const isTimeZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

const fromTemporal = (instant: Temporal.Instant): Instant =>
  instant.toString({ smallestUnit: 'millisecond' }) as Instant; // the format that instantSchema asks for

/** Reads any ISO instant; throws a RangeError on anything else. */
export const toInstant = (iso: string): Instant => fromTemporal(Temporal.Instant.from(iso));

export const fromEpochMilliseconds = (milliseconds: number): Instant =>
  fromTemporal(Temporal.Instant.fromEpochMilliseconds(milliseconds));

export const epochMilliseconds = (instant: Instant): number =>
  Temporal.Instant.from(instant).epochMilliseconds;

/** Exact time later (or earlier, when negative): hours are hours, a day is 24 of them. */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  fromTemporal(Temporal.Instant.from(instant).add({ seconds: Math.round(minutes * 60) }));

export const addHours = (instant: Instant, hours: number): Instant => addMinutes(instant, hours * 60);
export const addDays24 = (instant: Instant, days: number): Instant => addMinutes(instant, days * 24 * 60);

/** Minutes from one instant to another; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (epochMilliseconds(to) - epochMilliseconds(from)) / 60_000;

export const hoursBetween = (from: Instant, to: Instant): number => minutesBetween(from, to) / 60;
export const daysBetween = (from: Instant, to: Instant): number => hoursBetween(from, to) / 24;

export const earliest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  [first, ...rest].sort()[0] ?? first;

export const latest = (first: Instant, ...rest: readonly Instant[]): Instant =>
  [first, ...rest].sort().at(-1) ?? first;

export const localDateIn = (instant: Instant, zone: TimeZone): LocalDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate; // ISO by definition

export const wallTimeIn = (instant: Instant, zone: TimeZone): WallTime =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' }) as WallTime; // HH:MM by definition

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const addLocalDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate; // ISO by definition

/** Whole days from one local date to another; negative when `to` is earlier. */
export const localDaysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/**
 * The instant at which clocks in `zone` show this date and time. A wall time that a spring change skips is the
 * moment just after the gap; one that an autumn change repeats is its first occurrence.
 */
export const atWallTime = (date: LocalDate, time: WallTime, zone: TimeZone): Instant =>
  fromTemporal(
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant(),
  );

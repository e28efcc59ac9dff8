import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, TimeZone } from '../../domain/time.ts';

/** An instant as clocks and calendars show it in a zone, with the zone's short name: `Mon, Nov 23, 10:00 AM CST`. */
export const sayInstant = (at: Instant, zone: TimeZone): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toLocaleString('en-US', {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    })
    .replaceAll('\u202f', ' ');

/** A local date: `Mon, Nov 23`. */
export const sayDate = (on: LocalDate): string =>
  Temporal.PlainDate.from(on).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric' });

import { describe, expect, it } from 'vitest';
import {
  addHours,
  atWallTime,
  type LocalDate,
  localDateIn,
  type TimeZone,
  type WallTime,
} from '../functions/domain/time.ts';

const chicago = 'America/Chicago' as TimeZone;
const at = (date: string, time: string) => atWallTime(date as LocalDate, time as WallTime, chicago);

describe('wall time', () => {
  it.each([
    ['the day before the spring change', '2027-03-13', '10:00', '2027-03-13T16:00:00.000Z'],
    ['the day of the spring change', '2027-03-14', '10:00', '2027-03-14T15:00:00.000Z'],
    ['a time that the spring change skips', '2027-03-14', '02:30', '2027-03-14T08:30:00.000Z'],
    ['the day of the autumn change', '2027-11-07', '10:00', '2027-11-07T16:00:00.000Z'],
    ['a time that the autumn change repeats', '2027-11-07', '01:30', '2027-11-07T06:30:00.000Z'],
  ])('%s', (_name, date, time, instant) => {
    expect(at(date, time)).toBe(instant);
  });

  it('names the date in the zone, not in UTC', () => {
    expect(localDateIn(addHours(at('2027-01-01', '22:00'), 1), chicago)).toBe('2027-01-01');
  });
});

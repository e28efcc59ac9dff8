import type { Staffing } from '../program/program.ts';
import {
  addLocalDays,
  addMinutes,
  atWallTime,
  type Instant,
  type LocalDate,
  localDateIn,
  minutesBetween,
  weekdayOf,
} from '../time.ts';

const shiftOn = (staffing: Staffing, date: LocalDate) =>
  staffing.days.includes(weekdayOf(date))
    ? {
        from: atWallTime(date, staffing.from, staffing.timeZone),
        to: atWallTime(date, staffing.to, staffing.timeZone),
      }
    : undefined;

/** Whether somebody of the day staff is there. */
export const isStaffed = (staffing: Staffing, now: Instant): boolean => {
  const shift = shiftOn(staffing, localDateIn(now, staffing.timeZone));
  return shift !== undefined && now >= shift.from && now < shift.to;
};

/** `now` when staffed, else the start of the next shift: the next working morning. */
export const nextStaffed = (staffing: Staffing, now: Instant): Instant => addStaffedMinutes(staffing, now, 0);

/** The moment at which so many minutes of staffed time have passed. Total: there is at least one staffed weekday. */
export const addStaffedMinutes = (staffing: Staffing, now: Instant, minutes: number): Instant => {
  let left = minutes;
  for (let date = localDateIn(now, staffing.timeZone); ; date = addLocalDays(date, 1)) {
    const shift = shiftOn(staffing, date);
    if (shift === undefined || shift.to <= now) continue;
    const start = shift.from > now ? shift.from : now;
    const available = minutesBetween(start, shift.to);
    if (left < available) return addMinutes(start, left);
    left -= available;
  }
};

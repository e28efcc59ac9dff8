import type { Enrollment, Member } from '../enrollment/member.ts';
import { addLocalDays, type Instant, type LocalDate, weekdayOf } from '../time.ts';
import { PROGRAM_DAYS, type ProgramContent, type Step } from './program.ts';
import { datesOf, type Slot, slotOn } from './send-window.ts';

const DAYS_A_WEEK = 7;
const LAST_BEFORE_CLOSE = PROGRAM_DAYS - 1;

/**
 * The text of a program day on a local date. Each week has seven texts, one of them easy: it goes on the member's easy
 * weekday, else last; day 1 teaches and day 42 closes whatever weekday they are.
 */
export const stepOn = (content: ProgramContent, enrollment: Enrollment, on: LocalDate): Step => {
  const day = enrollment.nextDay;
  const position = (day - 1) % DAYS_A_WEEK;
  const week = content.tracks[enrollment.track].slice(day - 1 - position, day - 1 - position + DAYS_A_WEEK);
  const easy = week.find((step) => step.isEasy);
  const working = week.filter((step) => !step.isEasy);
  const isLastChance = day === LAST_BEFORE_CLOSE || (position === DAYS_A_WEEK - 1 && day !== PROGRAM_DAYS);
  const isEasyWeekday = weekdayOf(on) === content.easyWeekday && day !== 1 && day !== PROGRAM_DAYS;
  const isEasyNow = !enrollment.isEasyUsed && (isLastChance || isEasyWeekday);
  const step = isEasyNow ? easy : working[position - (enrollment.isEasyUsed ? 1 : 0)];
  if (step === undefined) throw new RangeError(`no text for day ${day} of track ${enrollment.track}`);
  return step;
};

/** The enrollment after its next day was sent or skipped on a date. */
export const afterDay = (enrollment: Enrollment, step: Step, on: LocalDate): Enrollment => {
  const isWeekOver = enrollment.nextDay % DAYS_A_WEEK === 0;
  return {
    ...enrollment,
    nextDay: enrollment.nextDay + 1,
    nextOn: addLocalDays(on, 1),
    isEasyUsed: isWeekOver ? false : enrollment.isEasyUsed || step.isEasy,
  };
};

/** The day's slot, or undefined when no moment suits every zone that the member may be in. */
export const coachingSlot = (content: ProgramContent, member: Member, on: LocalDate): Slot | undefined =>
  slotOn(on, { from: content.hours.windowFrom, to: content.hours.windowTo }, member.hour, member.zones);

/**
 * The date that the next day really falls on: never one on which a coaching text has gone already, in any zone that
 * the member may be in, so that a change of zone or of hour sends no second one (law 4).
 */
export const coachingDate = (member: Member, enrollment: Enrollment): LocalDate => {
  if (enrollment.lastCoachingAt === undefined) return enrollment.nextOn;
  const taken = datesOf(enrollment.lastCoachingAt, member.zones).toSorted().at(-1);
  return taken !== undefined && taken >= enrollment.nextOn ? addLocalDays(taken, 1) : enrollment.nextOn;
};

/** The program goes on, at the earliest tomorrow (or today, where `today` is right): days are shifted, not lost. */
export const shiftedTo = (enrollment: Enrollment, date: LocalDate): Enrollment =>
  enrollment.nextOn < date ? { ...enrollment, nextOn: date } : enrollment;

/** The latest local date that it may be for the member. */
export const latestDate = (member: Member, now: Instant): LocalDate =>
  datesOf(now, member.zones).toSorted().at(-1) as LocalDate; // a member has at least one zone

/**
 * A week back, after a hold for something that needed an emergency room (CLINICAL, "Urgency": one week back).
 */
export const oneWeekBack = (enrollment: Enrollment): Enrollment =>
  enrollment.nextDay > DAYS_A_WEEK
    ? { ...enrollment, nextDay: enrollment.nextDay - DAYS_A_WEEK }
    : { ...enrollment, nextDay: 1, isEasyUsed: false };

import type { PageWhy } from '../decision.ts';
import { type Draft, page, withEscalation } from '../draft.ts';
import type { Staffing, Urgency } from '../program/program.ts';
import { addMinutes, type Instant } from '../time.ts';
import type { Escalation } from './escalation.ts';
import { addStaffedMinutes } from './staffed-hours.ts';

const minutesOfRung = (staffing: Staffing, urgency: Urgency, rung: number): number => {
  const ladder = staffing.ladderMinutes[urgency];
  return ladder[Math.min(rung, ladder.length - 1)] ?? 15;
};

/** The last rung is a telephone that is answered day and night; it rings again and again until somebody acts. */
const lastRung = (staffing: Staffing, urgency: Urgency): number => staffing.ladderMinutes[urgency].length;

/** When the page after the one of this rung goes: `now` by the clock, `today` by staffed time. */
export const nextPageAt = (staffing: Staffing, urgency: Urgency, rung: number, now: Instant): Instant => {
  const minutes = minutesOfRung(staffing, urgency, rung);
  return urgency === 'now' ? addMinutes(now, minutes) : addStaffedMinutes(staffing, now, minutes);
};

/** How long an acknowledgement holds without a logged contact. */
export const contactDueAt = (staffing: Staffing, urgency: Urgency, now: Instant): Instant =>
  urgency === 'now'
    ? addMinutes(now, staffing.contactMinutes.now)
    : addStaffedMinutes(staffing, now, staffing.contactMinutes.today);

/** Pages again, one rung higher, and sets the next page; whoever had acknowledged no longer has it. */
export const climb = (draft: Draft, escalation: Escalation, why: PageWhy): Draft => {
  const { contactDueAt: _, ...rest } = escalation;
  const { staffing } = draft.program.content;
  const rung = Math.min(escalation.page.rung + 1, lastRung(staffing, escalation.urgency));
  const nextAt = nextPageAt(staffing, escalation.urgency, rung, draft.now);
  const climbed: Escalation = {
    ...rest,
    status: 'open',
    page: { count: escalation.page.count + 1, rung, nextAt },
  };
  return page(withEscalation(draft, climbed), why);
};

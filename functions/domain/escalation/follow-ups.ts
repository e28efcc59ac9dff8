import type { Member } from '../enrollment/member.ts';
import type { ProgramContent } from '../program/program.ts';
import { isInside } from '../program/send-window.ts';
import {
  addHours,
  addLocalDays,
  atWallTime,
  type Instant,
  latest,
  localDateIn,
  type WallTime,
} from '../time.ts';
import type { Escalation, Tier } from './escalation.ts';

type FollowUps = Escalation['followUps'];

/** The hours in which a fever may be asked about the same day (CLINICAL, "Urgency", S2). */
export const DAYTIME = { from: '08:00' as WallTime, to: '21:00' as WallTime }; // literals of the right form

/** 9:00 on the member's date so many days on; with several candidate zones, 9:00 in the last of them. */
const morningIn = (content: ProgramContent, member: Member, now: Instant, days: number): Instant => {
  const [first, ...rest] = member.zones.map((zone) =>
    atWallTime(addLocalDays(localDateIn(now, zone), days), content.hours.followUp, zone),
  );
  return first === undefined ? now : latest(first, ...rest);
};

const nextMorning = (content: ProgramContent, member: Member, after: Instant): Instant => {
  const sameDay = morningIn(content, member, after, 0);
  return sameDay > after ? sameDay : morningIn(content, member, after, 1);
};

/**
 * The follow-up texts of a tier (CLINICAL, "Urgency"). None for a crisis: phones are shared, a person calls.
 * F2 goes at 9:00 where the member is.
 */
export const followUpsFor = (
  content: ProgramContent,
  member: Member,
  tier: Tier,
  now: Instant,
): FollowUps => {
  const inAnHour = addHours(now, 1);
  const morning = nextMorning(content, member, addHours(now, 2));
  switch (tier) {
    case 'SC':
      return [];
    case 'S0':
    case 'SP':
      return [{ key: 'f2', at: morning }];
    case 'S1':
      return [
        { key: 'f1', at: inAnHour },
        { key: 'f2', at: morning },
      ];
    case 'S2':
      return isInside(inAnHour, DAYTIME, member.zones)
        ? [{ key: 'f1', at: inAnHour }]
        : [{ key: 'f2_doctor', at: morning }];
    case 'S3':
      return [{ key: 'f2_doctor', at: morningIn(content, member, now, 1) }];
    default:
      return tier satisfies never;
  }
};

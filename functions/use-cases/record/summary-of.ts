import type { Aggregate } from '../../domain/decision.ts';
import { nextTextAt } from '../../domain/due.ts';
import type { Member } from '../../domain/enrollment/member.ts';
import { PROGRAM_DAYS, type Program } from '../../domain/program/program.ts';
import type { Instant, TimeZone } from '../../domain/time.ts';

import type { EnrollmentSummary } from './record-schema.ts';
import { sayPhone } from './say-phone.ts';
import { sayInstant } from './say-time.ts';
import { waitsFor } from './waits-for.ts';
import { ATTENTION_WORDS, TIER_TITLES } from './words.ts';

/** The zone that a member's times are shown in: the first that they may be in. */
const shownZone = (member: Member): TimeZone => member.zones[0] as TimeZone; // the schema asks for at least one

const dayOf = (member: Member): number | undefined =>
  member.enrollment && Math.min(Math.max(member.enrollment.nextDay - 1, 0), PROGRAM_DAYS);

const nextTextOf = (program: Program, aggregate: Aggregate, now: Instant): EnrollmentSummary['nextText'] => {
  const at = nextTextAt(program, aggregate, now);
  return at && { at, localTime: sayInstant(at, shownZone(aggregate.member)) };
};

/** What the list and the record both say about a member. */
export const factsOf = (program: Program, aggregate: Aggregate, now: Instant) => {
  const { member, escalation } = aggregate;
  const { enrollment } = member;
  const day = dayOf(member);
  const nextText = nextTextOf(program, aggregate, now);
  return {
    memberId: member.memberId,
    phone: sayPhone(member.phone),
    language: member.language,
    status: member.state.status,
    consent: member.consent.is,
    reach: member.reach,
    ...(enrollment && { track: enrollment.track }),
    ...(day !== undefined && { day }),
    daysDone: enrollment?.daysDone ?? 0,
    timeZone: shownZone(member),
    ...(nextText && { nextText }),
    attention: member.attention.map((item) => ({ ...item, words: ATTENTION_WORDS[item.why] })),
    waitsFor: waitsFor(member, escalation),
    createdAt: member.createdAt,
    ...(member.lastInboundAt && { lastInboundAt: member.lastInboundAt }),
  };
};

const needOf = ({ member, escalation }: Aggregate): EnrollmentSummary['need'] => {
  if (escalation?.status === 'open') return escalation.urgency;
  if (member.hold) return 'held';
  return member.attention.length > 0 ? 'look' : 'none';
};

/** One line of the list of enrollments. */
export const summaryOf = (program: Program, aggregate: Aggregate, now: Instant): EnrollmentSummary => {
  const { escalation } = aggregate;
  return {
    ...factsOf(program, aggregate, now),
    ...(escalation && {
      hold: {
        escalationId: escalation.escalationId,
        title: TIER_TITLES[escalation.tier],
        urgency: escalation.urgency,
        isAcknowledged: escalation.status !== 'open',
      },
    }),
    need: needOf(aggregate),
  };
};

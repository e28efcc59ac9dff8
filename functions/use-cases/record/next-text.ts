import type { Aggregate } from '../../domain/decision.ts';
import { atWallTime, type Instant, latest } from '../../domain/time.ts';

/** When the next coaching text goes out, as far as it is known now. */
export const nextTextAt = (_program: unknown, aggregate: Aggregate, now: Instant): Instant | undefined => {
  const { member } = aggregate;
  const { enrollment } = member;
  const isFree = !member.hold && !member.question && !member.clearanceSince && member.reach === 'ok';
  if (!enrollment || !isFree || member.consent.is !== 'in' || member.state.status !== 'active')
    return undefined;
  const zone = member.zones[0];
  return zone && latest(atWallTime(enrollment.nextOn, member.hour, zone), now);
};

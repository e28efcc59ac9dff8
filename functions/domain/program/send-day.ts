import { needAttention } from '../conversation/attention.ts';
import { change, type Draft, emit } from '../draft.ts';
import type { Enrollment } from '../enrollment/member.ts';
import { outboundText } from '../say.ts';
import type { NotSentReason } from '../texts/outbound-text.ts';
import { localDateIn, type TimeZone } from '../time.ts';
import { afterDay, coachingDate, coachingSlot, stepOn } from './coaching.ts';
import { composeStep } from './compose.ts';
import { PROGRAM_DAYS, type Step } from './program.ts';
import type { Slot } from './send-window.ts';

const dayText = (draft: Draft, enrollment: Enrollment, step: Step, notAfter: Draft['now']) =>
  outboundText(draft, {
    body: composeStep(draft.program, step, draft.member.language),
    key: step.key,
    kind: 'coaching',
    lane: 'routine',
    notAfter,
    cause: `${enrollment.id}.d${enrollment.nextDay}`,
    day: enrollment.nextDay,
  });

/** A day whose time has passed is recorded with the reason, never sent late (law 10). */
const skipDay = (draft: Draft, enrollment: Enrollment, reason: NotSentReason): Draft => {
  const on = coachingDate(draft.member, enrollment);
  const step = stepOn(draft.program.content, enrollment, on);
  const text = {
    ...dayText(draft, enrollment, step, draft.now),
    status: 'skipped' as const,
    reason,
    statusAt: draft.now,
  };
  const moved = change(draft, { enrollment: afterDay(enrollment, step, on) });
  return { ...moved, skipped: [...draft.skipped, text] };
};

const sendDay = (draft: Draft, enrollment: Enrollment, slot: Slot): Draft => {
  const on = coachingDate(draft.member, enrollment);
  const step = stepOn(draft.program.content, enrollment, on);
  const { scoreAsked: _score, weeklyAskedAt: _weekly, ...rest } = enrollment;
  const next: Enrollment = {
    ...afterDay(rest, step, on),
    lastCoachingAt: draft.now,
    ...(step.asks === 'score' ? { scoreAsked: { at: draft.now, unclear: 0 } } : {}),
    ...(step.asks === 'weekly' ? { weeklyAskedAt: draft.now } : {}),
  };
  return { ...change(draft, { enrollment: next }), text: dayText(draft, enrollment, step, slot.until) };
};

const complete = (draft: Draft): Draft => {
  const { enrollment } = draft.member;
  if (enrollment === undefined || enrollment.nextDay <= PROGRAM_DAYS) return draft;
  return emit(change(draft, { state: { status: 'completed', at: draft.now } }), 'MemberCompleted.v1', {
    enrollment: enrollment.id,
    daysDone: enrollment.daysDone,
  });
};

/**
 * What is due of the program now. After an outage at most one text a day: days that passed are skipped with the
 * reason, today's goes if its window is still open. After day 42 the program is complete.
 */
export const sendDueDay = (draft: Draft): Draft => {
  let sofar = draft;
  for (let enrollment = draft.member.enrollment; enrollment && enrollment.nextDay <= PROGRAM_DAYS; ) {
    const on = coachingDate(sofar.member, enrollment);
    const slot = coachingSlot(sofar.program.content, sofar.member, on);
    if (slot === undefined) {
      if (on > localDateIn(sofar.now, sofar.member.zones[0] as TimeZone)) break; // a member has at least one zone
      sofar = needAttention(skipDay(sofar, enrollment, 'no_common_window'), 'zone_unknown');
    } else if (sofar.now >= slot.until) {
      sofar = skipDay(sofar, enrollment, 'late');
    } else {
      return complete(sofar.now >= slot.from ? sendDay(sofar, enrollment, slot) : sofar);
    }
    enrollment = sofar.member.enrollment;
  }
  return complete(sofar);
};

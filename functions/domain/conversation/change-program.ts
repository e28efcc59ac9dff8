import { change, type Draft, emit, pipe, revoke } from '../draft.ts';
import { nextTextAt } from '../due.ts';
import type { Member } from '../enrollment/member.ts';
import { coachingSlot, latestDate, shiftedTo } from '../program/coaching.ts';
import { sayHour, sayWhen } from '../program/say-when.ts';
import { reply } from '../say.ts';
import {
  addLocalDays,
  daysBetween,
  type LocalDate,
  type WallTime,
  wallTimeSchema,
  weekdayOf,
} from '../time.ts';

const SCREEN_AFTER_DAYS = 14;
const LONGEST_PAUSE_DAYS = 90;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** When the next coaching text goes, in words; a plain dash when none is planned. */
export const nextInWords = (draft: Draft): string => {
  const { member, now, program } = draft;
  const [zone] = member.zones;
  const at = nextTextAt(program, { member: { ...member, zip: undefined } }, now);
  return at === undefined || zone === undefined ? '-' : sayWhen(at, now, zone, member.language);
};

/** Until when: so many days, or the next such weekday; undefined is until the member says. */
const pauseEnd = (draft: Draft, value: string | undefined): LocalDate | undefined => {
  const today = latestDate(draft.member, draft.now);
  const weekday = WEEKDAYS.indexOf(value ?? '') + 1;
  if (weekday > 0) return addLocalDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  const days = Math.floor(Number(value));
  return days >= 1 ? addLocalDays(today, Math.min(days, LONGEST_PAUSE_DAYS)) : undefined;
};

const inWords = (draft: Draft, on: LocalDate): string => {
  const [zone] = draft.member.zones;
  const slot = coachingSlot(draft.program.content, draft.member, on);
  return slot && zone ? sayWhen(slot.from, draft.now, zone, draft.member.language) : on;
};

/** PAUSE: the program waits and loses no day. Without an end, until RESUME. */
export const pause = (draft: Draft, value: string | undefined): Draft => {
  const { state } = draft.member;
  if (state.status !== 'active' && state.status !== 'paused') return reply(draft, 'not_started');
  const until = pauseEnd(draft, value);
  const since = state.status === 'paused' ? state.since : draft.now;
  return pipe(
    change(draft, { state: { status: 'paused', since, ...(until ? { until } : {}) } }),
    (sofar) => revoke(sofar, { which: 'coaching', reason: 'paused' }),
    (sofar) =>
      until ? reply(sofar, 'paused', { until: inWords(draft, until) }) : reply(sofar, 'paused_open'),
    (sofar) => emit(sofar, 'MemberPaused.v1', until ? { until } : {}),
  );
};

/** Active again: where the program was, from `on` at the earliest; after a long pause the screen comes first. */
export const unpause = (draft: Draft, on: LocalDate): Draft => {
  const { state, enrollment } = draft.member;
  if (state.status !== 'paused') return draft;
  const isLong = daysBetween(state.since, draft.now) >= SCREEN_AFTER_DAYS;
  return emit(
    change(draft, {
      state: { status: 'active' },
      ...(enrollment ? { enrollment: shiftedTo(enrollment, on) } : {}),
      ...(isLong
        ? {
            question: {
              kind: 'screen',
              why: 'pause',
              askedAt: draft.now,
              isAsked: false,
              unclear: 0,
            } as const,
          }
        : {}),
    }),
    'MemberResumed.v1',
  );
};

export const resume = (draft: Draft): Draft => {
  const { state } = draft.member;
  if (state.status === 'active') return reply(draft, 'already_in', { next: nextInWords(draft) });
  if (state.status !== 'paused') return reply(draft, 'not_started');
  const active = unpause(draft, addLocalDays(latestDate(draft.member, draft.now), 1));
  if (active.member.question?.kind === 'screen' && active.member.hold === undefined) return active;
  return reply(active, 'resumed', { next: nextInWords(active) });
};

const NAMED_HOURS: Readonly<Record<string, string>> = {
  morning: '09:00',
  afternoon: '14:00',
  evening: '18:00',
};

const wantedHour = (member: Member, value: string): WallTime | undefined => {
  const moved = { earlier: -1, later: 1 }[value];
  const hour = Number(member.hour.slice(0, 2)) + (moved ?? 0);
  const text =
    moved === undefined
      ? (NAMED_HOURS[value] ?? value)
      : `${String(hour).padStart(2, '0')}:${member.hour.slice(3)}`;
  const time = wallTimeSchema.safeParse(text);
  return time.success ? time.data : undefined;
};

/** TIME 7PM: an hour inside the window, recorded; too early or late is told the nearest that we may. */
export const changeTime = (draft: Draft, value: string | undefined): Draft => {
  const { hours } = draft.program.content;
  const hour = value === undefined ? undefined : wantedHour(draft.member, value);
  if (hour === undefined) return reply(draft, 'time_unclear');
  if (hour < hours.earliest) return reply(draft, 'time_too_early', { earliest: sayHour(hours.earliest) });
  if (hour > hours.latest) return reply(draft, 'time_too_late', { latest: sayHour(hours.latest) });
  const changed = emit(keepDayAhead(change(draft, { hour })), 'PreferenceChanged.v1', { hour });
  return reply(changed, 'time_set', { hour: sayHour(hour), next: nextInWords(changed) });
};

/** An hour that has passed today means tomorrow: a text must not follow at once because its hour was moved. */
const keepDayAhead = (draft: Draft): Draft => {
  const { enrollment } = draft.member;
  if (enrollment === undefined) return draft;
  const slot = coachingSlot(draft.program.content, draft.member, enrollment.nextOn);
  return slot !== undefined && slot.from < draft.now
    ? change(draft, { enrollment: { ...enrollment, nextOn: addLocalDays(enrollment.nextOn, 1) } })
    : draft;
};

/** ZIP 55425: the member's one zone from now on. */
export const changeZone = (draft: Draft, value: string | undefined): Draft => {
  const zone = value === undefined ? undefined : draft.program.places.zoneOfZip(value);
  if (zone === undefined) return reply(draft, 'zip_unknown');
  const attention = draft.member.attention.filter(({ why }) => why !== 'zone_unknown');
  const zoned = change(draft, { zones: [zone], zoneSource: 'zip', zip: undefined, attention });
  return reply(emit(zoned, 'PreferenceChanged.v1', { timeZone: zone }), 'zip_set', {
    next: nextInWords(zoned),
  });
};

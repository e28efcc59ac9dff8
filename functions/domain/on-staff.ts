import { goOnTomorrow } from './conversation/safety-answers.ts';
import type { StaffAct } from './decision.ts';
import { change, type Draft, emit, pipe, withEscalation } from './draft.ts';
import { askStep } from './enrollment/joining.ts';
import type { Escalation } from './escalation/escalation.ts';
import { contactDueAt } from './escalation/ladder.ts';
import { goesAWeekBack } from './escalation/tiers.ts';
import type { Flag } from './flags.ts';
import { oneWeekBack } from './program/coaching.ts';
import { isInside } from './program/send-window.ts';
import { reply, saySafety } from './say.ts';

const outcome = (
  draft: Draft,
  kind: 'done' | 'already_done' | 'not_found',
  escalation?: Escalation,
): Draft => ({
  ...draft,
  staff: escalation === undefined ? { kind } : { kind, escalationId: escalation.escalationId },
});

type Act<K extends StaffAct['kind']> = Extract<StaffAct, { kind: K }>;

/** A named person has it: the page stops and the contact timer starts. */
const acknowledge = (draft: Draft, act: Act<'acknowledge'>, escalation: Escalation): Draft => {
  if (escalation.status === 'acknowledged') return outcome(draft, 'already_done', escalation);
  const { nextAt: _, ...page } = escalation.page;
  const next: Escalation = {
    ...escalation,
    status: 'acknowledged',
    page,
    acknowledged: { by: act.by, at: draft.now, note: act.note },
    contactDueAt: contactDueAt(draft.program.content.staffing, escalation.urgency, draft.now),
  };
  const done = emit(withEscalation(draft, next), 'EscalationAcknowledged.v1', {
    escalationId: escalation.escalationId,
    by: act.by,
  });
  return outcome(done, 'done', next);
};

/** An attempt is logged: whoever logs it has the escalation, and the contact timer stops. */
const logContact = (draft: Draft, act: Act<'log_contact'>, escalation: Escalation): Draft => {
  if (escalation.contacts.some(({ actId }) => actId === act.actId))
    return outcome(draft, 'already_done', escalation);
  const { contactDueAt: _due, ...rest } = escalation;
  const { nextAt: _next, ...page } = escalation.page;
  const next: Escalation = {
    ...rest,
    status: 'acknowledged',
    page,
    acknowledged: escalation.acknowledged ?? { by: act.by, at: draft.now, note: act.note },
    contacts: [
      ...escalation.contacts,
      { actId: act.actId, by: act.by, at: draft.now, outcome: act.outcome, note: act.note },
    ],
  };
  const detail = { escalationId: escalation.escalationId, by: act.by, outcome: act.outcome };
  return outcome(emit(withEscalation(draft, next), 'ContactLogged.v1', detail), 'done', next);
};

const close = (draft: Draft, act: Act<'release' | 'misread'>, escalation: Escalation): Draft => {
  const { contactDueAt: _c, asked: _a, reviewAt: _r, ...rest } = escalation;
  const { nextAt: _next, ...page } = escalation.page;
  const how = act.kind === 'misread' ? 'misread' : 'released';
  const closed: Escalation = {
    ...rest,
    status: 'closed',
    page,
    followUps: [],
    closed: { by: act.by, at: draft.now, note: act.note, how },
  };
  const detail = { escalationId: escalation.escalationId, by: act.by, how };
  const freed = change(withEscalation(draft, closed), {
    hold: undefined,
    unconfirmed: undefined,
    heldReplyAt: undefined,
  });
  return outcome(emit(freed, 'EscalationReleased.v1', detail), 'done', closed);
};

const isInProgram = ({ member }: Draft): boolean =>
  member.consent.is === 'in' && ['active', 'paused', 'joining'].includes(member.state.status);

/** A clinician's release: exercises wait for the screen's NO; after an emergency room, a week back. */
const release = (draft: Draft, act: Act<'release'>, escalation: Escalation): Draft => {
  const freed = close(draft, act, escalation);
  if (!isInProgram(freed)) return freed;
  const { enrollment } = freed.member;
  const isBack = enrollment !== undefined && goesAWeekBack(escalation.tier);
  return change(freed, {
    question: { kind: 'screen', why: 'release', askedAt: draft.now, isAsked: false, unclear: 0 },
    ...(isBack ? { enrollment: oneWeekBack(enrollment) } : {}),
  });
};

/** We misread: say so, and go on tomorrow, without a screen. */
const misread = (draft: Draft, act: Act<'misread'>, escalation: Escalation): Draft => {
  const freed = close(draft, act, escalation);
  if (draft.member.consent.is === 'out') return freed;
  const { state } = freed.member;
  const asked =
    state.status === 'joining'
      ? change(freed, { state: { ...state, askedAt: draft.now, isReminded: false } })
      : freed;
  return saySafety(goOnTomorrow(asked), 'fa');
};

/** The care team says that exercises are all right (j4): joining or the program goes on. */
const clear = (draft: Draft, act: Act<'clear'>): Draft => {
  const { state, clearanceSince, attention } = draft.member;
  if (clearanceSince === undefined) return outcome(draft, 'already_done');
  const cleared = pipe(
    change(draft, {
      clearanceSince: undefined,
      attention: attention.filter(({ why }) => why !== 'clearance'),
    }),
    (sofar) => emit(sofar, 'AttentionResolved.v1', { by: act.by, why: 'clearance' }),
    (sofar) => outcome(sofar, 'done'),
  );
  const { windowFrom: from, windowTo: to } = draft.program.content.hours;
  const isDaytime = isInside(draft.now, { from, to }, draft.member.zones);
  const asked = state.status === 'joining' ? askStep(cleared, 'j5') : reply(goOnTomorrow(cleared), 'cleared');
  return isDaytime ? asked : { ...asked, text: undefined };
};

/** "Known, not new" quiets these doubts only (CLINICAL, "`check`"). */
const QUIETABLE: readonly Flag[] = ['fever', 'weight_loss', 'night_pain'];

const markKnown = (draft: Draft, act: Act<'mark_known'>): Draft => {
  const { lastCheck, known = [], attention } = draft.member;
  const flags = (lastCheck?.flags ?? []).filter((flag) => QUIETABLE.includes(flag));
  if (flags.length === 0) return outcome(draft, 'not_found');
  if (flags.every((flag) => known.includes(flag))) return outcome(draft, 'already_done');
  const marked = change(draft, {
    known: [...new Set([...known, ...flags])],
    attention: attention.filter(({ why }) => why !== 'check_answered_no'),
  });
  return outcome(emit(marked, 'AttentionResolved.v1', { by: act.by, why: 'known', flags }), 'done');
};

const resolve = (draft: Draft, act: Act<'resolve'>): Draft => {
  const { attention, clearanceSince } = draft.member;
  const left = clearanceSince === undefined ? [] : attention.filter(({ why }) => why === 'clearance');
  if (left.length === attention.length) return outcome(draft, 'already_done');
  const detail = { by: act.by, why: attention.map(({ why }) => why) };
  return outcome(emit(change(draft, { attention: left }), 'AttentionResolved.v1', detail), 'done');
};

/** What staff do. An act on an escalation that is closed, or not this member's, changes nothing. */
export const onStaff = (draft: Draft, act: StaffAct): Draft => {
  if (act.kind === 'clear') return clear(draft, act);
  if (act.kind === 'mark_known') return markKnown(draft, act);
  if (act.kind === 'resolve') return resolve(draft, act);
  const { escalation } = draft;
  if (escalation === undefined || escalation.escalationId !== act.escalationId)
    return outcome(draft, 'not_found');
  switch (act.kind) {
    case 'acknowledge':
      return acknowledge(draft, act, escalation);
    case 'log_contact':
      return logContact(draft, act, escalation);
    case 'release':
      return release(draft, act, escalation);
    case 'misread':
      return misread(draft, act, escalation);
    default:
      return act satisfies never;
  }
};

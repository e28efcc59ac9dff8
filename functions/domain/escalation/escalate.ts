import { change, type Draft, emit, page, pipe, revoke, withEscalation } from '../draft.ts';
import type { Flag } from '../flags.ts';
import { escalationIdOf } from '../ids.ts';
import { reply, saySafety } from '../say.ts';
import { addDays24, minutesBetween } from '../time.ts';
import type { Evidence } from '../triage/reading.ts';
import type { Escalation, Tier } from './escalation.ts';
import { followUpsFor } from './follow-ups.ts';
import { nextPageAt } from './ladder.ts';
import { safetyTextFor, strongest, tierOf, urgencyOf } from './tiers.ts';

/** The same flag again within the hour is logged, without repeating the whole text. */
const SAME_FLAG_QUIET_MINUTES = 60;
const REVIEW_AFTER_DAYS = 14;
const HELD_REPLY_EVERY_MINUTES = 12 * 60;

export type Report = {
  readonly flags: readonly Flag[];
  readonly evidence: readonly Evidence[];
  readonly isOverdose: boolean;
  readonly source: Escalation['source'];
  /** The same text asked us to stop: one text honors both. */
  readonly isOptOut?: boolean;
  /** Silence has no text to answer. */
  readonly isSilent?: boolean;
};

const isNew = (draft: Draft, flag: Flag): boolean => {
  const answeredAt = draft.escalation?.answeredAt[flag];
  return answeredAt === undefined || minutesBetween(answeredAt, draft.now) >= SAME_FLAG_QUIET_MINUTES;
};

const opened = (draft: Draft, report: Report, tier: Tier): Escalation => {
  const { memberId } = draft.member;
  return {
    escalationId: escalationIdOf(memberId, draft.cause),
    memberId,
    status: 'open',
    tier,
    urgency: urgencyOf(tier, report.flags),
    flags: report.flags,
    evidence: report.evidence,
    source: report.source,
    openedAt: draft.now,
    answeredAt: {},
    page: { count: 1, rung: 0 },
    contacts: [],
    followUps: [],
    told: { key: report.isSilent === true ? 'check' : 'held', delivery: 'nothing_sent' },
    reviewAt: addDays24(draft.now, REVIEW_AFTER_DAYS),
  };
};

/** A further report joins the open escalation: it can only raise it, and it starts the ladder again. */
const joined = (open: Escalation, report: Report, tier: Tier): Escalation => {
  const flags = [...new Set([...open.flags, ...report.flags])];
  const raised = strongest(open.tier, tier);
  return {
    ...open,
    tier: raised,
    urgency: open.urgency === 'now' ? 'now' : urgencyOf(raised, flags),
    flags,
    evidence: [...open.evidence, ...report.evidence].slice(-12),
    source: report.source,
  };
};

const restarted = (draft: Draft, escalation: Escalation): Escalation => {
  const { contactDueAt: _, ...rest } = escalation;
  const { staffing } = draft.program.content;
  return {
    ...rest,
    status: 'open',
    page: {
      count: escalation.page.count + (draft.escalation === undefined ? 0 : 1),
      rung: 0,
      nextAt: nextPageAt(staffing, escalation.urgency, 0, draft.now),
    },
    followUps:
      draft.member.consent.is === 'out'
        ? []
        : followUpsFor(draft.program.content, draft.member, escalation.tier, draft.now),
  };
};

/** Tells the member, and notes in the escalation what they were told. */
const tell = (draft: Draft, report: Report, tier: Tier, openTier: Tier | undefined): Draft => {
  const { escalation } = draft;
  if (escalation === undefined || report.isSilent === true) return draft;
  const isOptedOut = report.isOptOut === true || draft.member.consent.is === 'out';
  const isScreen = report.source === 'screen';
  const safety = safetyTextFor(tier, openTier, { isOptedOut, isScreen });
  const key = report.source === 'unreadable' && !isOptedOut ? 'nurse' : safety.key;
  const said = saySafety(draft, key);
  const isSaid = said.text !== undefined; // what the carrier blocks has answered nothing
  const answered = isSaid ? Object.fromEntries(report.flags.map((flag) => [flag, draft.now])) : {};
  return withEscalation(said, {
    ...escalation,
    answeredAt: { ...escalation.answeredAt, ...answered },
    told:
      said.text === undefined
        ? { key, delivery: 'blocked' }
        : { key, textId: said.text.textId, delivery: 'pending' },
  });
};

/** At most once in 12 hours: the coaching is paused, and where to turn if it gets worse. */
export const sayHeld = (draft: Draft): Draft => {
  const last = draft.member.heldReplyAt;
  if (last !== undefined && minutesBetween(last, draft.now) < HELD_REPLY_EVERY_MINUTES) return draft;
  const said = reply(draft, 'held');
  return said.text === undefined || said.text === draft.text
    ? said
    : change(said, { heldReplyAt: draft.now });
};

/**
 * A red flag: in one decision the safety reply, an open escalation, a page, the coaching held (law 3). One open
 * escalation a member; a further flag joins it.
 */
export const escalate = (draft: Draft, report: Report): Draft => {
  const tier = tierOf(report.flags, report.isOverdose);
  const open = draft.escalation;
  const isOptingOut = draft.consent?.action === 'out'; // its one confirmation is the safety text
  const isKnown = report.flags.length > 0 && !report.flags.some((flag) => isNew(draft, flag));
  const isAnswered = open !== undefined && isKnown && !isOptingOut;
  const next = open === undefined ? opened(draft, report, tier) : joined(open, report, tier);
  const holding = pipe(change(draft, { hold: next.escalationId, question: undefined }), (sofar) =>
    revoke(sofar, sofar.revokes ?? { which: 'coaching', reason: 'held' }),
  );
  const detail = {
    escalationId: next.escalationId,
    tier: next.tier,
    flags: [...next.flags],
    source: next.source,
  };
  if (isAnswered && open !== undefined && strongest(open.tier, tier) === open.tier) {
    const logged = emit(withEscalation(holding, next), 'EscalationRaised.v1', detail);
    return open.status === 'acknowledged' ? reopen(logged) : sayHeld(logged);
  }
  const told = tell(withEscalation(holding, restarted(draft, next)), report, tier, open?.tier);
  const named = emit(told, open === undefined ? 'EscalationOpened.v1' : 'EscalationRaised.v1', detail);
  return page(named, open === undefined ? 'opened' : 'raised');
};

/** A new text after the acknowledgement reopens the escalation and rings (CLINICAL, "What care managers need"). */
export const reopen = (draft: Draft): Draft => {
  const { escalation } = draft;
  if (escalation?.status !== 'acknowledged') return draft;
  const { contactDueAt: _, ...rest } = escalation;
  const rung = escalation.page.rung;
  const nextAt = nextPageAt(draft.program.content.staffing, escalation.urgency, rung, draft.now);
  const pages = { count: escalation.page.count + 1, rung, nextAt };
  return page(withEscalation(draft, { ...rest, status: 'open', page: pages }), 'new_text');
};

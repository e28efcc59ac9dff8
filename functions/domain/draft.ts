import type { ConsentEntry, Decision, DomainEvent, EventType, PageWhy } from './decision.ts';
import type { Member } from './enrollment/member.ts';
import type { Escalation } from './escalation/escalation.ts';
import { isStaffed } from './escalation/staffed-hours.ts';
import { type Cause, causeSchema } from './ids.ts';
import type { Program } from './program/program.ts';
import type { OutboundText } from './texts/outbound-text.ts';
import type { Instant } from './time.ts';

/** A decision in the making: what was loaded, what is known, and what has been decided so far. Never mutated. */
export type Draft = {
  readonly program: Program;
  readonly now: Instant;
  /** The stem of every id that this decision makes. */
  readonly cause: Cause;
  readonly member: Member;
  readonly isNewMember: boolean;
  readonly replaces?: Decision['replaces'];
  readonly escalation?: Escalation | undefined;
  readonly isEscalationChanged: boolean;
  readonly text?: OutboundText | undefined;
  readonly skipped: readonly OutboundText[];
  readonly events: readonly DomainEvent[];
  readonly consent?: ConsentEntry | undefined;
  readonly revokes?: Decision['revokes'];
  readonly decided?: Decision['decided'];
  readonly staff?: Decision['staff'];
};

export type Change = (draft: Draft) => Draft;

/** Does one after the other. */
export const pipe = (draft: Draft, ...changes: readonly Change[]): Draft =>
  changes.reduce((sofar, change) => change(sofar), draft);

/** A change of the member: `undefined` takes a field away. */
export const change = (
  draft: Draft,
  patch: { readonly [K in keyof Member]?: Member[K] | undefined },
): Draft => ({
  ...draft,
  member: { ...draft.member, ...patch } as Member, // required fields are only patched with values
});

/** The escalation in its next state; a closed one is written and no longer holds. */
export const withEscalation = (draft: Draft, escalation: Escalation): Draft => ({
  ...draft,
  escalation,
  isEscalationChanged: true,
});

export const emit = (draft: Draft, type: EventType, detail: DomainEvent['detail'] = {}): Draft => ({
  ...draft,
  events: [
    ...draft.events,
    {
      type,
      at: draft.now,
      memberId: draft.member.memberId,
      cause: causeSchema.parse(`${draft.cause}.${draft.events.length}`),
      detail,
    },
  ],
});

/** Writes a line of the consent ledger (law 8). */
export const enterConsent = (
  draft: Draft,
  entry: Pick<ConsentEntry, 'action' | 'how' | 'wording'> & { readonly sid?: string | undefined },
): Draft => ({
  ...draft,
  consent: {
    memberId: draft.member.memberId,
    at: draft.now,
    cause: draft.cause,
    action: entry.action,
    how: entry.how,
    wording: entry.wording,
    ...(entry.sid === undefined ? {} : { sid: entry.sid }),
  },
});

/**
 * Pages staff. The first thing a page says: how urgent, whether the member was told and it arrived, the language, and
 * what the member was told (CLINICAL, "What care managers need").
 */
export const page = (draft: Draft, why: PageWhy): Draft => {
  const { escalation, member, program, now } = draft;
  const urgency = escalation?.urgency ?? 'today';
  const delivery = escalation?.told.delivery ?? 'nothing_sent';
  const told = escalation?.told.key ?? 'none';
  const isReached = delivery === 'delivered' || delivery === 'pending';
  const staffing = program.content.staffing;
  return emit(draft, 'StaffPaged.v1', {
    why,
    urgency,
    tier: escalation?.tier ?? 'none',
    flags: [...(escalation?.flags ?? [])],
    escalationId: escalation?.escalationId ?? 'none',
    rung: escalation?.page.rung ?? 0,
    rings: urgency === 'now' || isStaffed(staffing, now),
    language: member.language,
    told,
    delivery,
    isOptedOut: member.consent.is === 'out',
    firstLine: [
      ...(isReached ? [] : ['NO SAFETY TEXT REACHED THIS MEMBER: phone now']),
      urgency.toUpperCase(),
      delivery === 'pending' ? 'text under way' : delivery.replaceAll('_', ' ').toUpperCase(),
      member.language === 'es' ? 'Spanish' : 'English',
      `told: ${told}`,
    ].join(' | '),
  });
};

/** Takes back texts that are still only planned (a claim and this are ordered by the table). */
export const revoke = (draft: Draft, revokes: NonNullable<Decision['revokes']>): Draft => ({
  ...draft,
  revokes,
});

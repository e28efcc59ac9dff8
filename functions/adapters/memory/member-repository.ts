import {
  type Aggregate,
  consentEntrySchema,
  type Decision,
  domainEventSchema,
} from '../../domain/decision.ts';
import { memberSchema } from '../../domain/enrollment/member.ts';
import { escalationSchema } from '../../domain/escalation/escalation.ts';
import type { MemberId } from '../../domain/ids.ts';
import { inboundTextSchema } from '../../domain/texts/inbound-text.ts';
import { type OutboundText, outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import type { MemberRepository } from '../../ports.ts';
import { inboxKey, type MemoryTable, recordKey } from './table.ts';

export const createMemoryMemberRepository = (table: MemoryTable): MemberRepository => {
  const load = (memberId: MemberId | undefined): Aggregate | undefined => {
    const member = memberId && table.members.get(memberId)?.member;
    return member && { member, escalation: member.hold && table.escalations.get(member.hold) };
  };

  return {
    findByPhone: async (phoneKey) => load(table.phones.get(phoneKey)),
    findById: async (memberId) => load(memberId),
    commit: async (decision) => {
      const textsToPut = [...(decision.text ? [decision.text] : []), ...decision.skipped];
      if (!isApplicable(table, decision, textsToPut)) return { kind: 'conflict' };
      const write = checkedWrite(table, decision, textsToPut);
      write();
      return { kind: 'committed' };
    },
  };
};

const isApplicable = (table: MemoryTable, decision: Decision, texts: readonly OutboundText[]): boolean => {
  const { member, isNewMember, consent, decided } = decision;
  const stored = table.members.get(member.memberId)?.member;
  if (
    isNewMember ? stored !== undefined || !isNumberFree(table, decision) : stored?.version !== member.version
  )
    return false;
  if (texts.some((text) => table.texts.has(text.textId))) return false;
  if (consent && table.consents.has(recordKey(consent))) return false;
  return !decided || table.inbox.get(inboxKey(member.phoneKey, decided.sid))?.status === 'undecided';
};

const isNumberFree = (table: MemoryTable, { member, replaces }: Decision): boolean => {
  const holder = table.phones.get(member.phoneKey);
  if (!replaces) return holder === undefined;
  return (
    holder === replaces.memberId && table.members.get(replaces.memberId)?.member.version === replaces.version
  );
};

/** Checks everything first, so that a decision that breaks a schema writes nothing. */
const checkedWrite = (table: MemoryTable, decision: Decision, textsToPut: readonly OutboundText[]) => {
  const { member, due, decided } = decision;
  const next = memberSchema.parse({ ...member, version: member.version + 1 });
  const texts = textsToPut.map((text) => outboundTextSchema.parse(text));
  const escalation = decision.escalation && escalationSchema.parse(decision.escalation);
  const events = decision.events.map((event) => domainEventSchema.parse(event));
  const consent = decision.consent && consentEntrySchema.parse(decision.consent);
  const key = decided && inboxKey(member.phoneKey, decided.sid);
  const inbound = key
    ? inboundTextSchema.parse({ ...table.inbox.get(key), ...decided, memberId: member.memberId })
    : undefined;

  return () => {
    if (decision.isNewMember) takeNumber(table, decision);
    revokePlanned(table, decision);
    table.members.set(next.memberId, { member: next, due });
    for (const text of texts) table.texts.set(text.textId, { text });
    if (escalation) table.escalations.set(escalation.escalationId, escalation);
    for (const event of events) table.events.set(recordKey(event), event);
    if (consent) table.consents.set(recordKey(consent), consent);
    if (key && inbound) table.inbox.set(key, inbound);
  };
};

const takeNumber = (table: MemoryTable, { member, replaces }: Decision): void => {
  table.phones.set(member.phoneKey, member.memberId);
  const before = replaces && table.members.get(replaces.memberId);
  if (!before) return;
  const { member: replaced, due } = before;
  table.members.set(replaced.memberId, { member: { ...replaced, version: replaced.version + 1 }, due });
};

const revokePlanned = (table: MemoryTable, { member, revokes, events, consent }: Decision): void => {
  if (!revokes) return;
  const statusAt = events[0]?.at ?? consent?.at;
  for (const { text } of table.texts.values()) {
    if (text.memberId !== member.memberId || text.status !== 'planned') continue;
    if (revokes.which === 'coaching' ? text.kind !== 'coaching' : text.kind === 'safety') continue;
    const revoked: OutboundText = { ...text, status: 'revoked', reason: revokes.reason, statusAt };
    table.texts.set(text.textId, { text: revoked });
  }
};

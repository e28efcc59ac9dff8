import type { ConsentEntry, DomainEvent, Due } from '../../domain/decision.ts';
import type { Member } from '../../domain/enrollment/member.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { EscalationId, MemberId, MessageSid, PhoneKey, TextId } from '../../domain/ids.ts';
import type { InboundText } from '../../domain/texts/inbound-text.ts';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';
import type { Instant } from '../../domain/time.ts';

/** What the table holds, in one process. One state object is shared by the twins of all ports. */
export type MemoryTable = {
  readonly members: Map<MemberId, { readonly member: Member; readonly due?: Due | undefined }>;
  readonly phones: Map<PhoneKey, MemberId>;
  readonly inbox: Map<string, InboundText>;
  readonly texts: Map<TextId, { readonly text: OutboundText; readonly dueAt?: Instant | undefined }>;
  readonly escalations: Map<EscalationId, Escalation>;
  readonly events: Map<string, DomainEvent>;
  readonly consents: Map<string, ConsentEntry>;
};

export const createMemoryTable = (): MemoryTable => ({
  members: new Map(),
  phones: new Map(),
  inbox: new Map(),
  texts: new Map(),
  escalations: new Map(),
  events: new Map(),
  consents: new Map(),
});

export const inboxKey = (phoneKey: PhoneKey, sid: MessageSid): string => `${phoneKey}~${sid}`;

export const recordKey = (entry: Pick<DomainEvent, 'memberId' | 'at' | 'cause'>): string =>
  `${entry.memberId}~${entry.at}~${entry.cause}`;

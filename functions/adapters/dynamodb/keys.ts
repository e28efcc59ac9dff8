import type { ConsentEntry, DomainEvent, Due } from '../../domain/decision.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import {
  type EscalationId,
  type MemberId,
  type MessageSid,
  memberIdSchema,
  type PhoneKey,
  phoneKeySchema,
  type TextId,
  textIdSchema,
} from '../../domain/ids.ts';

/** The only place that knows how items are named. A key holds ids and instants, never a number or words (law 9). */
export type Key = { readonly pk: string; readonly sk: string };

export const SK = {
  member: 'MEMBER',
  text: 'TEXT#',
  consent: 'CONSENT#',
  event: 'EVENT#',
  escalation: 'ESCALATION#',
} as const;

const MEMBER = 'MEMBER#';
const INBOX = 'INBOX#';

export const memberPartition = (memberId: MemberId): string => `${MEMBER}${memberId}`;
export const inboxPartition = (phoneKey: PhoneKey): string => `${INBOX}${phoneKey}`;

export const memberKey = (memberId: MemberId): Key => ({ pk: memberPartition(memberId), sk: SK.member });

export const phoneItemKey = (phoneKey: PhoneKey): Key => ({ pk: `PHONE#${phoneKey}`, sk: 'PHONE' });

export const inboundKey = (phoneKey: PhoneKey, sid: MessageSid): Key => ({
  pk: inboxPartition(phoneKey),
  sk: `SID#${sid}`,
});

const idKey = (id: TextId | EscalationId, prefix: string): Key => {
  const [memberId, ...rest] = id.split('~');
  return { pk: `${MEMBER}${memberId}`, sk: `${prefix}${rest.join('#')}` };
};

export const textKey = (textId: TextId): Key => idKey(textId, SK.text);
export const escalationKey = (escalationId: EscalationId): Key => idKey(escalationId, SK.escalation);

export const eventKey = (event: Pick<DomainEvent, 'memberId' | 'at' | 'cause'>): Key => ({
  pk: memberPartition(event.memberId),
  sk: `${SK.event}${event.at}#${event.cause}`,
});

export const consentKey = (entry: Pick<ConsentEntry, 'memberId' | 'at' | 'cause'>): Key => ({
  pk: memberPartition(entry.memberId),
  sk: `${SK.consent}${entry.at}#${entry.cause}`,
});

export const BRAKE_KEY: Key = { pk: 'BRAKE', sk: 'BRAKE' };
export const paceKey = (day: string): Key => ({ pk: `PACE#${day}`, sk: 'PACE' });

/** What an item is about, read back from its key. Undefined for what is not carried on and never due. */
export type Named =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'inbound'; readonly phoneKey: PhoneKey }
  | { readonly kind: 'text'; readonly textId: TextId }
  | { readonly kind: 'event' };

export const readKey = ({ pk, sk }: Key): Named | undefined => {
  if (pk.startsWith(INBOX))
    return { kind: 'inbound', phoneKey: phoneKeySchema.parse(pk.slice(INBOX.length)) };
  if (!pk.startsWith(MEMBER)) return undefined;
  const memberId = pk.slice(MEMBER.length);
  if (sk === SK.member) return { kind: 'member', memberId: memberIdSchema.parse(memberId) };
  if (sk.startsWith(SK.event)) return { kind: 'event' };
  if (!sk.startsWith(SK.text)) return undefined;
  const [plannedAt, ...cause] = sk.slice(SK.text.length).split('#');
  return { kind: 'text', textId: textIdSchema.parse(`${memberId}~${plannedAt}~${cause.join('#')}`) };
};

export type Pace = 'now' | 'paced';

/** How many partitions a pace is spread over. May grow, never shrink: an entry stays where it was written. */
const DUE_SHARDS = { now: 4, paced: 16 } as const satisfies Record<Pace, number>;

export const dueShardsOf = (pace: Pace): readonly string[] =>
  Array.from({ length: DUE_SHARDS[pace] }, (_, shard) => `${pace}#${shard}`);

/** FNV-1a: spreads ids evenly; nothing secret rests on it. */
const hash = (id: string): number =>
  [...id].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);

export const dueShardOf = (pace: Pace, id: string): string => `${pace}#${hash(id) % DUE_SHARDS[pace]}`;

export const paceOf = (due: Due): Pace => (due.isPaced ? 'paced' : 'now');

/** Everybody in one partition: it is written once a member, and read page by page. */
export const ROSTER_SHARD = 'ROSTER';
export const ESCALATION_SHARD = 'OPEN';

/** Sorts open escalations: strongest urgency first, then oldest. */
export const escalationRankOf = ({ urgency, openedAt }: Escalation): string =>
  `${urgency === 'now' ? 0 : 1}#${openedAt}`;

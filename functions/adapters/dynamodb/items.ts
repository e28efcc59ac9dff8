import type { z } from 'zod';
import {
  type ConsentEntry,
  consentEntrySchema,
  type DomainEvent,
  type Due,
  domainEventSchema,
} from '../../domain/decision.ts';
import { type Member, memberSchema } from '../../domain/enrollment/member.ts';
import { type Escalation, escalationSchema } from '../../domain/escalation/escalation.ts';
import type { PhoneKey } from '../../domain/ids.ts';
import { type InboundText, inboundTextSchema } from '../../domain/texts/inbound-text.ts';
import { type OutboundText, outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import { addMinutes, type Instant } from '../../domain/time.ts';
import { CorruptItemError } from './corrupt-item-error.ts';
import * as keys from './keys.ts';
import { relayOfEvent, relayOfInbound, relayOfText } from './relay.ts';

/** What is written: plain attributes. The schemas check on the way in as well, so that nothing unreadable is stored. */
export type Item = keys.Key & Readonly<Record<string, unknown>>;

/** Reads an item with its schema, which drops keys and index attributes. Throws CorruptItemError. */
export const readItem = <Schema extends z.ZodType>(schema: Schema, item: Record<string, unknown>) => {
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  throw new CorruptItemError({ pk: String(item.pk), sk: String(item.sk) }, read.error.issues);
};

export const memberItem = (member: Member, due?: Due): Item => ({
  ...keys.memberKey(member.memberId),
  ...memberSchema.parse(member),
  rosterShard: keys.ROSTER_SHARD,
  ...(due && { dueShard: keys.dueShardOf(keys.paceOf(due), member.memberId), dueAt: due.at }),
});

export const phoneItem = (phoneKey: PhoneKey, { memberId }: Pick<Member, 'memberId'>): Item => ({
  ...keys.phoneItemKey(phoneKey),
  memberId,
});

export const textItem = (text: OutboundText): Item => ({
  ...keys.textKey(text.textId),
  ...outboundTextSchema.parse(text),
  relay: relayOfText(text),
});

/** Where a text waits to be tried again: routine texts within the carrier's rate, urgent ones at once. */
export const textDue = (
  { textId, lane }: Pick<OutboundText, 'textId' | 'lane'>,
  dueAt: Instant,
): { readonly dueShard: string; readonly dueAt: Instant } => ({
  dueShard: keys.dueShardOf(lane === 'urgent' ? 'now' : 'paced', textId),
  dueAt,
});

/** A minute in which the doorbell should have been answered; then the due index rings again. */
const RING_AGAIN_MINUTES = 1;

export const inboundItem = (text: InboundText): Item => ({
  ...keys.inboundKey(text.phoneKey, text.sid),
  ...inboundTextSchema.parse(text),
  relay: relayOfInbound(text),
  ...(text.status === 'undecided' && {
    dueShard: keys.dueShardOf('now', text.sid),
    dueAt: addMinutes(text.receivedAt, RING_AGAIN_MINUTES),
  }),
});

export const escalationItem = (escalation: Escalation): Item => ({
  ...keys.escalationKey(escalation.escalationId),
  ...escalationSchema.parse(escalation),
  ...(escalation.status !== 'closed' && {
    escalationShard: keys.ESCALATION_SHARD,
    escalationRank: keys.escalationRankOf(escalation),
  }),
});

export const eventItem = (event: DomainEvent): Item => ({
  ...keys.eventKey(event),
  ...domainEventSchema.parse(event),
  relay: relayOfEvent(event),
});

export const consentItem = (entry: ConsentEntry): Item => ({
  ...keys.consentKey(entry),
  ...consentEntrySchema.parse(entry),
});

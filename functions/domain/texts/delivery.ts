import { z } from 'zod';
import type { MessageSid } from '../ids.ts';

/**
 * What a text's journey can be called. Ours until the carrier answers: `planned claimed revoked skipped unknown`;
 * from `accepted` on, the carrier's own words. `unknown`: the carrier may or may not have the text.
 */
export const TEXT_STATUSES = [
  'planned',
  'claimed',
  'revoked',
  'skipped',
  'unknown',
  'accepted',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
] as const;
export const textStatusSchema = z.enum(TEXT_STATUSES);
export type TextStatus = z.infer<typeof textStatusSchema>;

const FINAL_RANK = 7;
const RANKS = {
  planned: 0,
  claimed: 1,
  unknown: 2,
  accepted: 3,
  queued: 4,
  sending: 5,
  sent: 6,
  delivered: FINAL_RANK,
  undelivered: FINAL_RANK,
  failed: FINAL_RANK,
  canceled: FINAL_RANK,
  revoked: FINAL_RANK,
  skipped: FINAL_RANK,
} as const satisfies Record<TextStatus, number>;

/** Nothing that is heard later changes a final status: the first of them wins. */
export const isFinalTextStatus = (status: TextStatus): boolean => RANKS[status] === FINAL_RANK;

/**
 * Whether news of `to` moves a text that stands at `from`. Callbacks come late, doubled and out of order, so a text
 * only moves forward. Only a planned text is revoked, and only what has not gone to the carrier is skipped. Giving a
 * claim back and claiming again after `unknown` are no news; they are conditional writes of their own.
 */
export const mayAdvance = (from: TextStatus, to: TextStatus): boolean => {
  if (to === 'revoked') return from === 'planned';
  if (to === 'skipped') return from === 'planned' || from === 'claimed';
  return RANKS[to] > RANKS[from];
};

const FROM_CARRIER: Readonly<Record<string, TextStatus>> = {
  scheduled: 'accepted',
  accepted: 'accepted',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'canceled',
};

/** Our word for the carrier's; undefined for a word that is not a status of a text to a member. */
export const readCarrierStatus = (word: string): TextStatus | undefined =>
  Object.hasOwn(FROM_CARRIER, word) ? FROM_CARRIER[word] : undefined;

/**
 * What an error of the carrier asks of us. `permanent`: this number gets no texts, stop and tell the care team.
 * `opted_out`: suppress until START. `throttled`: too fast, the same text again later. `transient`: at most one later
 * try, if still in the window. `configuration`: stop and page, every text will fail. `content`: never this text again.
 * `expired`: not sent in time. `unknown_code`: not in our table, so no retry; counted and alarmed.
 */
const DELIVERY_ERROR_CLASSES = [
  'permanent',
  'opted_out',
  'throttled',
  'transient',
  'configuration',
  'content',
  'expired',
  'unknown_code',
] as const;
export const deliveryErrorClassSchema = z.enum(DELIVERY_ERROR_CLASSES);
export type DeliveryErrorClass = z.infer<typeof deliveryErrorClassSchema>;

/**
 * How one attempt to send ended. `accepted`: the carrier has the text. `throttled`: it certainly has not, try later.
 * `refused`: it certainly has not, and `errorClass` says what to do. `unknown`: it may have; never blindly send again.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly sid: MessageSid; readonly status: TextStatus }
  | { readonly kind: 'throttled'; readonly code: number }
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly errorClass: Exclude<DeliveryErrorClass, 'throttled'>;
    }
  | { readonly kind: 'unknown' };

import { z } from 'zod';
import { languageSchema } from '../flags.ts';
import { memberIdSchema, messageSidSchema, phoneKeySchema, phoneNumberSchema, textIdSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { deliveryErrorClassSchema, textStatusSchema } from './delivery.ts';

/** Why a planned or due text did not go out; shown in the member's record (law 10). */
export const notSentReasonSchema = z.enum([
  'late', // its day had passed when the program came back to it
  'window_closed', // the send window of its day ended first
  'no_common_window', // no hour suits every zone that the number may be in
  'opted_out',
  'held', // a red flag is open
  'paused',
  'unknown_outcome', // the carrier's answer was lost; a coaching text is not risked twice
  'refused', // the carrier said no; see the error
]);
export type NotSentReason = z.infer<typeof notSentReasonSchema>;

/** One text to a member, from plan to final status. `lane` urgent never waits behind the day's coaching. */
export const outboundTextSchema = z
  .object({
    textId: textIdSchema,
    memberId: memberIdSchema,
    phoneKey: phoneKeySchema,
    to: phoneNumberSchema,
    body: z.string(),
    /** Which wording: a reply key, or a step key of the track. */
    key: z.string(),
    /** `coaching`: does not answer the member's own text and is not a safety text (check-ins and reminders too). */
    kind: z.enum(['coaching', 'reply', 'safety']),
    lane: z.enum(['urgent', 'routine']),
    language: languageSchema,
    contentVersion: z.string(),
    segments: z.number().int().min(1),
    /** The program day, for coaching texts. */
    day: z.number().int().optional(),
    plannedAt: instantSchema,
    /** Not claimed at or after this instant: the end of the send window, or of its usefulness. */
    notAfter: instantSchema,
    status: textStatusSchema,
    reason: notSentReasonSchema.optional(),
    claimedAt: instantSchema.optional(),
    sid: messageSidSchema.optional(),
    errorCode: z.number().int().optional(),
    errorClass: deliveryErrorClassSchema.optional(),
    statusAt: instantSchema.optional(),
    /** Sends tried, for a text that had to be sent again. */
    attempts: z.number().int().min(0),
  })
  .readonly();
export type OutboundText = z.infer<typeof outboundTextSchema>;

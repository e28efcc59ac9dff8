import { z } from 'zod';
import { consentEntrySchema, eventTypeSchema } from '../../domain/decision.ts';
import { attentionWhySchema, memberSchema } from '../../domain/enrollment/member.ts';
import { languageSchema } from '../../domain/flags.ts';
import { causeSchema, memberIdSchema, messageSidSchema, textIdSchema } from '../../domain/ids.ts';
import { trackSchema } from '../../domain/program/program.ts';
import { textStatusSchema } from '../../domain/texts/delivery.ts';
import { notSentReasonSchema } from '../../domain/texts/outbound-text.ts';
import { instantSchema, timeZoneSchema, wallTimeSchema } from '../../domain/time.ts';
import { evidenceSchema } from '../../domain/triage/reading.ts';
import { escalationViewSchema } from './escalation-schema.ts';

const enrollmentStatusSchema = z.enum(['visitor', 'joining', 'active', 'paused', 'lapsed', 'completed']);

/** A coming text: the instant, and the same as clocks show it where the member is. */
const nextTextSchema = z.object({ at: instantSchema, localTime: z.string() }).readonly();

const attentionSchema = z
  .object({ why: attentionWhySchema, words: z.string(), since: instantSchema })
  .readonly();

const summaryFields = {
  memberId: memberIdSchema,
  /** As people write it, `(612) 555-0100`. */
  phone: z.string(),
  language: languageSchema,
  status: enrollmentStatusSchema,
  consent: z.enum(['none', 'in', 'out']),
  reach: z.enum(['ok', 'unreachable']),
  track: trackSchema.optional(),
  /** The last program day that has come, 0 before the first, at most 42; absent before joining is done. */
  day: z.number().int().min(0).max(42).optional(),
  daysDone: z.number().int().min(0),
  /** The first zone that the member may be in: the one that times are shown in. */
  timeZone: timeZoneSchema,
  nextText: nextTextSchema.optional(),
  attention: z.array(attentionSchema).readonly(),
  /** What must happen before the next coaching text, in plain words; empty when nothing stands in the way. */
  waitsFor: z.array(z.string()).readonly(),
  createdAt: instantSchema,
  lastInboundAt: instantSchema.optional(),
};

/** One line of the list. `need`: who has to act, and how soon; the list is sorted by it. */
export const enrollmentSummarySchema = z
  .object({
    ...summaryFields,
    hold: z
      .object({
        escalationId: z.string(),
        title: z.string(),
        urgency: z.enum(['now', 'today']),
        isAcknowledged: z.boolean(),
      })
      .readonly()
      .optional(),
    need: z.enum(['now', 'today', 'held', 'look', 'none']),
  })
  .readonly();
export type EnrollmentSummary = z.infer<typeof enrollmentSummarySchema>;

/** One text of the conversation, either way; a text of ours that did not go out is in it too, with the reason. */
const conversationTextSchema = z
  .object({
    at: instantSchema,
    direction: z.enum(['in', 'out']),
    body: z.string(),
    status: z.union([textStatusSchema, z.enum(['undecided', 'decided', 'unreadable'])]),
    statusWords: z.string(),
    isSent: z.boolean(),
    reason: notSentReasonSchema.optional(),
    notSentReason: z.string().optional(),
    error: z.object({ code: z.number().int().optional(), words: z.string() }).readonly().optional(),
    segments: z.number().int().optional(),
    key: z.string().optional(),
    kind: z.enum(['coaching', 'reply', 'safety']).optional(),
    day: z.number().int().optional(),
    outcome: z.enum(['escalate', 'check', 'clear']).optional(),
    evidence: z.array(evidenceSchema).readonly().optional(),
    mediaCount: z.number().int().optional(),
    sid: messageSidSchema.optional(),
    textId: textIdSchema.optional(),
  })
  .readonly();
export type ConversationText = z.infer<typeof conversationTextSchema>;

/** Something that happened, told in one line. */
const timelineEntrySchema = z
  .object({
    at: instantSchema,
    cause: causeSchema,
    type: eventTypeSchema,
    words: z.string(),
    by: z.string().optional(),
  })
  .readonly();
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** The whole enrollment record, as a care manager reads it. */
export const enrollmentRecordSchema = z
  .object({
    ...summaryFields,
    asOf: instantSchema,
    isCarrierBlocked: z.boolean(),
    hold: z.string().optional(),
    zones: memberSchema.unwrap().shape.zones,
    zoneSource: z.enum(['area_code', 'zip']),
    hour: wallTimeSchema,
    enrollments: z.number().int(),
    startedAt: instantSchema.optional(),
    question: z.object({ kind: z.string(), words: z.string(), askedAt: instantSchema }).readonly().optional(),
    needsClearance: z.boolean(),
    scores: z.array(z.object({ at: instantSchema, value: z.number() }).readonly()).readonly(),
    escalations: z.array(escalationViewSchema).readonly(),
    conversation: z.array(conversationTextSchema).readonly(),
    events: z.array(timelineEntrySchema).readonly(),
    consents: z
      .array(z.object({ ...consentEntrySchema.unwrap().shape, words: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type EnrollmentRecord = z.infer<typeof enrollmentRecordSchema>;

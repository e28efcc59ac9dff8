import { z } from 'zod';
import { contactOutcomeSchema, tierSchema } from '../../domain/escalation/escalation.ts';
import { flagSchema, languageSchema } from '../../domain/flags.ts';
import { escalationIdSchema, memberIdSchema } from '../../domain/ids.ts';
import { replyKeySchema, urgencySchema } from '../../domain/program/program.ts';
import { instantSchema, timeZoneSchema } from '../../domain/time.ts';
import { evidenceSchema } from '../../domain/triage/reading.ts';

const contactSchema = z
  .object({
    by: z.string(),
    at: instantSchema,
    outcome: contactOutcomeSchema,
    words: z.string(),
    note: z.string(),
  })
  .readonly();

/** An escalation as staff read it: who, how serious, what was said, what the member was told, what is to do. */
export const escalationViewSchema = z
  .object({
    escalationId: escalationIdSchema,
    memberId: memberIdSchema,
    phone: z.string(),
    language: languageSchema,
    timeZone: timeZoneSchema,
    /** The member has opted out: only a phone call reaches them. */
    isOptedOut: z.boolean(),
    status: z.enum(['open', 'acknowledged', 'closed']),
    tier: tierSchema,
    /** What the member needs, in a few words: `Emergency room now`. */
    title: z.string(),
    urgency: urgencySchema,
    flags: z.array(z.object({ flag: flagSchema, words: z.string() }).readonly()).readonly(),
    evidence: z.array(evidenceSchema).readonly(),
    sourceWords: z.string(),
    openedAt: instantSchema,
    /** What somebody has to do next, in plain words; absent when closed. */
    toDo: z.string().optional(),
    page: z
      .object({ count: z.number().int(), rung: z.number().int(), nextAt: instantSchema.optional() })
      .readonly(),
    acknowledged: z.object({ by: z.string(), at: instantSchema, note: z.string() }).readonly().optional(),
    contactDueAt: instantSchema.optional(),
    contacts: z.array(contactSchema).readonly(),
    followUp: z.object({ at: instantSchema, words: z.string() }).readonly().optional(),
    told: z
      .object({
        key: replyKeySchema,
        words: z.string(),
        delivery: z.enum(['pending', 'delivered', 'not_delivered', 'blocked', 'nothing_sent']),
        deliveryWords: z.string(),
      })
      .readonly(),
    reviewAt: instantSchema.optional(),
    closed: z
      .object({
        by: z.string(),
        at: instantSchema,
        note: z.string(),
        how: z.enum(['released', 'misread']),
        words: z.string(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type EscalationView = z.infer<typeof escalationViewSchema>;

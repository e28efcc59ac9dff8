import { z } from 'zod';
import { flagSchema } from '../flags.ts';
import { causeSchema, escalationIdSchema, memberIdSchema, textIdSchema } from '../ids.ts';
import { replyKeySchema, urgencySchema } from '../program/program.ts';
import { instantSchema } from '../time.ts';
import { evidenceSchema } from '../triage/reading.ts';

/**
 * How serious, strongest first: `S0` emergency and `SP` too many pills (911), `SC` crisis (988), `S1` signs of a
 * pressed nerve (emergency room), `S2` fever, `S3` weight loss or night pain (doctor). CLINICAL, "Urgency".
 */
export const TIERS = ['SP', 'S0', 'SC', 'S1', 'S2', 'S3'] as const;
export const tierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof tierSchema>;

export const contactOutcomeSchema = z.enum(['reached', 'voicemail', 'no_answer', 'other']);

export const escalationSchema = z
  .object({
    escalationId: escalationIdSchema,
    memberId: memberIdSchema,
    status: z.enum(['open', 'acknowledged', 'closed']),
    tier: tierSchema,
    urgency: urgencySchema,
    flags: z.array(flagSchema).readonly(),
    evidence: z.array(evidenceSchema).readonly(),
    /** What raised it last: a reply, a joining screen, an answer to a safety question, its silence, a text that could not be read. */
    source: z.enum(['reply', 'screen', 'check', 'check_silence', 'follow_up', 'unreadable']),
    openedAt: instantSchema,
    /** When each flag was last answered with a whole safety text: within the hour it is not repeated. */
    answeredAt: z.partialRecord(flagSchema, instantSchema).readonly(),
    /** Pages so far and the rung of the last; `nextAt` is absent while acknowledged. */
    page: z
      .object({ count: z.number().int(), rung: z.number().int(), nextAt: instantSchema.optional() })
      .readonly(),
    acknowledged: z.object({ by: z.string(), at: instantSchema, note: z.string() }).readonly().optional(),
    /** An acknowledged escalation pages again, one rung higher, when nobody has logged a contact by then. */
    contactDueAt: instantSchema.optional(),
    contacts: z
      .array(
        z
          .object({
            actId: causeSchema,
            by: z.string(),
            at: instantSchema,
            outcome: contactOutcomeSchema,
            note: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    /** The follow-up texts still to be sent, and the one that waits for its answer. */
    followUps: z
      .array(z.object({ key: z.enum(['f1', 'f2', 'f2_doctor']), at: instantSchema }).readonly())
      .readonly(),
    asked: z
      .object({
        key: z.enum(['f1', 'f2', 'f2_doctor']),
        at: instantSchema,
        silenceAt: instantSchema.optional(),
      })
      .readonly()
      .optional(),
    /** What the member was told, and whether it arrived. `blocked`: the carrier lets nothing through, phone now. */
    told: z
      .object({
        key: replyKeySchema,
        textId: textIdSchema.optional(),
        delivery: z.enum(['pending', 'delivered', 'not_delivered', 'blocked', 'nothing_sent']),
      })
      .readonly(),
    /** Day 14 unresolved: a lead reviews. */
    reviewAt: instantSchema.optional(),
    closed: z
      .object({ by: z.string(), at: instantSchema, note: z.string(), how: z.enum(['released', 'misread']) })
      .readonly()
      .optional(),
  })
  .readonly();
export type Escalation = z.infer<typeof escalationSchema>;

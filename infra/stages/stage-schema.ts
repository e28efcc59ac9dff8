import { z } from 'zod';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a wall time like 08:00');
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https:// address' });
const telephone = z.string().regex(/^\+1\d{10}$/, 'must be a telephone number like +16125550100');

/** One rung of the staff ladder. Two ways that fail independently: an incident tool and a mailbox. */
const rungSchema = z
  .object({
    /** What the care team calls it; only shown. */
    name: z.string().min(1),
    /** The incident tool's address for this rung; it rings people. */
    incidentEndpoint: httpsUrl,
    email: z.email(),
  })
  .readonly();
export type Rung = z.infer<typeof rungSchema>;

/**
 * Everything in which one deployment differs from another. No secret stands here, only the name of the one that
 * Secrets Manager keeps.
 */
export const stageSchema = z
  .object({
    account: z.string().regex(/^\d{12}$/, 'must be the 12 digits of an AWS account'),
    region: z.string().regex(/^us-[a-z]+-\d$/, 'must be a region of the United States'),
    /** Where Twilio reaches us. Twilio refuses host names with an underscore. */
    publicHostName: z
      .string()
      .regex(
        /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
        'must be a host name like texts.example.org',
      ),
    program: z
      .object({
        brand: z.string().min(2).max(20),
        /** The public page about the program, without a scheme, as it stands in the first text. */
        link: z.string().min(3).max(40),
        keywords: z
          .object({ en: z.array(z.string().min(2)).min(1), es: z.array(z.string().min(2)).min(1) })
          .readonly(),
      })
      .readonly(),
    twilio: z
      .object({
        accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits'),
        messagingServiceSid: z.string().regex(/^MG[0-9a-f]{32}$/, 'must be MG and 32 hex digits'),
        /** The Secrets Manager secret with the account's auth token. */
        secretName: z.string().regex(/^[\w/+=.@-]+$/, 'must be the name of a secret'),
      })
      .readonly(),
    /** What the carrier campaign may send. */
    carrier: z
      .object({ segmentsPerSecond: z.number().positive(), segmentsPerDay: z.number().int().positive() })
      .readonly(),
    /** Member's wall clock; the strictest of the states that the plan serves. */
    sendWindow: z.object({ from: wallTime, to: wallTime }).readonly(),
    acceptsMms: z.boolean(),
    staff: z
      .object({
        /** First rung first. Pages above the last rung go to the last rung. */
        rungs: z.array(rungSchema).min(2, 'must have two rungs at least').readonly(),
        /** A telephone answered 24 hours a day. */
        lastRungTelephone: telephone,
        ladderMinutes: z
          .object({
            now: z.array(z.number().positive()).min(1).readonly(),
            today: z.array(z.number().positive()).min(1).readonly(),
          })
          .readonly(),
        hours: z
          .object({
            timeZone: z
              .string()
              .regex(/^(America|Pacific)\/\w+/, 'must be an IANA zone like America/Chicago'),
            /** Monday is 1. */
            days: z.array(z.number().int().min(1).max(7)).min(1).readonly(),
            from: wallTime,
            to: wallTime,
          })
          .readonly(),
      })
      .readonly(),
    /** Who is told when the machine, not a member, needs somebody. */
    operations: rungSchema,
    retention: z
      .object({
        logDays: z.number().int().positive(),
        /** Backups beside point-in-time recovery, which keeps 35 days. */
        backupDays: z.number().int().min(35, 'must be 35 days or more'),
      })
      .readonly(),
    expectedMembers: z.number().int().positive(),
    /** After so many hours without a text from anybody somebody looks; 0 where silence is ordinary. */
    silenceHours: z.number().int().min(0),
    monthlyBudgetDollars: z.number().positive(),
    /** Where docs/runbook.md can be read; stands in every alarm. */
    runbookUrl: httpsUrl,
  })
  .readonly();
export type StageValues = z.input<typeof stageSchema>;

export const STAGE_NAMES = ['dev', 'prod'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

export type Stage = z.infer<typeof stageSchema> & { readonly name: StageName };

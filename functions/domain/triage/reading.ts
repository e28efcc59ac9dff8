import { z } from 'zod';
import { flagSchema, languageSchema } from '../flags.ts';

/** The question that the member was asked last: it decides what "yes", "both" and "3" mean. */
export const replyContextSchema = z.enum([
  'kind_of_pain',
  'screen',
  'zip',
  'score',
  'peg',
  'safety_check',
  'reached_line',
]);
export type ReplyContext = z.infer<typeof replyContextSchema>;

/** The words that raised a flag: `text` is the member's own, from `start` up to `end` (UTF-16 units). */
export const evidenceSchema = z
  .object({
    flag: flagSchema,
    text: z.string(),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * What a text says about red flags. `escalate`: one is reported. `check`: it cannot be ruled out. `clear`: an
 * ordinary reply. `isOverdose` tells too many pills (answered SP, as an emergency) from any other crisis.
 */
export const readingSchema = z
  .object({
    outcome: z.enum(['escalate', 'check', 'clear']),
    flags: z.array(flagSchema).readonly(),
    evidence: z.array(evidenceSchema).readonly(),
    isOverdose: z.boolean(),
    language: languageSchema,
    version: z.string(),
  })
  .readonly();
export type Reading = z.infer<typeof readingSchema>;

/** The seam: pure, total, never throws; the language it knows is data under content/languages/. */
export type ReadReply = (text: string, context?: ReplyContext) => Reading;

import { z } from 'zod';
import { wantSchema } from '../conversation/want.ts';
import { memberIdSchema, messageSidSchema, phoneKeySchema, phoneNumberSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { readingSchema } from '../triage/reading.ts';

/** A text as it came in. Stored before anything else; decided exactly once. */
export const inboundTextSchema = z
  .object({
    sid: messageSidSchema,
    phoneKey: phoneKeySchema,
    from: phoneNumberSchema,
    body: z.string(),
    mediaCount: z.number().int().min(0),
    receivedAt: instantSchema,
    /** Set by the carrier's Advanced Opt-Out: it has already answered, so we do not. */
    optOutType: z.enum(['STOP', 'START', 'HELP']).optional(),
    status: z.enum(['undecided', 'decided', 'unreadable']),
    failures: z.number().int().min(0),
    memberId: memberIdSchema.optional(),
    reading: readingSchema.optional(),
    want: wantSchema.optional(),
  })
  .readonly();
export type InboundText = z.infer<typeof inboundTextSchema>;

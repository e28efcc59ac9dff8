import { z } from 'zod';

const stepStatusSchema = z.enum(['queued', 'sent', 'delivered', 'undelivered', 'failed']);

/** One thing that is going to happen to a text; `notBefore` is on the program's clock. */
const stepSchema = z
  .object({
    status: stepStatusSchema,
    errorCode: z.number().int().optional(),
    notBefore: z.string().optional(),
  })
  .readonly();
export type Step = z.infer<typeof stepSchema>;

const mediaSchema = z.object({ url: z.string(), contentType: z.string() }).readonly();
export type Media = z.infer<typeof mediaSchema>;

/** One text as the carrier keeps it, in or out. Instants are the program's clock. */
export const storedTextSchema = z
  .object({
    sid: z.string(),
    direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
    /** Null until the service has picked a sender. */
    from: z.string().nullable(),
    to: z.string(),
    body: z.string(),
    media: z.array(mediaSchema).readonly(),
    status: z.enum(['received', 'accepted', ...stepStatusSchema.options]),
    errorCode: z.number().int().nullable(),
    serviceSid: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    sentAt: z.string().nullable(),
    /** After this instant a text that still waits is not sent any more. */
    validUntil: z.string(),
    callbackUrl: z.string().optional(),
    /** `reversed`: kept back and posted last first; `lost`: never posted. */
    callbacks: z.enum(['in_order', 'reversed', 'lost']),
    keptBack: z.array(z.record(z.string(), z.string())).readonly(),
    plan: z.array(stepSchema).readonly(),
    /** Redacted and deleted texts leave the API; the handset keeps what it got. */
    isRedacted: z.boolean(),
    isDeleted: z.boolean(),
  })
  .readonly();
export type StoredText = z.infer<typeof storedTextSchema>;

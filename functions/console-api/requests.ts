import { z } from 'zod';
import { contactOutcomeSchema } from '../domain/escalation/escalation.ts';
import { causeSchema } from '../domain/ids.ts';

/** What the console may send. Every field is checked here, at the edge, and nowhere else. */
const PAGE_LIMIT = 500;

export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(100),
  after: z.string().max(400).optional(),
});

const actFields = {
  /** Who does it. Left out when the sign-in says who; required where nobody signs in. */
  by: z.string().trim().min(1, 'give your name').max(80).optional(),
  note: z.string().trim().max(1000, 'at most 1000 characters').default(''),
  /** The same act sent twice is done once. Made by the page; otherwise from the request itself. */
  actId: causeSchema.optional(),
};

export const acknowledgeSchema = z.strictObject(actFields);
export const contactSchema = z.strictObject({ ...actFields, outcome: contactOutcomeSchema });
export const releaseSchema = z.strictObject({
  ...actFields,
  how: z.enum(['released', 'misread']).default('released'),
});
export const onMemberSchema = z.strictObject(actFields);

/** What all of them share. */
export type ActFields = z.infer<typeof acknowledgeSchema>;

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { intentSchema } from '../../functions/domain/conversation/want.ts';
import { flagSchema, languageSchema } from '../../functions/domain/flags.ts';
import { replyContextSchema } from '../../functions/domain/triage/reading.ts';

const rowSchema = z.object({
  id: z.string(),
  lang: languageSchema,
  text: z.string(),
  context: replyContextSchema.optional(),
  kind: z.string(),
});
const replySchema = rowSchema.extend({
  flags: z.array(flagSchema),
  expect: z.enum(['escalate', 'no_escalate', 'either']),
});
const intentRowSchema = rowSchema.extend({
  intent: z.union([intentSchema, z.literal('either')]),
  either: z.array(intentSchema).optional(),
  value: z.coerce.string().optional(),
});
export type LabelledReply = z.infer<typeof replySchema>;
export type LabelledIntent = z.infer<typeof intentRowSchema>;

const lines = (file: string): unknown[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Replies labelled by hand with the flags that they report. */
export const labelledReplies = (): LabelledReply[] =>
  lines('replies.jsonl').map((row) => replySchema.parse(row));

/** English replies that were read once before any phrase was changed for them (first figures: docs/triage.md). */
export const unseenReplies = (): LabelledReply[] =>
  lines('replies-unseen.jsonl').map((row) => replySchema.parse(row));

/** Replies labelled by hand with what the member wants. */
export const labelledIntents = (): LabelledIntent[] =>
  lines('intents.jsonl').map((row) => intentRowSchema.parse(row));

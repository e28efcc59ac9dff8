import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { storedTextSchema } from './stored-text.ts';

/** A request that the carrier still has to make: an inbound webhook or a status callback. */
const deliverySchema = z
  .object({
    id: z.string(),
    purpose: z.enum(['inbound', 'status']),
    sid: z.string(),
    /** Deliveries of one lane go out one after the other. */
    lane: z.string(),
    url: z.string(),
    params: z.record(z.string(), z.string()),
  })
  .readonly();
export type Delivery = z.infer<typeof deliverySchema>;

const entrySchema = z.discriminatedUnion('kind', [
  /** The carrier started, with the program's webhooks at this origin. */
  z.object({ kind: z.literal('opened'), origin: z.string() }),
  z.object({ kind: z.literal('text'), text: storedTextSchema }),
  z.object({ kind: z.literal('opted_out'), number: z.string() }),
  z.object({ kind: z.literal('opted_in'), number: z.string() }),
  z.object({ kind: z.literal('owed'), delivery: deliverySchema }),
  z.object({ kind: z.literal('settled'), id: z.string() }),
]);
export type Entry = z.infer<typeof entrySchema>;
const lineSchema = z.array(entrySchema);

export type Journal = {
  readonly past: readonly Entry[];
  readonly append: (entries: readonly Entry[]) => void;
};

const readPast = (path: string): Entry[] => {
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  // a line without its end was being written when the process was killed; nobody was told that it counts
  if (whole < bytes.length) truncateSync(path, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => lineSchema.parse(JSON.parse(line)));
};

/**
 * Everything that happened at the carrier, one line for what happened together, written before anybody is answered.
 * The operating system holds what a killed process wrote, so nothing is flushed to the disk.
 */
export const openJournal = (path: string | undefined): Journal => {
  if (path === undefined) return { past: [], append: () => {} };
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600 }); // it holds numbers and words
  return {
    past: readPast(path),
    append: (entries) => appendFileSync(path, `${JSON.stringify(entries)}\n`),
  };
};

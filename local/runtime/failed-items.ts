import { z } from 'zod';

const responseSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** The items that a function reports as failed, by Lambda's rules: no list means none, a senseless one means all. */
export const failedItems = (response: unknown, all: readonly string[]): ReadonlySet<string> => {
  if (response === undefined || response === null) return new Set();
  const read = responseSchema.safeParse(response);
  if (!read.success) return new Set();
  const failed = read.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return new Set(failed.every((id) => all.includes(id)) ? failed : all);
};

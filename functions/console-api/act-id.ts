import { createHash } from 'node:crypto';
import { type Cause, causeSchema } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/**
 * An id for an act that came without one: the same request within the same minute is the same act, so a double click
 * or a repeated request does it once. A hash, because a name and a note have no place in an id.
 */
export const actIdOf = (act: Readonly<Record<string, string>>, now: Instant): Cause => {
  const parts = [...Object.entries(act)].sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256')
    .update(JSON.stringify([parts, now.slice(0, 16)]))
    .digest('hex');
  return causeSchema.parse(`act-${digest.slice(0, 32)}`);
};

import type { z } from 'zod';
import type { Key } from './keys.ts';

/** An item that is not what its schema says. Names the key and the fields, never a value. */
export class CorruptItemError extends Error {
  override readonly name = 'CorruptItemError';

  constructor({ pk, sk }: Key, issues: readonly z.core.$ZodIssue[]) {
    const fields = issues.map((issue) => `${issue.path.join('.') || '(item)'} ${issue.code}`);
    super(`item ${pk} ${sk}: ${fields.join(', ')}`);
  }
}

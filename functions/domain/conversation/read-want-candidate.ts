import type { Intent } from './want.ts';

/** A want heard in one language: the word where it begins decides between several. */
export type Candidate = { readonly intent: Intent; readonly at: number; readonly value?: string | undefined };

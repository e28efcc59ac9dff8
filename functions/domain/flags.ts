import { z } from 'zod';

/**
 * The eight things that no coaching text may answer. The first six are the red flags of the source pages
 * ("call your doctor right away"); the last two are what any texting program receives.
 */
export const FLAGS = [
  'weight_loss',
  'fever',
  'night_pain',
  'bladder_bowel',
  'leg_weakness',
  'numbness',
  'crisis',
  'emergency',
] as const;
export const flagSchema = z.enum(FLAGS);
export type Flag = z.infer<typeof flagSchema>;

export const languageSchema = z.enum(['en', 'es']);
export type Language = z.infer<typeof languageSchema>;

import { z } from 'zod';
import type { ReplyContext } from '../triage/reading.ts';

/** What a member asks for or tells, besides red flags; the words of the annotation guide for intents. */
export const INTENTS = [
  'join',
  'opt_out',
  'opt_in',
  'help',
  'pause',
  'resume',
  'change_time',
  'change_zone',
  'less',
  'more',
  'no_sundays',
  'flare',
  'language',
  'done',
  'skipped',
  'score',
  'nurse',
  'status',
  'yes',
  'no',
  'track',
  'thanks',
  'question',
  'other',
] as const;
export const intentSchema = z.enum(INTENTS);
export type Intent = z.infer<typeof intentSchema>;

/**
 * Things a text can also say, which the coach must act on whatever the intent is:
 * `wrong_number` (an opt-out that also says the number is not theirs), `under_18`, `screen_condition` (the words of
 * the joining question about pregnancy, a fall, cancer, back surgery, weak bones or immune system, steroids),
 * `better` (leaving because the back is better).
 */
export const markSchema = z.enum(['wrong_number', 'under_18', 'screen_condition', 'better']);
export type Mark = z.infer<typeof markSchema>;

/**
 * `value` by intent: `pause` days as digits or a weekday name; `change_time` `HH:MM`, `earlier`, `later`, `morning`,
 * `afternoon` or `evening`; `change_zone` a 5-digit ZIP; `score` a number 0-10, `same`, or the number said when out of
 * range; `done` a count; `track` `first`, `repeat` or `persistent`; `language` `en`, `es` or the English name;
 * `no_sundays` weekday names, comma-separated. `isBareKeyword`: the whole text is one command word (`STOP`), as the
 * carrier itself would read it.
 */
export const wantSchema = z
  .object({
    intent: intentSchema,
    value: z.string().optional(),
    marks: z.array(markSchema).readonly(),
    isBareKeyword: z.boolean(),
  })
  .readonly();
export type Want = z.infer<typeof wantSchema>;

/** Pure, total, never throws; the language it knows is data under content/languages/. */
export type ReadWant = (text: string, context?: ReplyContext) => Want;

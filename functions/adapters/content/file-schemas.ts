import { z } from 'zod';
import { programContentSchema, replyKeySchema, trackSchema } from '../../domain/program/program.ts';

const phone = z.string().regex(/^\d{3}-\d{3}-\d{4}$/, 'write a number like 612-339-3663');
const words = z.string().trim().min(1, 'is empty. Write it here');

const lineSchema = z
  .strictObject({
    name: words,
    who: words,
    hours: words,
    phones: z.array(phone).min(1),
    tty: phone,
    inTexts: words,
  })
  .refine(({ phones, inTexts }) => phones.every((number) => inTexts.includes(number)), {
    path: ['inTexts'],
    message: 'does not name every number of `phones`. Write them in here too',
  })
  .refine(({ tty, inTexts }) => inTexts.includes(`TTY ${tty}`), {
    path: ['inTexts'],
    message: 'does not name the TTY. Write `TTY` and its number in here too',
  });

/** content/care-lines.yaml */
export const careLinesFileSchema = z.strictObject({ careLine: lineSchema, nurseNavigator: lineSchema });
export type CareLines = z.infer<typeof careLinesFileSchema>;

const { name, keywords, hours, easyWeekday, staffing } = programContentSchema.unwrap().shape;

/** content/back-pain/program.yaml */
export const programFileSchema = z.strictObject({
  name,
  date: z.iso.date('write the day of the change like 2026-11-21'),
  keywords,
  hours,
  easyWeekday,
  staffing,
});

/** content/back-pain/replies.<language>.yaml */
export const repliesFileSchema = z.record(replyKeySchema, words);

const daySchema = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]+$/, 'may hold small letters, digits and dashes only'),
    easy: z.literal(true, 'write `true`, or take the line out').optional(),
    asks: z.enum(['score', 'weekly'], 'may be `score` or `weekly`').optional(),
    /** A text that stands in the replies, used as the day's text. */
    reply: replyKeySchema.optional(),
    en: words.optional(),
    es: words.optional(),
  })
  .refine(
    ({ reply, en, es }) => (reply === undefined ? en !== undefined : en === undefined && es === undefined),
    {
      message: 'a day has either `en` (and `es`) or `reply`. Write one of them',
    },
  );
export type Day = z.infer<typeof daySchema>;

/** content/back-pain/tracks/<track>.yaml */
export const trackFileSchema = z.strictObject({
  track: trackSchema,
  weeks: z
    .array(
      z.strictObject({
        week: z.number().int(),
        about: words,
        days: z.array(daySchema).length(7, 'a week has 7 days'),
      }),
    )
    .length(6, 'the program has 6 weeks'),
});
export type TrackFile = z.infer<typeof trackFileSchema>;

import { z } from 'zod';
import { groupsSchema, phrasesSchema } from '../triage/language-files.ts';
import { INTENTS, intentSchema, markSchema } from './want.ts';

const words = phrasesSchema.default([]);
const named = z.record(z.string(), phrasesSchema).default({});

/** Phrases of one intent or mark. */
const sayingsSchema = z
  .object({
    /** The whole text is this and nothing more. */
    alone: words,
    /** A whole sentence of the text is this and nothing more. */
    sentence: words,
    /** Anywhere in the text. */
    says: words,
    /** Also an opt-out, pause and so on when the text is short: at most six words. */
    short: words,
    /** The same words in another sense. */
    not: words,
  })
  .strict();

/** `wants.yaml`: what members ask for and tell, in their own words. */
export const wantsSchema = z
  .object({
    groups: groupsSchema.default({}),
    fillers: words,
    denials: words,
    /** Words that may stand around a bare command: "please stop". */
    polite: words,
    questions: z.object({ starts: words, asks: words }).strict(),
    /** The carrier's own command words. */
    carrier: words,
    intents: z.partialRecord(intentSchema, sayingsSchema),
    marks: z.partialRecord(markSchema, sayingsSchema),
    /** Intent by the question that was asked last: `screen.yes`, `kind_of_pain.first` ... */
    answers: named,
    numbers: named,
    scores: z
      .object({
        same: words,
        present: words,
        past: words,
        fixes: words,
        marks: words,
        ranges: words,
        not: words,
      })
      .strict(),
    hours: z
      .object({
        am: words,
        pm: words,
        exact: words,
        asks: words,
        at: words,
        quarter: words,
        half: words,
        not: words,
      })
      .strict(),
    /** Loose wishes: earlier, later, morning, afternoon, evening. */
    times: named,
    days: named,
    units: named,
    languages: named,
    counts: named,
  })
  .strict();
export type WantsFile = z.infer<typeof wantsSchema>;

type Lists = Record<string, readonly string[]>;

const under = (prefix: string, lists: Readonly<Record<string, readonly string[] | undefined>>): Lists =>
  Object.fromEntries(Object.entries(lists).map(([name, phrases]) => [`${prefix}.${name}`, phrases ?? []]));

/** All phrase lists of the file under names such as `opt_out.says`, `scores.same`, `days.monday`. */
export const wantListsOf = (file: WantsFile, keywords: readonly string[]): Lists => ({
  ...Object.assign({}, ...INTENTS.map((intent) => under(intent, file.intents[intent] ?? {}))),
  ...Object.assign({}, ...markSchema.options.map((mark) => under(mark, file.marks[mark] ?? {}))),
  ...under('questions', file.questions),
  ...under('scores', file.scores),
  ...under('hours', file.hours),
  ...under('answers', file.answers),
  ...under('numbers', file.numbers),
  ...under('times', file.times),
  ...under('days', file.days),
  ...under('units', file.units),
  ...under('languages', file.languages),
  ...under('counts', file.counts),
  denials: file.denials,
  carrier: file.carrier,
  polite: file.polite,
  'join.alone': [...keywords, ...(file.intents.join?.alone ?? [])],
});

import { z } from 'zod';
import { FLAGS, type Flag, flagSchema } from '../flags.ts';
import { groupsSchema, phrasesSchema } from './language-files.ts';

const wordsSchema = phrasesSchema.default([]);

/** `red-flags.yaml`: the phrases that report each flag, those that only raise a doubt, and those that mean another thing. */
export const redFlagsSchema = z
  .object({
    groups: groupsSchema.default({}),
    numbers: z
      .record(
        z.string(),
        z.object({ from: z.number(), to: z.number(), isDecimal: z.boolean().optional() }).strict(),
      )
      .default({}),
    flags: z.record(
      flagSchema,
      z
        .object({
          escalate: wordsSchema,
          check: wordsSchema,
          /** Anywhere in the same text, it makes a `check` of this flag an `escalate`. */
          confirms: wordsSchema,
          /** In the same breath, it makes an `escalate` a `check`. */
          milder: wordsSchema,
          not: wordsSchema,
          /** Reported even when a denial stands before it: "not sure I want to live". */
          always: wordsSchema,
          /** Too many pills: answered as an emergency. */
          overdose: wordsSchema,
          /** The whole text and nothing else: "911". */
          alone: wordsSchema,
        })
        .strict(),
    ),
  })
  .strict();

/** `scopes.yaml`: the words that turn a symptom word into something that the member does not have now. */
export const scopesSchema = z
  .object({
    groups: groupsSchema.default({}),
    fillers: wordsSchema,
    denial: z
      .object({
        words: wordsSchema,
        strong: wordsSchema,
        never: wordsSchema,
        inability: wordsSchema,
        breaks: wordsSchema,
        after: wordsSchema,
      })
      .strict(),
    answers: z.object({ no: wordsSchema, restarts: wordsSchema }).strict(),
    person: z
      .object({
        self: wordsSchema,
        others: wordsSchema,
        neutral: wordsSchema,
        also: wordsSchema,
        proxy: wordsSchema,
      })
      .strict(),
    past: z
      .object({
        over: wordsSchema,
        recent: wordsSchema,
        ago: wordsSchema,
        still: wordsSchema,
        ends: wordsSchema,
      })
      .strict(),
    asked: z
      .object({ starts: wordsSchema, asks: wordsSchema, ifs: wordsSchema, worries: wordsSchema })
      .strict(),
    quoted: wordsSchema,
  })
  .strict();

/** `screen.yaml`: answers to "do you have any of these now?". */
export const screenSchema = z
  .object({
    groups: groupsSchema.default({}),
    yes: wordsSchema,
    /** A part of the list, or a little of it: a yes unless it is denied. */
    parts: wordsSchema,
    no: wordsSchema,
    unsure: wordsSchema,
    /** Answers nothing: counts as unsure when nothing else is said. */
    vague: wordsSchema,
    symptoms: wordsSchema,
  })
  .strict();

export type RedFlagsFile = z.infer<typeof redFlagsSchema>;
export type ScopesFile = z.infer<typeof scopesSchema>;
export type ScreenFile = z.infer<typeof screenSchema>;

type Lists = Record<string, readonly string[]>;

const flatten = (prefix: string, sections: object): Lists =>
  Object.fromEntries(
    Object.entries(sections).flatMap(([name, section]): [string, readonly string[]][] => {
      const path = `${prefix}${name}`;
      if (Array.isArray(section)) return [[path, section]];
      return name === 'groups' || name === 'numbers' ? [] : Object.entries(flatten(`${path}.`, section));
    }),
  );

/** All phrase lists of one language under names such as `fever.escalate`, `denial.words`, `screen.yes`. */
export const phraseListsOf = (flags: RedFlagsFile, scopes: ScopesFile, screen: ScreenFile): Lists => ({
  ...flatten('', flags.flags),
  ...flatten('', scopes),
  ...flatten('screen.', screen),
});

/** The kinds of phrases of a flag that count as a finding. */
export type FindingKind = 'escalate' | 'check' | 'always' | 'overdose' | 'alone';

/** Where the phrases of a flag are found among the lists. */
export const findingLists: readonly { flag: Flag; kind: FindingKind; list: string }[] = FLAGS.flatMap(
  (flag) =>
    (['escalate', 'check', 'always', 'overdose', 'alone'] as const).map((kind) => ({
      flag,
      kind,
      list: `${flag}.${kind}`,
    })),
);

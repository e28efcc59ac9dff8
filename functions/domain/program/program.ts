import { z } from 'zod';
import type { ReadWant } from '../conversation/want.ts';
import { type Language, languageSchema } from '../flags.ts';
import { type TimeZone, timeZoneSchema, wallTimeSchema } from '../time.ts';
import type { ReadReply } from '../triage/reading.ts';

export const trackSchema = z.enum(['first', 'repeat', 'persistent']);
export type Track = z.infer<typeof trackSchema>;

export const PROGRAM_DAYS = 42;

/** Every text of ours that is not a program day. The wording is in content/back-pain/replies.<language>.yaml. */
export const REPLY_KEYS = [
  // joining
  'j1', // the invitation: consent, and being told that texts are not secure
  'j2', // first screen: bladder, bowel, numbness, leg weakness
  'j3', // second screen: fever, weight loss, night pain
  'j4', // conditions that need a nurse first
  'j4_yes',
  'j5', // which kind of pain
  'j6', // ZIP code
  'j7', // welcome
  'joining_reminder', // a short lead-in, set before the question that is asked again: {question}
  'declined', // answered NO to the invitation
  'under_18',
  'wrong_number',
  // safety
  's0',
  'sc',
  'sp',
  's1',
  's2',
  's2_screen', // s2 after the joining screen: "this needs a check today"
  's3',
  'check',
  'check_no', // a plain NO closed the safety question
  'xf', // opt-out together with s0, s1
  'xf_doctor', // opt-out together with s2, s3
  'xc', // opt-out together with a crisis
  'f1',
  'f2',
  'f2_doctor', // f2 for s2, s3
  'after_no',
  'held', // after YES to f1, f2, and for any text while held
  'r1',
  'fa', // misread
  'weekly',
  // commands and talk
  'stopped', // our confirmation of an opt-out in plain words
  'help',
  'nurse', // the numbers, asked for
  'paused', // {until}
  'paused_open', // until the member says
  'resumed', // {next}
  'not_started', // RESUME, TIME, DONE ... from somebody who is not in the program: how to join
  'time_set', // {hour} {next}
  'time_too_early', // {earliest}
  'time_too_late', // {latest}
  'time_unclear',
  'zip_set',
  'zip_unknown',
  'done',
  'skipped',
  'score', // {score}
  'score_unclear', // out of 0-10: asked again once
  'status', // {day} {next}
  'already_in', // the keyword again, while in the program
  'welcome_back', // consent given again: {next}
  'stranger', // somebody who never joined texts us
  'question', // we cannot answer by text: the CareLine
  'noted',
  'thanks',
  'picture', // a picture without words
  'not_yet', // asked for something this first version does not do
  'cleared', // staff: exercises are all right
] as const;
export const replyKeySchema = z.enum(REPLY_KEYS);
export type ReplyKey = z.infer<typeof replyKeySchema>;

/** Wordings of one day: `isEasy` is the easy day of its week; `asks` is a question inside the day's text. */
const stepSchema = z
  .object({
    key: z.string().regex(/^[a-z0-9-]+$/),
    isEasy: z.boolean(),
    asks: z.enum(['score', 'weekly']).optional(),
    text: z.object({ en: z.string().min(1), es: z.string().min(1).optional() }).readonly(),
  })
  .readonly();
export type Step = z.infer<typeof stepSchema>;

/** A staff urgency: `now` rings at any hour, `today` is listed at once and rings in staffed hours. */
export const urgencySchema = z.enum(['now', 'today']);
export type Urgency = z.infer<typeof urgencySchema>;

const staffingSchema = z
  .object({
    timeZone: timeZoneSchema,
    days: z.array(z.number().int().min(1).max(7)).min(1).readonly(),
    from: wallTimeSchema,
    to: wallTimeSchema,
    /** Minutes after the page before, rung by rung; the last one repeats. `today` counts staffed minutes. */
    ladderMinutes: z
      .object({
        now: z.array(z.number().positive()).min(1).readonly(),
        today: z.array(z.number().positive()).min(1).readonly(),
      })
      .readonly(),
    /** How long after an acknowledgement a contact must be logged; `today` counts staffed minutes. */
    contactMinutes: z.object({ now: z.number().positive(), today: z.number().positive() }).readonly(),
  })
  .readonly();
export type Staffing = z.infer<typeof staffingSchema>;

/** The program as data: what content/ holds, checked. Nothing in it is a function. */
export const programContentSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    keywords: z.object({ en: z.array(z.string()).min(1), es: z.array(z.string()).min(1) }).readonly(),
    /** The care lines as they stand in a text, `L` of the clinical wording. */
    careLine: z.string(),
    hours: z
      .object({
        windowFrom: wallTimeSchema,
        windowTo: wallTimeSchema,
        earliest: wallTimeSchema,
        latest: wallTimeSchema,
        default: wallTimeSchema,
        reminderFrom: wallTimeSchema,
        reminderTo: wallTimeSchema,
        followUp: wallTimeSchema,
      })
      .readonly(),
    easyWeekday: z.number().int().min(1).max(7),
    staffing: staffingSchema,
    tracks: z.record(trackSchema, z.array(stepSchema).length(PROGRAM_DAYS).readonly()),
    replies: z.record(languageSchema, z.record(replyKeySchema, z.string())),
  })
  .readonly();
export type ProgramContent = z.infer<typeof programContentSchema>;

/** What the stage fills into the wording. */
export type StageWords = { readonly brand: string; readonly link: string };

/** Which zones a place can mean. Both answer nothing they are not sure of: an unknown place has no zones. */
export type Places = {
  /** Candidate zones of a North American number, from its area code; every US zone when the code says nothing. */
  readonly zonesOfNumber: (e164: string) => readonly TimeZone[];
  readonly zoneOfZip: (zip: string) => TimeZone | undefined;
};

/** Everything `decide` knows of the world: the content, and the pure readers built from it. */
export type Program = {
  readonly content: ProgramContent;
  readonly words: StageWords;
  readonly places: Places;
  readonly readReply: ReadReply;
  readonly readWant: ReadWant;
  /** Takes our own texts, quoted or echoed, out of what came in: `undefined` when nothing else is left. */
  readonly withoutOwnWords: (body: string) => string | undefined;
  readonly countSegments: (body: string) => number;
};

/** The step texts exist in English first; a member's language falls back to it until the translation is there. */
export const stepText = (step: Step, language: Language): string => step.text[language] ?? step.text.en;

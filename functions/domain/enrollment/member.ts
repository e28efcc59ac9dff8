import { z } from 'zod';
import { flagSchema, languageSchema } from '../flags.ts';
import {
  escalationIdSchema,
  memberIdSchema,
  phoneKeySchema,
  phoneNumberSchema,
  textIdSchema,
} from '../ids.ts';
import { replyKeySchema, trackSchema } from '../program/program.ts';
import { instantSchema, localDateSchema, timeZoneSchema, wallTimeSchema } from '../time.ts';

/** The joining questions in their order; no exercise before j1 YES and j2, j3, j4 NO. */
const JOINING_STEPS = ['j1', 'j2', 'j3', 'j4', 'j5'] as const;
const joiningStepSchema = z.enum(JOINING_STEPS);
export type JoiningStep = z.infer<typeof joiningStepSchema>;

/** Where somebody stands in joining: kept when the conversation goes silent, so that a later reply goes on from there. */
const joiningFields = {
  step: joiningStepSchema,
  /** When j1 was asked; 14 days later joining begins anew. */
  startedAt: instantSchema,
  /** When this question was asked last. */
  askedAt: instantSchema,
  /** When the first screen was answered; 7 days later the screens are asked again. */
  screenedAt: instantSchema.optional(),
  unclear: z.number().int().min(0),
  isReminded: z.boolean(),
};

const memberStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('visitor') }).readonly(),
  z.object({ status: z.literal('joining'), ...joiningFields }).readonly(),
  z.object({ status: z.literal('active') }).readonly(),
  z
    .object({ status: z.literal('paused'), since: instantSchema, until: localDateSchema.optional() })
    .readonly(),
  z
    .object({
      status: z.literal('lapsed'),
      at: instantSchema,
      why: z.enum(['silence', 'declined', 'under_18', 'wrong_number']),
      was: z.object(joiningFields).readonly().optional(),
    })
    .readonly(),
  z.object({ status: z.literal('completed'), at: instantSchema }).readonly(),
]);
export type MemberState = z.infer<typeof memberStateSchema>;
export type Joining = Extract<MemberState, { status: 'joining' }>;

/**
 * A question that stands before everything else until it is answered. `consent`: the invitation again, to somebody who
 * had opted out. `check`: cannot rule out a flag. `screen`: the safety screen again, after a release or a long pause.
 */
const openQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent'), askedAt: instantSchema, unclear: z.number().int() }).readonly(),
  z
    .object({
      kind: z.literal('check'),
      askedAt: instantSchema,
      unclear: z.number().int(),
      about: z.array(flagSchema).readonly(),
      /** When silence goes to staff; absent once it has. */
      silenceAt: instantSchema.optional(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('screen'),
      /** When it was asked, or, while `isAsked` is false, when it will be. */
      askedAt: instantSchema,
      isAsked: z.boolean(),
      unclear: z.number().int(),
      why: z.enum(['release', 'pause']),
      silenceAt: instantSchema.optional(),
    })
    .readonly(),
]);
export type OpenQuestion = z.infer<typeof openQuestionSchema>;

/** One run of the six weeks. Days are positions, so a pause or a hold shifts the program and loses none. */
const enrollmentSchema = z
  .object({
    id: z.string().regex(/^e\d+$/),
    startedAt: instantSchema,
    track: trackSchema,
    /** The program day that comes next, 1 to 42; 43 when all have been. */
    nextDay: z.number().int().min(1).max(43),
    /** The member's local date on which it is due. */
    nextOn: localDateSchema,
    /** The easy text of this program week has been used. */
    isEasyUsed: z.boolean(),
    lastCoachingAt: instantSchema.optional(),
    daysDone: z.number().int().min(0),
    lastDoneOn: localDateSchema.optional(),
    lastScore: z.number().min(0).max(10).optional(),
    /** The weekly safety text was the last day's text: for a day, YES answers it. */
    weeklyAskedAt: instantSchema.optional(),
    /** A 0-10 score was asked inside a day's text, and not yet answered. */
    scoreAsked: z.object({ at: instantSchema, unclear: z.number().int() }).readonly().optional(),
  })
  .readonly();
export type Enrollment = z.infer<typeof enrollmentSchema>;

/** What a care manager should look at, apart from escalations. */
export const attentionWhySchema = z.enum([
  'clearance', // j4 YES or its words later: a nurse before any exercise
  'unclear_answer', // a joining or safety question answered unclearly twice
  'nurse_wanted',
  'question', // a question that the program cannot answer
  'unreachable',
  'check_answered_no',
  'screen_unanswered',
  'picture',
  'zone_unknown', // no hour of the day suits every zone that the number may be in
]);
export type AttentionWhy = z.infer<typeof attentionWhySchema>;

/**
 * A member: one aggregate, at most 1 KB, whose version is the lock. `consent`, `hold` and `reach` stand beside the
 * status and are independent of it: nothing that changes the status lifts a hold.
 */
export const memberSchema = z
  .object({
    memberId: memberIdSchema,
    phoneKey: phoneKeySchema,
    phone: phoneNumberSchema,
    version: z.number().int().min(0),
    language: languageSchema,
    state: memberStateSchema,
    consent: z
      .object({
        is: z.enum(['none', 'in', 'out']),
        at: instantSchema.optional(),
        isCarrierBlocked: z.boolean(),
      })
      .readonly(),
    /** The open escalation; lifted by a clinician's recorded release and by nothing else. */
    hold: escalationIdSchema.optional(),
    reach: z.enum(['ok', 'unreachable']),
    question: openQuestionSchema.optional(),
    enrollments: z.number().int().min(0),
    enrollment: enrollmentSchema.optional(),
    hour: wallTimeSchema,
    /** Zones that the member may be in; one when known. */
    zones: z.array(timeZoneSchema).min(1).readonly(),
    zoneSource: z.enum(['area_code', 'zip']),
    /** The ZIP question: to be asked, or asked and open. */
    zip: z.enum(['due', 'asked']).optional(),
    /** Exercises wait until staff say they are all right (j4). */
    clearanceSince: instantSchema.optional(),
    /** The last safety text or safety question; and the one that is not yet known to be delivered. */
    safetyAt: instantSchema.optional(),
    unconfirmed: z.object({ textId: textIdSchema, checkAt: instantSchema }).readonly().optional(),
    lastCheck: z
      .object({ at: instantSchema, flags: z.array(flagSchema).readonly() })
      .readonly()
      .optional(),
    /** Signs that a clinician has marked "known, not new": a doubt about them is not asked about again. */
    known: z.array(flagSchema).readonly().optional(),
    heldReplyAt: instantSchema.optional(),
    /** Loop guard: replies in this hour, and how often the last one was repeated. */
    replies: z
      .object({
        since: instantSchema,
        count: z.number().int(),
        lastKey: replyKeySchema,
        repeats: z.number().int(),
      })
      .readonly()
      .optional(),
    attention: z.array(z.object({ why: attentionWhySchema, since: instantSchema }).readonly()).readonly(),
    createdAt: instantSchema,
    lastInboundAt: instantSchema.optional(),
  })
  .readonly();
export type Member = z.infer<typeof memberSchema>;

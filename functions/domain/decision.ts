import { z } from 'zod';
import type { Want } from './conversation/want.ts';
import type { Member } from './enrollment/member.ts';
import { contactOutcomeSchema, type Escalation } from './escalation/escalation.ts';
import {
  causeSchema,
  type EscalationId,
  escalationIdSchema,
  type MemberId,
  type MessageSid,
  memberIdSchema,
  type TextId,
} from './ids.ts';
import type { Program } from './program/program.ts';
import type { DeliveryErrorClass, TextStatus } from './texts/delivery.ts';
import type { InboundText } from './texts/inbound-text.ts';
import type { OutboundText } from './texts/outbound-text.ts';
import { type Instant, instantSchema } from './time.ts';
import type { Reading } from './triage/reading.ts';

/** Past tense with a version: the EventBridge detail type. */
const EVENT_TYPES = [
  'MemberInvited.v1',
  'MemberConsented.v1',
  'MemberOptedOut.v1',
  'MemberEnrolled.v1',
  'MemberPaused.v1',
  'MemberResumed.v1',
  'MemberLapsed.v1',
  'MemberCompleted.v1',
  'MemberUnreachable.v1',
  'MemberReplaced.v1',
  'PreferenceChanged.v1',
  'ScoreReported.v1',
  'DayDone.v1',
  'DaySkipped.v1',
  'ReplyHeldBack.v1',
  'EchoReceived.v1',
  'SafetyQuestionAsked.v1',
  'SafetyQuestionAnswered.v1',
  'AttentionNeeded.v1',
  'AttentionResolved.v1',
  'EscalationOpened.v1',
  'EscalationRaised.v1',
  'EscalationAcknowledged.v1',
  'ContactLogged.v1',
  'EscalationReleased.v1',
  'FollowUpAnswered.v1',
  'StaffPaged.v1',
  'RecordViewed.v1',
] as const;
export const eventTypeSchema = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof eventTypeSchema>;

/** Why staff are paged. */
export const pageWhySchema = z.enum([
  'opened',
  'raised', // a further flag joined the open escalation
  'ladder', // nobody has acknowledged
  'no_contact', // acknowledged, and nobody has made contact in time
  'not_delivered', // the safety text did not arrive in time
  'new_text', // a new text after the acknowledgement
  'follow_up_no', // the member says that nobody has seen them
  'follow_up_silence',
  'opted_out_after_flag',
  'help_wanted', // HELP while held or soon after a safety text
  'review', // day 14: a lead reviews
]);
export type PageWhy = z.infer<typeof pageWhySchema>;

/** Something that happened and matters. Ids and words of the field only: no number, no text body, no free note. */
export const domainEventSchema = z
  .object({
    type: eventTypeSchema,
    at: instantSchema,
    memberId: memberIdSchema,
    /** Unique within the member, and the same when the same cause is decided again. */
    cause: causeSchema,
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  })
  .readonly();
export type DomainEvent = z.infer<typeof domainEventSchema>;

/** One line of the append-only consent ledger (law 8). */
export const consentEntrySchema = z
  .object({
    memberId: memberIdSchema,
    at: instantSchema,
    cause: causeSchema,
    action: z.enum(['invited', 'in', 'out']),
    how: z.enum(['keyword', 'reply', 'words', 'carrier', 'staff']),
    /** The wording that was answered or that gave the keyword, by key, language and content version. */
    wording: z.string(),
    sid: z.string().optional(),
  })
  .readonly();
export type ConsentEntry = z.infer<typeof consentEntrySchema>;

const staffFields = { actId: causeSchema, by: z.string().min(1).max(80), note: z.string().max(1000) };

/** What staff do. Releasing says that a clinician has been in contact; `misread` lifts without contact. */
export const staffActSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('acknowledge'), escalationId: escalationIdSchema, ...staffFields }).readonly(),
  z
    .object({
      kind: z.literal('log_contact'),
      escalationId: escalationIdSchema,
      outcome: contactOutcomeSchema,
      ...staffFields,
    })
    .readonly(),
  z.object({ kind: z.literal('release'), escalationId: escalationIdSchema, ...staffFields }).readonly(),
  z.object({ kind: z.literal('misread'), escalationId: escalationIdSchema, ...staffFields }).readonly(),
  /** The care team says that exercises are all right (j4). */
  z.object({ kind: z.literal('clear'), ...staffFields }).readonly(),
  /** A clinician knows the signs of the last safety question: not new. Quiets that doubt, never a red flag. */
  z.object({ kind: z.literal('mark_known'), ...staffFields }).readonly(),
  /** Somebody has looked: takes the member off the attention list. */
  z.object({ kind: z.literal('resolve'), ...staffFields }).readonly(),
]);
export type StaffAct = z.infer<typeof staffActSchema>;

/** What `decide` may not draw itself: the time, and the only id that has no cause. */
export type Moment = { readonly now: Instant; readonly newMemberId: MemberId };

/** What `decide` answers to. */
export type Message =
  | { readonly kind: 'text'; readonly inbound: InboundText }
  /** A text on which deciding failed three times. */
  | { readonly kind: 'unreadable'; readonly inbound: InboundText }
  | { readonly kind: 'tick' }
  /** A text of this member reached a status that matters to them. */
  | {
      readonly kind: 'delivery';
      readonly textId: TextId;
      readonly status: TextStatus;
      readonly errorClass?: DeliveryErrorClass | undefined;
    }
  | { readonly kind: 'staff'; readonly act: StaffAct };

/** A member with the escalation that holds them: what is loaded and decided on together. */
export type Aggregate = { readonly member: Member; readonly escalation?: Escalation | undefined };

/** When this member needs a decision next. `isPaced`: coaching and reminders, released within the carrier's rate. */
export type Due = { readonly at: Instant; readonly isPaced: boolean };

/** Everything that one message changes: committed whole or not at all. */
export type Decision = {
  /** The next state, with the version that was loaded (0 for a new member); the commit stores the one after. */
  readonly member: Member;
  readonly isNewMember: boolean;
  /** The member, as loaded, whose number the new one takes over; without it a number that is taken is a conflict. */
  readonly replaces?: Pick<Member, 'memberId' | 'version'> | undefined;
  /** The escalation in its next state, when it was opened or changed. */
  readonly escalation?: Escalation | undefined;
  readonly due?: Due | undefined;
  readonly text?: OutboundText | undefined;
  /** Due texts that were not sent, with the reason. */
  readonly skipped: readonly OutboundText[];
  readonly events: readonly DomainEvent[];
  readonly consent?: ConsentEntry | undefined;
  /** Texts still `planned` that this takes back: all coaching, or everything that is not a safety text. */
  readonly revokes?:
    | { readonly which: 'coaching' | 'all_but_safety'; readonly reason: 'opted_out' | 'held' | 'paused' }
    | undefined;
  /** The inbound text that is decided by this, with how it was read. */
  readonly decided?:
    | {
        readonly sid: MessageSid;
        readonly status: 'decided' | 'unreadable';
        readonly reading?: Reading | undefined;
        readonly want?: Want | undefined;
      }
    | undefined;
  /** What a staff act came to, when the message was one. */
  readonly staff?:
    | { readonly kind: 'done' | 'already_done' | 'not_found'; readonly escalationId?: EscalationId }
    | undefined;
};

/** The one function over the whole program: pure and total, so the same cause decided twice writes once. */
export type Decide = (
  program: Program,
  aggregate: Aggregate | undefined,
  message: Message,
  moment: Moment,
) => Decision;

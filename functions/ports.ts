import type { Aggregate, ConsentEntry, Decision, DomainEvent } from './domain/decision.ts';
import type { Member } from './domain/enrollment/member.ts';
import type { Escalation } from './domain/escalation/escalation.ts';
import type { EscalationId, MemberId, MessageSid, PhoneKey, PhoneNumber, TextId } from './domain/ids.ts';
import type { DeliveryErrorClass, SendOutcome, TextStatus } from './domain/texts/delivery.ts';
import type { InboundText } from './domain/texts/inbound-text.ts';
import type { NotSentReason, OutboundText } from './domain/texts/outbound-text.ts';
import type { Instant } from './domain/time.ts';

/** The program's clock; virtual in the local run. Everything that decides anything asks this one. */
export type Clock = { readonly now: () => Instant };

/** Draws the only id that has no cause: a new member's. */
export type Ids = { readonly newMemberId: () => MemberId };

/** The keyed hash that stands for a number everywhere but in an item's attributes. */
export type HashPhone = (phone: PhoneNumber) => PhoneKey;

export type MemberRepository = {
  /** Strongly read. Undefined when nobody has this number. */
  readonly findByPhone: (phoneKey: PhoneKey) => Promise<Aggregate | undefined>;
  readonly findById: (memberId: MemberId) => Promise<Aggregate | undefined>;
  /**
   * Writes all of a decision or nothing, on the version that was loaded. `conflict`: somebody else changed the member,
   * took the number, decided this text, or claimed a text that this revokes; load and decide again.
   */
  readonly commit: (
    decision: Decision,
  ) => Promise<{ readonly kind: 'committed' } | { readonly kind: 'conflict' }>;
};

export type InboxRepository = {
  /** One conditional put. `duplicate`: stored before; nothing changes. */
  readonly store: (text: InboundText) => Promise<'stored' | 'duplicate'>;
  /** This number's undecided texts, oldest first, strongly read. */
  readonly listUndecided: (phoneKey: PhoneKey) => Promise<readonly InboundText[]>;
  /** Counts a failure to decide; answers how many there have been. */
  readonly noteFailure: (phoneKey: PhoneKey, sid: MessageSid) => Promise<number>;
};

/** Outbound texts between plan and final status. Every change is one conditional write; `false` says it did not apply. */
export type TextRepository = {
  readonly find: (textId: TextId) => Promise<OutboundText | undefined>;
  /** `planned` (or `unknown`, to send a safety text again) -> `claimed`, only while `notAfter` > now. */
  readonly claim: (textId: TextId, from: 'planned' | 'unknown', now: Instant) => Promise<boolean>;
  /** `claimed` -> `planned`: the carrier did not take it. It becomes due again at `retryAt`. */
  readonly giveBack: (textId: TextId, retryAt: Instant) => Promise<boolean>;
  /** `planned` stays, but is due again at `retryAt` (the brake is on). */
  readonly postpone: (textId: TextId, retryAt: Instant) => Promise<boolean>;
  /** `planned` or `claimed` -> `skipped`, with the reason. */
  readonly skip: (textId: TextId, reason: NotSentReason, now: Instant) => Promise<boolean>;
  /** `claimed` -> `unknown`; a text whose outcome will be asked for is due again at `reconcileAt`. */
  readonly markUnknown: (textId: TextId, now: Instant, reconcileAt?: Instant) => Promise<boolean>;
  /** Records what the carrier says; only forward. A status that changes nothing costs no write. */
  readonly advance: (
    textId: TextId,
    news: {
      readonly status: TextStatus;
      readonly at: Instant;
      readonly sid?: MessageSid | undefined;
      readonly errorCode?: number | undefined;
      readonly errorClass?: DeliveryErrorClass | undefined;
    },
  ) => Promise<boolean>;
};

/** An entry of the due index; it may be stale, so whoever acts on it reads again. */
export type DueEntry =
  | { readonly kind: 'member'; readonly memberId: MemberId; readonly dueAt: Instant }
  | { readonly kind: 'inbound'; readonly phoneKey: PhoneKey; readonly dueAt: Instant }
  | {
      readonly kind: 'text';
      readonly textId: TextId;
      readonly lane: OutboundText['lane'];
      readonly dueAt: Instant;
    };

export type DueIndex = {
  /** Everything due by `now`, oldest first. `paced` entries are released within the carrier's rate. */
  readonly list: (pace: 'now' | 'paced', now: Instant, limit: number) => Promise<readonly DueEntry[]>;
  /** The earliest instant in the index, of either pace; undefined when nothing is ever due. */
  readonly earliest: () => Promise<Instant | undefined>;
};

/** One member's whole record: what a care manager reads. */
export type MemberRecord = {
  readonly member: Member;
  readonly escalations: readonly Escalation[];
  readonly outbound: readonly OutboundText[];
  readonly inbound: readonly InboundText[];
  readonly events: readonly DomainEvent[];
  readonly consents: readonly ConsentEntry[];
};

export type Page<T> = { readonly items: readonly T[]; readonly next?: string | undefined };

export type RecordReader = {
  readonly find: (memberId: MemberId) => Promise<MemberRecord | undefined>;
  /** Everybody who ever texted, newest first. `after` is the `next` of the page before. */
  readonly listMembers: (limit: number, after?: string) => Promise<Page<Member>>;
  /** Open and acknowledged escalations: strongest urgency first, then oldest. */
  readonly listOpenEscalations: () => Promise<readonly Escalation[]>;
  readonly findEscalation: (escalationId: EscalationId) => Promise<Escalation | undefined>;
  /** Adds to the audit trail that somebody looked. */
  readonly noteView: (event: DomainEvent) => Promise<void>;
};

/** One written item that has to be carried on, as it stood when it was written. */
export type Change =
  | { readonly kind: 'inbound'; readonly phoneKey: PhoneKey }
  | {
      readonly kind: 'text';
      readonly textId: TextId;
      readonly lane: OutboundText['lane'];
      readonly status: TextStatus;
      readonly phoneKey: PhoneKey;
    }
  | { readonly kind: 'event'; readonly event: DomainEvent };

/** Rings that a number has something; never what. A lost, doubled or late ring changes nothing. */
export type Ring = { readonly phoneKey: PhoneKey; readonly textId?: TextId | undefined };
export type Doorbell = { readonly ring: (rings: readonly Ring[]) => Promise<void> };

export type TextQueue = {
  readonly enqueue: (lane: OutboundText['lane'], textIds: readonly TextId[]) => Promise<void>;
};

export type EventPublisher = { readonly publish: (events: readonly DomainEvent[]) => Promise<void> };

export type TextSender = {
  /** `validitySeconds`: how long the carrier may still try, 1 to 36000. */
  readonly send: (text: {
    readonly textId: TextId;
    readonly to: PhoneNumber;
    readonly body: string;
    readonly validitySeconds: number;
  }) => Promise<SendOutcome>;
  /** Whether the carrier has this text after all; throws when the carrier cannot be asked. */
  readonly find: (text: {
    readonly to: PhoneNumber;
    readonly body: string;
    readonly since: Instant;
  }) => Promise<{ readonly sid: MessageSid; readonly status: TextStatus } | undefined>;
};

/** What stops sending: `routine` holds coaching back, `all` everything but safety texts. */
export type Brake = {
  readonly read: () => Promise<{ readonly scope: 'none' | 'routine' | 'all' }>;
};

/** Segments spent today (the carrier's day), so that releases of one day share one budget. */
export type PaceLedger = {
  readonly spent: (day: string) => Promise<number>;
  readonly add: (day: string, segments: number) => Promise<void>;
};

/** One structured line an outcome; ids only. */
export type Logger = {
  readonly info: (outcome: string, fields?: LogFields) => void;
  readonly warn: (outcome: string, fields?: LogFields) => void;
  readonly error: (outcome: string, fields?: LogFields) => void;
};
export type LogFields = Readonly<Record<string, string | number | boolean | undefined | Error>>;

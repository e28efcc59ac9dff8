import { type Draft, emit } from './draft.ts';
import { causeSchema, textIdOf } from './ids.ts';
import { compose, type Values } from './program/compose.ts';
import type { ReplyKey } from './program/program.ts';
import type { OutboundText } from './texts/outbound-text.ts';
import { addHours, addMinutes, type Instant, minutesBetween } from './time.ts';

/** How long a reply is still an answer; a safety text stays worth sending as long as the carrier may try. */
const REPLY_GOOD_FOR_HOURS = 4;
const SAFETY_GOOD_FOR_HOURS = 10;
/** A safety text that is not delivered by then is a page (CLINICAL, "A safety text"). */
const CONFIRM_WITHIN_MINUTES = 2;
/** The loop guard: a machine that answers every answer is left the last word. */
const REPLIES_AN_HOUR = 30;
const SAME_REPLY_IN_A_ROW = 3;

export type Saying = {
  readonly body: string;
  readonly key: string;
  readonly kind: OutboundText['kind'];
  readonly lane: OutboundText['lane'];
  readonly notAfter: Instant;
  /** The part of the text id that names its cause; the decision's own unless said. */
  readonly cause?: string;
  readonly day?: number;
};

/** The text that a decision sends, or would have sent. */
export const outboundText = (draft: Draft, saying: Saying): OutboundText => ({
  textId: textIdOf(draft.member.memberId, draft.now, causeSchema.parse(saying.cause ?? draft.cause)),
  memberId: draft.member.memberId,
  phoneKey: draft.member.phoneKey,
  to: draft.member.phone,
  body: saying.body,
  key: saying.key,
  kind: saying.kind,
  lane: saying.lane,
  language: draft.member.language,
  contentVersion: draft.program.content.version,
  segments: Math.max(1, draft.program.countSegments(saying.body)),
  ...(saying.day === undefined ? {} : { day: saying.day }),
  plannedAt: draft.now,
  notAfter: saying.notAfter,
  status: 'planned',
  attempts: 0,
});

type Replies = NonNullable<Draft['member']['replies']>;

const countReply = (draft: Draft, key: ReplyKey): Replies => {
  const before = draft.member.replies;
  if (before === undefined || minutesBetween(before.since, draft.now) >= 60) {
    return { since: draft.now, count: 1, lastKey: key, repeats: 1 };
  }
  const repeats = before.lastKey === key ? before.repeats + 1 : 1;
  return { since: before.since, count: before.count + 1, lastKey: key, repeats };
};

/**
 * Answers the member's own text. Silent to somebody who has opted out (unless this is the one confirmation, or the
 * invitation that they asked for), when the carrier lets nothing through, and when the loop guard says so.
 */
export const reply = (
  draft: Draft,
  key: ReplyKey,
  values: Values = {},
  options: { readonly evenOptedOut?: boolean } = {},
): Draft => {
  const { consent } = draft.member;
  const isSilenced = consent.isCarrierBlocked || (consent.is === 'out' && options.evenOptedOut !== true);
  if (isSilenced || draft.text !== undefined) return draft;
  const replies = countReply(draft, key);
  const member = { ...draft.member, replies };
  if (replies.count > REPLIES_AN_HOUR || replies.repeats > SAME_REPLY_IN_A_ROW) {
    return emit({ ...draft, member }, 'ReplyHeldBack.v1', { key });
  }
  const body = compose(draft.program, key, member.language, values);
  const notAfter = addHours(draft.now, REPLY_GOOD_FOR_HOURS);
  return {
    ...draft,
    member,
    text: outboundText(draft, { body, key, kind: 'reply', lane: 'urgent', notAfter }),
  };
};

/** A text of our own in the conversation that is neither coaching nor an answer: a screen or question asked on time. */
export const ask = (
  draft: Draft,
  key: ReplyKey,
  kind: 'coaching' | 'reply',
  notAfter: Instant,
  lead?: string,
): Draft => {
  if (draft.member.consent.is === 'out' || draft.member.consent.isCarrierBlocked) return draft;
  const question = compose(draft.program, key, draft.member.language);
  const body =
    lead === undefined
      ? question
      : compose(draft.program, 'joining_reminder', draft.member.language, { question });
  const lane = kind === 'coaching' ? 'routine' : 'urgent';
  return { ...draft, text: outboundText(draft, { body, key, kind, lane, notAfter }) };
};

/**
 * A safety text: no guard, budget, window or opt-out holds it back; only the carrier's own block can. It is watched
 * until it is known to be delivered, and replaces any other text of this decision.
 */
export const saySafety = (draft: Draft, key: ReplyKey): Draft => {
  const member = { ...draft.member, safetyAt: draft.now };
  if (draft.member.consent.isCarrierBlocked) return { ...draft, member, text: undefined };
  const body = compose(draft.program, key, member.language);
  const notAfter = addHours(draft.now, SAFETY_GOOD_FOR_HOURS);
  const text = outboundText(draft, { body, key, kind: 'safety', lane: 'urgent', notAfter });
  const checkAt = addMinutes(draft.now, CONFIRM_WITHIN_MINUTES);
  return { ...draft, member: { ...member, unconfirmed: { textId: text.textId, checkAt } }, text };
};

import { needAttention } from './conversation/attention.ts';
import type { Message } from './decision.ts';
import { change, type Draft, emit, enterConsent, page, pipe, revoke, withEscalation } from './draft.ts';

type Delivery = Extract<Message, { kind: 'delivery' }>;
type Told = 'delivered' | 'not_delivered' | 'blocked';

const ARRIVED = ['delivered'];
const LOST = ['undelivered', 'failed', 'canceled'];

const noteTold = (draft: Draft, { textId }: Delivery, delivery: Told): Draft => {
  const { escalation } = draft;
  if (escalation === undefined || escalation.told.textId !== textId) return draft;
  // what did not arrive has answered nothing: the same flag again gets the whole text
  const answeredAt = delivery === 'delivered' ? escalation.answeredAt : {};
  return withEscalation(draft, { ...escalation, answeredAt, told: { ...escalation.told, delivery } });
};

/** A number that can never be reached shows in the record and to staff. */
const unreachable = (draft: Draft): Draft =>
  draft.member.reach === 'unreachable'
    ? draft
    : emit(needAttention(change(draft, { reach: 'unreachable' }), 'unreachable'), 'MemberUnreachable.v1');

/** The carrier says that this number has opted out: we take its word. */
const blocked = (draft: Draft): Draft => {
  const { consent } = draft.member;
  if (consent.isCarrierBlocked) return draft;
  const out = change(draft, { consent: { is: 'out', at: consent.at ?? draft.now, isCarrierBlocked: true } });
  if (consent.is === 'out') return out;
  return pipe(
    revoke(out, { which: 'all_but_safety', reason: 'opted_out' }),
    (sofar) => enterConsent(sofar, { action: 'out', how: 'carrier', wording: 'carrier block' }),
    (sofar) => emit(sofar, 'MemberOptedOut.v1', { how: 'carrier' }),
  );
};

const lost = (draft: Draft, delivery: Delivery): Draft => {
  const { unconfirmed } = draft.member;
  const isBlocked = delivery.errorClass === 'opted_out';
  const known = isBlocked ? blocked(draft) : delivery.errorClass === 'permanent' ? unreachable(draft) : draft;
  if (unconfirmed?.textId !== delivery.textId) return known;
  const freed = change(known, { unconfirmed: undefined });
  return page(noteTold(freed, delivery, isBlocked ? 'blocked' : 'not_delivered'), 'not_delivered');
};

/** News of one of the member's texts: a safety text that arrived, or one that did not (law 5). */
export const onDelivery = (draft: Draft, delivery: Delivery): Draft => {
  if (LOST.includes(delivery.status)) return lost(draft, delivery);
  if (!ARRIVED.includes(delivery.status)) return draft;
  const { unconfirmed } = draft.member;
  const freed = unconfirmed?.textId === delivery.textId ? change(draft, { unconfirmed: undefined }) : draft;
  return noteTold(freed, delivery, 'delivered');
};

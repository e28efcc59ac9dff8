import type { DomainEvent } from '../../domain/decision.ts';
import type { InboundText } from '../../domain/texts/inbound-text.ts';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';

/**
 * Which of the two stream mappings carries an item on. It is taken off by the first write that follows, so that the
 * stream never brings the same news twice by itself.
 */
export type Relay = 'safety' | 'rest' | undefined;

/** Deciding that failed once is tried again by the queue and the due index, not by the write that counts the failure. */
export const relayOfInbound = ({ status, failures }: InboundText): Relay =>
  status === 'undecided' && failures === 0 ? 'safety' : undefined;

export const relayOfEvent = ({ type }: DomainEvent): Relay => (type === 'StaffPaged.v1' ? 'safety' : 'rest');

/** A planned text has to be sent; a final status is told to the member's aggregate when it changes what happens next. */
export const relayOfText = ({ status, kind, lane, errorClass }: OutboundText): Relay => {
  if (status === 'planned') return lane === 'urgent' ? 'safety' : 'rest';
  if (status !== 'delivered' && status !== 'undelivered' && status !== 'failed') return undefined;
  if (kind === 'safety') return 'safety';
  if (errorClass !== 'permanent' && errorClass !== 'opted_out') return undefined;
  return kind === 'coaching' ? 'rest' : 'safety';
};

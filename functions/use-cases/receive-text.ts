import { type MessageSid, phoneNumberSchema } from '../domain/ids.ts';
import type { InboundText } from '../domain/texts/inbound-text.ts';
import type { Clock, HashPhone, InboxRepository, Logger } from '../ports.ts';

/** A text as the carrier reports it, after its signature was checked. */
export type ReceivedText = {
  readonly sid: MessageSid;
  readonly from: string;
  readonly body: string;
  readonly mediaCount: number;
  readonly optOutType?: InboundText['optOutType'];
};

export type ReceiveText = (received: ReceivedText) => Promise<'stored' | 'duplicate' | 'ignored'>;

type Deps = {
  readonly inbox: InboxRepository;
  readonly hashPhone: HashPhone;
  readonly clock: Clock;
  readonly logger: Logger;
};

/**
 * Stores a text and does nothing more: from then on it is in the record, whatever breaks later. A sender that is no
 * phone number (a short code, a name) cannot be a member and cannot be answered; it is ignored.
 */
export const createReceiveText = ({ inbox, hashPhone, clock, logger }: Deps): ReceiveText => {
  return async ({ sid, from, body, mediaCount, optOutType }) => {
    const phone = phoneNumberSchema.safeParse(from);
    if (!phone.success) {
      logger.warn('text_ignored', { sid, reason: 'sender_is_no_number' });
      return 'ignored';
    }
    const phoneKey = hashPhone(phone.data);
    const outcome = await inbox.store({
      sid,
      phoneKey,
      from: phone.data,
      body,
      mediaCount,
      receivedAt: clock.now(),
      ...(optOutType && { optOutType }),
      status: 'undecided',
      failures: 0,
    });
    logger.info(outcome === 'stored' ? 'text_stored' : 'text_duplicate', { sid, phoneKey });
    return outcome;
  };
};

import { messageSidSchema } from '../../domain/ids.ts';
import { readCarrierStatus, type SendOutcome } from '../../domain/texts/delivery.ts';
import { epochMilliseconds } from '../../domain/time.ts';
import type { TextSender } from '../../ports.ts';
import { CarrierUnreachableError } from './carrier-unreachable-error.ts';
import { createMessagesClient, type MessagesClientProps } from './create-messages-client.ts';
import { readSendFailure } from './read-send-failure.ts';

export type TwilioTextSenderProps = MessagesClientProps & {
  readonly messagingServiceSid: string;
  /** Where the carrier reports what became of a text; the text's id is added as `?text=`. */
  readonly statusCallbackUrl: string;
};

const VALIDITY_SECONDS = { least: 1, most: 36_000 };
const RECENT_TEXTS = 50;

const withTextId = (statusCallbackUrl: string, textId: string): string => {
  const [url = '', fragment] = statusCallbackUrl.split('#');
  const marked = `${url}${url.includes('?') ? '&' : '?'}text=${encodeURIComponent(textId)}`;
  return fragment === undefined ? marked : `${marked}#${fragment}`;
};

/** Sends texts through Twilio. It never retries by itself: whoever claimed the text decides what an answer means. */
export const createTwilioTextSender = (props: TwilioTextSenderProps): TextSender => {
  const messages = createMessagesClient(props);

  const send: TextSender['send'] = async ({ textId, to, body, validitySeconds }): Promise<SendOutcome> => {
    const { least, most } = VALIDITY_SECONDS;
    try {
      const created = await messages.create({
        to,
        body,
        messagingServiceSid: props.messagingServiceSid,
        statusCallback: withTextId(props.statusCallbackUrl, textId),
        validityPeriod: Math.min(most, Math.max(least, Math.floor(validitySeconds))),
      });
      const sid = messageSidSchema.safeParse(created.sid);
      if (!sid.success) return { kind: 'unknown' };
      return { kind: 'accepted', sid: sid.data, status: readCarrierStatus(created.status) ?? 'accepted' };
    } catch (error) {
      return readSendFailure(error);
    }
  };

  // Filtered by our own clock and not by DateSent: a text that still waits in the carrier's queue has no date of
  // sending yet, and is exactly the one that must be found.
  const find: TextSender['find'] = async ({ to, body, since }) => {
    const sinceSecond = Math.floor(epochMilliseconds(since) / 1000) * 1000; // the carrier's times have no fractions
    try {
      const recent = await messages.list({ to, limit: RECENT_TEXTS, pageSize: RECENT_TEXTS });
      const found = recent.find(
        (text) =>
          text.direction !== 'inbound' &&
          text.dateCreated.getTime() >= sinceSecond &&
          text.body.trim() === body.trim(),
      );
      return (
        found && {
          sid: messageSidSchema.parse(found.sid),
          status: readCarrierStatus(found.status) ?? 'accepted',
        }
      );
    } catch (error) {
      throw new CarrierUnreachableError(error);
    }
  };

  return { send, find };
};

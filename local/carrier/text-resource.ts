import { countSegments } from '../../functions/domain/program/segments.ts';
import type { StoredText } from './stored-text.ts';
import { errorMessage } from './twilio-errors.ts';

/** RFC 2822, in whole seconds, as Twilio writes every date. */
const rfc2822 = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000');

/** The Message resource of Twilio's API, field by field. */
export const textResource = (text: StoredText, accountSid: string) => {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${text.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: text.isRedacted ? '' : text.body,
    date_created: rfc2822(text.createdAt),
    date_sent: text.sentAt === null ? null : rfc2822(text.sentAt),
    date_updated: rfc2822(text.updatedAt),
    direction: text.direction,
    error_code: text.errorCode,
    error_message: text.errorCode === null ? null : errorMessage(text.errorCode),
    from: text.from,
    messaging_service_sid: text.serviceSid,
    num_media: String(text.media.length),
    // no sender, no segments yet: with a service Twilio says 0 at first
    num_segments: String(text.from === null ? 0 : countSegments(text.body)),
    price: null,
    price_unit: null,
    sid: text.sid,
    status: text.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: text.to,
    uri: `${uri}.json`,
  };
};

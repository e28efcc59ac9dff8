import type { StoredText } from './stored-text.ts';

/** YYMMDDhhmm, when the carrier's receipt came. */
const receiptDate = (instant: string): string => instant.replace(/\D/g, '').slice(2, 12);

/** The form of one status callback. The number is in it, as Twilio sends it. */
export const statusCallback = (text: StoredText, accountSid: string): Record<string, string> => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  From: text.from ?? '',
  MessageSid: text.sid,
  MessageStatus: text.status,
  SmsSid: text.sid,
  SmsStatus: text.status,
  To: text.to,
  ...(text.serviceSid === null ? {} : { MessagingServiceSid: text.serviceSid }),
  ...(text.errorCode === null ? {} : { ErrorCode: String(text.errorCode) }),
  ...(text.status === 'delivered' || text.status === 'undelivered'
    ? { RawDlrDoneDate: receiptDate(text.updatedAt) }
    : {}),
});

import type { DeliveryErrorClass } from '../../domain/texts/delivery.ts';

type ErrorRow = { readonly errorClass: DeliveryErrorClass; readonly reason: string };

/** Every error code of the carrier that we know, and why it is treated as it is. Closed: the rest is `unknown_code`. */
export const ERROR_CLASSES: Readonly<Record<number, ErrorRow>> = {
  20003: { errorClass: 'configuration', reason: 'our credentials are refused: nothing can be sent' },
  20404: { errorClass: 'configuration', reason: 'the account or service that we name does not exist' },
  20429: { errorClass: 'throttled', reason: 'too many requests at once; this one was not processed' },
  21211: { errorClass: 'permanent', reason: 'not a phone number' },
  21408: { errorClass: 'configuration', reason: 'texts to this region are switched off in our account' },
  21602: { errorClass: 'content', reason: 'no body: a fault of ours' },
  21604: { errorClass: 'content', reason: 'no recipient: a fault of ours' },
  21610: { errorClass: 'opted_out', reason: 'the member texted STOP to the carrier; permanent until START' },
  21611: { errorClass: 'throttled', reason: 'our own queue at the carrier is full; retry after it drains' },
  21614: { errorClass: 'permanent', reason: 'not a mobile number' },
  21617: { errorClass: 'content', reason: 'body too long: a fault of ours' },
  21635: { errorClass: 'permanent', reason: 'a landline, blocked by its country' },
  30001: { errorClass: 'throttled', reason: 'our own queue at the carrier is full; retry after it drains' },
  30002: {
    errorClass: 'configuration',
    reason: 'account suspended: every text will fail until a person acts',
  },
  30003: {
    errorClass: 'transient',
    reason: 'handset off or out of reach; three in a row are for the care team',
  },
  30004: { errorClass: 'permanent', reason: 'the recipient or their carrier blocks us' },
  30005: { errorClass: 'permanent', reason: 'the number is not in use' },
  30006: { errorClass: 'permanent', reason: 'a landline, or a carrier that cannot be reached' },
  30007: { errorClass: 'content', reason: 'filtered by the carrier; the same words would be filtered again' },
  30008: { errorClass: 'transient', reason: 'the carrier does not know why; at most one later try' },
  30022: { errorClass: 'throttled', reason: 'over the rate of our campaign' },
  30023: {
    errorClass: 'throttled',
    reason: 'over the daily cap of T-Mobile, which resets at midnight Pacific',
  },
  30034: { errorClass: 'configuration', reason: 'our number is not registered for application texts' },
  30036: { errorClass: 'expired', reason: 'waited in the queue past its validity; was not sent' },
  30047: { errorClass: 'transient', reason: 'the carrier could not reschedule it; may be tried again' },
  30410: {
    errorClass: 'transient',
    reason: 'provider time-out: it may have arrived, so again only if safety',
  },
  30450: { errorClass: 'content', reason: 'stopped by the risk check; the same text would be stopped again' },
  30610: { errorClass: 'expired', reason: 'held back by the carrier for quiet hours; not sent in time' },
  30640: { errorClass: 'permanent', reason: 'the carrier refuses all texts to this number on legal grounds' },
  35114: { errorClass: 'configuration', reason: 'scheduling, which we do not use: a fault of ours' },
  35115: { errorClass: 'configuration', reason: 'scheduling, which we do not use: a fault of ours' },
  35117: { errorClass: 'configuration', reason: 'scheduling, which we do not use: a fault of ours' },
  35125: { errorClass: 'configuration', reason: 'scheduling, which we do not use: a fault of ours' },
  63038: {
    errorClass: 'throttled',
    reason: 'over the daily limit of our account; stop until the window passes',
  },
};

/** Codes and their causes change without notice: one that is not in the table is never retried, only counted. */
export const classifyErrorCode = (code: number): DeliveryErrorClass =>
  ERROR_CLASSES[code]?.errorClass ?? 'unknown_code';

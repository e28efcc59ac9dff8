import type { MessageSid, TextId } from '../domain/ids.ts';
import {
  type DeliveryErrorClass,
  isFinalTextStatus,
  mayAdvance,
  readCarrierStatus,
  type TextStatus,
} from '../domain/texts/delivery.ts';
import type { OutboundText } from '../domain/texts/outbound-text.ts';
import type { Clock, Logger, TextRepository } from '../ports.ts';

/** What a status callback says, after its signature was checked. `word` is the carrier's own. */
export type StatusNews = {
  readonly textId: TextId;
  readonly sid: MessageSid;
  readonly word: string;
  readonly errorCode?: number | undefined;
};

export type RecordStatus = (news: StatusNews) => Promise<'recorded' | 'unchanged' | 'unknown_text'>;

type Deps = {
  readonly texts: TextRepository;
  readonly classifyErrorCode: (code: number) => DeliveryErrorClass;
  readonly clock: Clock;
  readonly logger: Logger;
};

/**
 * Whether a status is worth a write. Every final one is; a passing one when the carrier's answer to the send is not
 * known yet (it proves that the text exists), and every step of a safety text.
 */
const tellsSomething = (text: OutboundText, status: TextStatus): boolean => {
  if (!mayAdvance(text.status, status)) return false;
  if (isFinalTextStatus(status) || text.kind === 'safety') return true;
  return text.status === 'planned' || text.status === 'claimed' || text.status === 'unknown';
};

/** Records what the carrier says about a text. Callbacks come late, doubled and out of order: only forward. */
export const createRecordStatus = ({ texts, classifyErrorCode, clock, logger }: Deps): RecordStatus => {
  return async ({ textId, sid, word, errorCode }) => {
    const text = await texts.find(textId);
    if (!text) {
      logger.warn('status_of_unknown_text', { textId, sid });
      return 'unknown_text';
    }
    const status = readCarrierStatus(word);
    if (!status || !tellsSomething(text, status)) return 'unchanged';
    const errorClass = errorCode === undefined ? undefined : classifyErrorCode(errorCode);
    const isRecorded = await texts.advance(textId, { status, at: clock.now(), sid, errorCode, errorClass });
    if (!isRecorded) return 'unchanged';
    const isAlarming = errorClass === 'configuration' || errorClass === 'unknown_code';
    logger[isAlarming ? 'error' : 'info']('status_recorded', { textId, status, errorCode, errorClass });
    return 'recorded';
  };
};

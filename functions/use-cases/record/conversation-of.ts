import type { InboundText } from '../../domain/texts/inbound-text.ts';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';
import type { MemberRecord } from '../../ports.ts';
import type { ConversationText } from './record-schema.ts';
import { ERROR_WORDS, INBOUND_WORDS, NOT_SENT_WORDS, TEXT_STATUS_WORDS } from './words.ts';

const isNotSent = (text: OutboundText): boolean => text.status === 'skipped' || text.status === 'revoked';

const viewOutbound = (text: OutboundText): ConversationText => {
  const hasError = text.errorCode !== undefined || text.errorClass !== undefined;
  return {
    at: text.claimedAt ?? text.plannedAt,
    direction: 'out',
    body: text.body,
    status: text.status,
    statusWords: TEXT_STATUS_WORDS[text.status],
    isSent: !isNotSent(text) && text.status !== 'planned',
    ...(text.reason && { reason: text.reason, notSentReason: NOT_SENT_WORDS[text.reason] }),
    ...(hasError && {
      error: {
        ...(text.errorCode !== undefined && { code: text.errorCode }),
        words: text.errorClass ? ERROR_WORDS[text.errorClass] : ERROR_WORDS.unknown_code,
      },
    }),
    segments: text.segments,
    key: text.key,
    kind: text.kind,
    ...(text.day !== undefined && { day: text.day }),
    ...(text.sid && { sid: text.sid }),
    textId: text.textId,
  };
};

const viewInbound = (text: InboundText): ConversationText => ({
  at: text.receivedAt,
  direction: 'in',
  body: text.body,
  status: text.status,
  statusWords: INBOUND_WORDS[text.status],
  isSent: true,
  ...(text.reading && { outcome: text.reading.outcome, evidence: text.reading.evidence }),
  ...(text.mediaCount > 0 && { mediaCount: text.mediaCount }),
  sid: text.sid,
});

const byTime = (a: ConversationText, b: ConversationText): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.direction === b.direction ? 0 : a.direction === 'in' ? -1 : 1;
};

/** Both sides merged by time, the member's text before our answer; what was not sent stays in it (law 10). */
export const conversationOf = (record: MemberRecord): readonly ConversationText[] =>
  [...record.inbound.map(viewInbound), ...record.outbound.map(viewOutbound)].sort(byTime);

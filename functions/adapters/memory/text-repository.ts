import type { TextId } from '../../domain/ids.ts';
import { mayAdvance, type TextStatus } from '../../domain/texts/delivery.ts';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';
import type { Instant } from '../../domain/time.ts';
import type { TextRepository } from '../../ports.ts';
import type { MemoryTable } from './table.ts';

export const createMemoryTextRepository = (table: MemoryTable): TextRepository => {
  /** One conditional write: applies `next` when the text stands at one of `from`. */
  const change = (
    textId: TextId,
    from: readonly TextStatus[],
    next: (
      text: OutboundText,
    ) => { readonly text: OutboundText; readonly dueAt?: Instant | undefined } | undefined,
  ): boolean => {
    const stored = table.texts.get(textId);
    const changed = stored && from.includes(stored.text.status) ? next(stored.text) : undefined;
    if (changed) table.texts.set(textId, changed);
    return changed !== undefined;
  };

  return {
    find: async (textId) => table.texts.get(textId)?.text,
    claim: async (textId, from, now) =>
      change(textId, [from], ({ statusAt: _, ...text }) =>
        text.notAfter > now
          ? { text: { ...text, status: 'claimed', claimedAt: now, attempts: text.attempts + 1 } }
          : undefined,
      ),
    giveBack: async (textId, retryAt) =>
      change(textId, ['claimed'], ({ claimedAt: _, ...text }) => ({
        text: { ...text, status: 'planned' },
        dueAt: retryAt,
      })),
    postpone: async (textId, retryAt) => change(textId, ['planned'], (text) => ({ text, dueAt: retryAt })),
    skip: async (textId, reason, now) =>
      change(textId, ['planned', 'claimed'], (text) => ({
        text: { ...text, status: 'skipped', reason, statusAt: now },
      })),
    markUnknown: async (textId, now, reconcileAt) =>
      change(textId, ['claimed'], (text) => ({
        text: {
          ...text,
          status: 'unknown',
          statusAt: now,
          ...(reconcileAt ? {} : { reason: 'unknown_outcome' as const }),
        },
        dueAt: reconcileAt,
      })),
    advance: async (textId, news) => {
      const status = table.texts.get(textId)?.text.status;
      if (!status || !mayAdvance(status, news.status)) return false;
      return change(textId, [status], (text) => ({ text: withNews(text, news) }));
    },
  };
};

type News = Parameters<TextRepository['advance']>[1];

const withNews = ({ reason: _, ...text }: OutboundText, news: News): OutboundText => ({
  ...text,
  status: news.status,
  statusAt: news.at,
  ...(news.sid && { sid: news.sid }),
  ...(news.errorCode !== undefined && { errorCode: news.errorCode }),
  ...(news.errorClass && { errorClass: news.errorClass }),
  ...(news.status === 'failed' && { reason: 'refused' as const }),
});

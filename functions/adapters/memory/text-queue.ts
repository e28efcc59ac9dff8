import type { TextId } from '../../domain/ids.ts';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';
import type { TextQueue } from '../../ports.ts';

export type QueuedText = { readonly lane: OutboundText['lane']; readonly textId: TextId };

/** Keeps every text in its order. `take` hands over what has come since, as a consumer would. */
export const createMemoryTextQueue = (): TextQueue & {
  readonly queued: readonly QueuedText[];
  readonly take: (lane?: OutboundText['lane']) => readonly QueuedText[];
} => {
  const queued: QueuedText[] = [];
  return {
    queued,
    enqueue: async (lane, textIds) => {
      queued.push(...textIds.map((textId) => ({ lane, textId })));
    },
    take: (lane) => {
      const all = queued.splice(0);
      const isTaken = (text: QueuedText) => lane === undefined || text.lane === lane;
      queued.push(...all.filter((text) => !isTaken(text)));
      return all.filter(isTaken);
    },
  };
};

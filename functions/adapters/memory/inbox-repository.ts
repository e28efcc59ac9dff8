import { inboundTextSchema } from '../../domain/texts/inbound-text.ts';
import type { InboxRepository } from '../../ports.ts';
import { inboxKey, type MemoryTable } from './table.ts';

export const createMemoryInboxRepository = (table: MemoryTable): InboxRepository => ({
  store: async (text) => {
    const key = inboxKey(text.phoneKey, text.sid);
    if (table.inbox.has(key)) return 'duplicate';
    table.inbox.set(key, inboundTextSchema.parse(text));
    return 'stored';
  },
  listUndecided: async (phoneKey) =>
    [...table.inbox.values()]
      .filter((text) => text.phoneKey === phoneKey && text.status === 'undecided')
      .sort((a, b) => (`${a.receivedAt}~${a.sid}` < `${b.receivedAt}~${b.sid}` ? -1 : 1)),
  noteFailure: async (phoneKey, sid) => {
    const key = inboxKey(phoneKey, sid);
    const text = table.inbox.get(key);
    if (!text) return 0;
    if (text.status !== 'undecided') return text.failures;
    table.inbox.set(key, { ...text, failures: text.failures + 1 });
    return text.failures + 1;
  },
});

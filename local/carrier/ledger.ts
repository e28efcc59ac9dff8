import type { Delivery, Entry, Journal } from './journal.ts';
import type { StoredText } from './stored-text.ts';

export type Ledger = {
  readonly texts: ReadonlyMap<string, StoredText>;
  readonly optedOut: ReadonlySet<string>;
  readonly owed: ReadonlyMap<string, Delivery>;
  /** Journals the entries as one line, then applies them: all of them survive a crash, or none. */
  readonly commit: (entries: readonly Entry[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * What the carrier knows, rebuilt from the journal at start. Texts keep the order in which they came. A program that
 * comes back on another port gets its webhooks there: on one machine the port is no part of its address.
 */
export const createLedger = (journal: Journal, programOrigin: string): Ledger => {
  const texts = new Map<string, StoredText>();
  const optedOut = new Set<string>();
  const owed = new Map<string, Delivery>();
  const listeners = new Set<() => void>();
  let origin = programOrigin;

  const moveProgram = (to: string): void => {
    const moved = (url: string) => (url.startsWith(`${origin}/`) ? to + url.slice(origin.length) : url);
    for (const [id, delivery] of owed) owed.set(id, { ...delivery, url: moved(delivery.url) });
    for (const [sid, text] of texts)
      if (text.callbackUrl !== undefined) texts.set(sid, { ...text, callbackUrl: moved(text.callbackUrl) });
    origin = to;
  };

  const apply = (entry: Entry): void => {
    switch (entry.kind) {
      case 'opened':
        moveProgram(entry.origin);
        return;
      case 'text':
        texts.set(entry.text.sid, entry.text);
        return;
      case 'opted_out':
        optedOut.add(entry.number);
        return;
      case 'opted_in':
        optedOut.delete(entry.number);
        return;
      case 'owed':
        owed.set(entry.delivery.id, entry.delivery);
        return;
      case 'settled':
        owed.delete(entry.id);
        return;
      default:
        throw new TypeError(`unknown entry: ${entry satisfies never}`);
    }
  };

  const commit = (entries: readonly Entry[]): void => {
    journal.append(entries);
    entries.forEach(apply);
    for (const listener of listeners) listener();
  };

  journal.past.forEach(apply);
  commit([{ kind: 'opened', origin: programOrigin }]);
  return {
    texts,
    optedOut,
    owed,
    commit,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

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

/** What the carrier knows, rebuilt from the journal at start. Texts keep the order in which they came. */
export const createLedger = (journal: Journal): Ledger => {
  const texts = new Map<string, StoredText>();
  const optedOut = new Set<string>();
  const owed = new Map<string, Delivery>();
  const listeners = new Set<() => void>();

  const apply = (entry: Entry): void => {
    switch (entry.kind) {
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

  journal.past.forEach(apply);
  return {
    texts,
    optedOut,
    owed,
    commit: (entries) => {
      journal.append(entries);
      entries.forEach(apply);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

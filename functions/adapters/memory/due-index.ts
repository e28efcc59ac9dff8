import { addMinutes } from '../../domain/time.ts';
import type { DueEntry, DueIndex } from '../../ports.ts';
import type { MemoryTable } from './table.ts';

export const createMemoryDueIndex = (table: MemoryTable): DueIndex => ({
  list: async (pace, now, limit) =>
    entries(table)
      .filter((entry) => entry.pace === pace && entry.entry.dueAt <= now)
      .map(({ entry }) => entry)
      .sort(byDueAt)
      .slice(0, limit),
  earliest: async () =>
    entries(table)
      .map(({ entry }) => entry.dueAt)
      .sort()[0],
});

type Paced = { readonly pace: 'now' | 'paced'; readonly entry: DueEntry };

const byDueAt = (a: DueEntry, b: DueEntry): number => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0);

const entries = (table: MemoryTable): readonly Paced[] => [
  ...[...table.members.values()].flatMap(({ member, due }): readonly Paced[] =>
    due
      ? [
          {
            pace: due.isPaced ? 'paced' : 'now',
            entry: { kind: 'member', memberId: member.memberId, dueAt: due.at },
          },
        ]
      : [],
  ),
  ...[...table.inbox.values()]
    .filter((text) => text.status === 'undecided')
    .map(
      ({ phoneKey, receivedAt }): Paced => ({
        pace: 'now',
        entry: { kind: 'inbound', phoneKey, dueAt: addMinutes(receivedAt, 1) },
      }),
    ),
  ...[...table.texts.values()].flatMap(({ text: { textId, lane }, dueAt }): readonly Paced[] =>
    dueAt
      ? [{ pace: lane === 'urgent' ? 'now' : 'paced', entry: { kind: 'text', textId, lane, dueAt } }]
      : [],
  ),
];

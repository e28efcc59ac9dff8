import type { MemberId } from '../../domain/ids.ts';
import type { RecordReader } from '../../ports.ts';
import { type MemoryTable, recordKey } from './table.ts';

export const createMemoryRecordReader = (table: MemoryTable): RecordReader => ({
  find: async (memberId) => {
    const member = table.members.get(memberId)?.member;
    if (!member) return undefined;
    const isTheirs = (item: { readonly memberId?: MemberId | undefined }) => item.memberId === memberId;
    return {
      member,
      escalations: [...table.escalations.values()].filter(isTheirs).sort(by((one) => one.openedAt)),
      outbound: [...table.texts.values()]
        .map(({ text }) => text)
        .filter(isTheirs)
        .sort(by((text) => text.textId)),
      inbound: [...table.inbox.values()]
        .filter((text) => text.phoneKey === member.phoneKey)
        .filter((text) => isTheirs(text) || text.status === 'undecided')
        .sort(by((text) => `${text.receivedAt}~${text.sid}`)),
      events: [...table.events.values()].filter(isTheirs).sort(by(recordKey)),
      consents: [...table.consents.values()].filter(isTheirs).sort(by(recordKey)),
    };
  },
  listMembers: async (limit, after) => {
    const rosterKey = (member: { readonly createdAt: string; readonly memberId: string }) =>
      `${member.createdAt}~${member.memberId}`;
    const rest = [...table.members.values()]
      .map(({ member }) => member)
      .sort(by(rosterKey))
      .reverse()
      .filter((member) => after === undefined || rosterKey(member) < after);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && rest.length > limit ? rosterKey(last) : undefined };
  },
  listOpenEscalations: async () =>
    [...table.escalations.values()]
      .filter((escalation) => escalation.status !== 'closed')
      .sort(by(({ urgency, openedAt }) => `${urgency === 'now' ? 0 : 1}~${openedAt}`)),
  findEscalation: async (escalationId) => table.escalations.get(escalationId),
  noteView: async (event) => {
    table.events.set(recordKey(event), event);
  },
});

const by =
  <Item>(keyOf: (item: Item) => string) =>
  (a: Item, b: Item): number => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
  };

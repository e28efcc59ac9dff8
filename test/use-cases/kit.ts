import { createMemoryBrake } from '../../functions/adapters/memory/brake.ts';
import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryDoorbell } from '../../functions/adapters/memory/doorbell.ts';
import { createMemoryDueIndex } from '../../functions/adapters/memory/due-index.ts';
import { createMemoryEventPublisher } from '../../functions/adapters/memory/event-publisher.ts';
import { createMemoryIds } from '../../functions/adapters/memory/ids.ts';
import { createMemoryInboxRepository } from '../../functions/adapters/memory/inbox-repository.ts';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createMemoryMemberRepository } from '../../functions/adapters/memory/member-repository.ts';
import { createMemoryPaceLedger } from '../../functions/adapters/memory/pace-ledger.ts';
import { createMemoryRecordReader } from '../../functions/adapters/memory/record-reader.ts';
import { createMemoryTable } from '../../functions/adapters/memory/table.ts';
import { createMemoryTextQueue } from '../../functions/adapters/memory/text-queue.ts';
import { createMemoryTextRepository } from '../../functions/adapters/memory/text-repository.ts';
import { createMemoryTextSender } from '../../functions/adapters/memory/text-sender.ts';
import type { Decide, Due, Message } from '../../functions/domain/decision.ts';
import type { Member } from '../../functions/domain/enrollment/member.ts';
import type { Program } from '../../functions/domain/program/program.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { createDecideAndCommit } from '../../functions/use-cases/decide-and-commit.ts';
import { aDecision, aMember, NOW } from '../fixtures/members.ts';

/** Nothing in these tests reads it: their `decide` is a stand-in. */
const noProgram = {} as Program;

/** Marks a text as decided and changes nothing else; makes a visitor of an unknown number. */
export const plainDecide: Decide = (_program, aggregate, message, { now, newMemberId }) => {
  const inbound = message.kind === 'text' || message.kind === 'unreadable' ? message.inbound : undefined;
  const visitor = (): Member => {
    const { enrollment: _, ...rest } = aMember({
      memberId: newMemberId,
      ...(inbound && { phone: inbound.from, phoneKey: inbound.phoneKey }),
      createdAt: now,
    });
    return { ...rest, state: { status: 'visitor' } };
  };
  return aDecision({
    member: aggregate?.member ?? visitor(),
    isNewMember: aggregate === undefined,
    decided: inbound && {
      sid: inbound.sid,
      status: message.kind === 'unreadable' ? 'unreadable' : 'decided',
    },
  });
};

/** Every port in memory, and a `decide` that the test may replace and whose messages it may read. */
export const createKit = (start: string = NOW) => {
  const table = createMemoryTable();
  const clock = createMemoryClock(start);
  const messages: Message[] = [];
  const state = { decide: plainDecide };
  const decide: Decide = (program, aggregate, message, at) => {
    messages.push(message);
    return state.decide(program, aggregate, message, at);
  };
  const members = createMemoryMemberRepository(table);
  return {
    table,
    clock,
    messages,
    members,
    inbox: createMemoryInboxRepository(table),
    texts: createMemoryTextRepository(table),
    due: createMemoryDueIndex(table),
    records: createMemoryRecordReader(table),
    doorbell: createMemoryDoorbell(),
    textQueue: createMemoryTextQueue(),
    publisher: createMemoryEventPublisher(),
    logger: createMemoryLogger(),
    sender: createMemoryTextSender(),
    brake: createMemoryBrake(),
    ledger: createMemoryPaceLedger(),
    decideAndCommit: createDecideAndCommit({
      members,
      decide,
      program: noProgram,
      clock,
      ids: createMemoryIds(),
    }),
    decideBy: (next: Decide) => {
      state.decide = next;
    },
    putMember: (member: Member, due?: Due) => {
      table.members.set(member.memberId, { member, due });
      table.phones.set(member.phoneKey, member.memberId);
    },
    putText: (text: OutboundText) => {
      table.texts.set(text.textId, { text });
    },
  };
};

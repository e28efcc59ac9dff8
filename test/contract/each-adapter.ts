import { afterEach, beforeEach, describe } from 'vitest';
import { createDynamoBrake } from '../../functions/adapters/dynamodb/brake.ts';
import { createDynamoDueIndex } from '../../functions/adapters/dynamodb/due-index.ts';
import { createDynamoInboxRepository } from '../../functions/adapters/dynamodb/inbox-repository.ts';
import { createDynamoMemberRepository } from '../../functions/adapters/dynamodb/member-repository.ts';
import { createDynamoPaceLedger } from '../../functions/adapters/dynamodb/pace-ledger.ts';
import { createDynamoRecordReader } from '../../functions/adapters/dynamodb/record-reader.ts';
import { createDynamoTextRepository } from '../../functions/adapters/dynamodb/text-repository.ts';
import { createMemoryBrake } from '../../functions/adapters/memory/brake.ts';
import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryDueIndex } from '../../functions/adapters/memory/due-index.ts';
import { createMemoryInboxRepository } from '../../functions/adapters/memory/inbox-repository.ts';
import { createMemoryMemberRepository } from '../../functions/adapters/memory/member-repository.ts';
import { createMemoryPaceLedger } from '../../functions/adapters/memory/pace-ledger.ts';
import { createMemoryRecordReader } from '../../functions/adapters/memory/record-reader.ts';
import { createMemoryTable } from '../../functions/adapters/memory/table.ts';
import { createMemoryTextRepository } from '../../functions/adapters/memory/text-repository.ts';
import type {
  Brake,
  DueIndex,
  InboxRepository,
  MemberRepository,
  PaceLedger,
  RecordReader,
  TextRepository,
} from '../../functions/ports.ts';
import { NOW } from '../fixtures/members.ts';
import { openTable } from './open-table.ts';

export type Ports = {
  readonly members: MemberRepository;
  readonly inbox: InboxRepository;
  readonly texts: TextRepository;
  readonly due: DueIndex;
  readonly records: RecordReader;
  readonly paceLedger: PaceLedger;
  readonly brake: Brake;
  readonly setBrake: (scope: 'none' | 'routine' | 'all') => Promise<void>;
  readonly close: () => Promise<void>;
};

const openMemory = async (): Promise<Ports> => {
  const table = createMemoryTable();
  const brake = createMemoryBrake();
  return {
    members: createMemoryMemberRepository(table),
    inbox: createMemoryInboxRepository(table),
    texts: createMemoryTextRepository(table),
    due: createMemoryDueIndex(table),
    records: createMemoryRecordReader(table),
    paceLedger: createMemoryPaceLedger(),
    brake,
    setBrake: async (scope) => brake.set(scope),
    close: async () => undefined,
  };
};

const openDynamo = async (): Promise<Ports> => {
  const table = await openTable();
  const brake = createDynamoBrake({ ...table, clock: createMemoryClock(NOW) });
  return {
    members: createDynamoMemberRepository(table),
    inbox: createDynamoInboxRepository(table),
    texts: createDynamoTextRepository(table),
    due: createDynamoDueIndex(table),
    records: createDynamoRecordReader(table),
    paceLedger: createDynamoPaceLedger(table),
    brake,
    setBrake: (scope) => brake.set({ scope, reason: 'a test', by: 'nurse-1' }),
    close: table.close,
  };
};

const ADAPTERS = [
  { adapter: 'memory', open: openMemory },
  { adapter: 'dynamodb', open: openDynamo },
];

/** Runs one contract against every adapter, each test on an empty table of its own. */
export const eachAdapter = (port: string, contract: (ports: () => Ports) => void): void =>
  describe.each(ADAPTERS)(`${port} on $adapter`, ({ open }) => {
    let ports: Ports | undefined;
    beforeEach(async () => {
      ports = await open();
    });
    afterEach(async () => {
      await ports?.close();
      ports = undefined;
    });
    contract(() => {
      if (!ports) throw new Error('the ports are open only inside a test');
      return ports;
    });
  });

import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoBrake } from '../../../functions/adapters/dynamodb/brake.ts';
import { createDynamoInboxRepository } from '../../../functions/adapters/dynamodb/inbox-repository.ts';
import { itemSize } from '../../../functions/adapters/dynamodb/item-size.ts';
import { textItem } from '../../../functions/adapters/dynamodb/items.ts';
import { createDynamoMemberRepository } from '../../../functions/adapters/dynamodb/member-repository.ts';
import { createDynamoPaceLedger } from '../../../functions/adapters/dynamodb/pace-ledger.ts';
import { readStreamImage } from '../../../functions/adapters/dynamodb/stream-image.ts';
import { createDynamoTextRepository } from '../../../functions/adapters/dynamodb/text-repository.ts';
import { createMemoryClock } from '../../../functions/adapters/memory/clock.ts';
import { addMinutes } from '../../../functions/domain/time.ts';
import { type OpenTable, openTable } from '../../contract/open-table.ts';
import {
  aConsentEntry,
  aDecision,
  aMember,
  anEscalation,
  anEvent,
  anInboundText,
  anOutboundText,
  aSafetyText,
  NOW,
} from '../../fixtures/members.ts';

const LATER = addMinutes(NOW, 5);

describe('items as they are stored', () => {
  let table: OpenTable;

  const images = async (): Promise<readonly Record<string, AttributeValue>[]> =>
    (await table.client.send(new ScanCommand({ TableName: table.tableName }))).Items ?? [];
  const changes = async () => (await images()).flatMap((image) => readStreamImage(image) ?? []);
  const commit = async (decision: Parameters<typeof aDecision>[0]) =>
    expect((await createDynamoMemberRepository(table).commit(aDecision(decision))).kind).toBe('committed');

  beforeEach(async () => {
    table = await openTable();
  });
  afterEach(async () => {
    await table.close();
  });

  it('tell the relay what to carry on, until the next write takes that off', async () => {
    const inbox = createDynamoInboxRepository(table);
    const texts = createDynamoTextRepository(table);
    const { phoneKey, sid } = anInboundText();
    const { textId } = aSafetyText();
    await inbox.store(anInboundText());
    expect(await changes()).toEqual([{ kind: 'inbound', phoneKey }]);
    await inbox.noteFailure(phoneKey, sid);
    expect(await changes()).toEqual([]);

    const event = anEvent({ type: 'StaffPaged.v1', detail: { flags: ['numbness'], rung: 0, rings: true } });
    await commit({
      isNewMember: true,
      text: aSafetyText(),
      events: [event],
      decided: { sid, status: 'decided' },
    });
    const carried = await changes();
    expect(carried).toHaveLength(2);
    expect(carried).toContainEqual({ kind: 'event', event });
    expect(carried).toContainEqual({ kind: 'text', textId, lane: 'urgent', status: 'planned', phoneKey });

    await texts.claim(textId, 'planned', NOW);
    expect(await changes()).toEqual([{ kind: 'event', event }]);
    await texts.advance(textId, { status: 'delivered', at: LATER });
    expect(await changes()).toContainEqual({
      kind: 'text',
      textId,
      lane: 'urgent',
      status: 'delivered',
      phoneKey,
    });
  });

  it('keep a postponed text from the relay, which would only bring it back at once', async () => {
    await commit({ isNewMember: true, text: anOutboundText() });
    expect(await changes()).toHaveLength(1);
    await createDynamoTextRepository(table).postpone(anOutboundText().textId, LATER);
    expect(await changes()).toEqual([]);
  });

  it('have no number and no words in any key', async () => {
    await createDynamoInboxRepository(table).store(anInboundText({ body: 'sesame' }));
    await commit({
      isNewMember: true,
      text: anOutboundText({ body: 'sesame' }),
      events: [anEvent()],
      consent: aConsentEntry(),
      escalation: anEscalation(),
      due: { at: LATER, isPaced: true },
    });
    await createDynamoPaceLedger(table).add('2026-03-02', 1);
    const keys = ['pk', 'sk', 'dueShard', 'dueAt', 'escalationShard', 'escalationRank', 'rosterShard'];
    const stored = (await images()).map((image) => keys.map((key) => image[key]?.S ?? '').join(' '));
    expect(stored).toHaveLength(8);
    expect(stored.join('\n')).not.toMatch(/6125550100|5550100|sesame/);
  });

  it('name key and fields when they are corrupt, and no value', async () => {
    await commit({ isNewMember: true });
    const Item = { ...textItem(anOutboundText()), segments: 'secret', status: 'secret' };
    await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
    const find = createDynamoTextRepository(table).find(anOutboundText().textId);
    const error: unknown = await find.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CorruptItemError' });
    expect(String(error)).toContain('MEMBER#mem_00000100 TEXT#2026-03-02T16:00:00.000Z#e1.d08');
    expect(String(error)).toMatch(/segments/);
    expect(String(error)).not.toMatch(/secret|5550100|walk/);
  });

  it('are never written when a decision breaks a schema', async () => {
    const text = { ...anOutboundText(), segments: 0 };
    await expect(
      createDynamoMemberRepository(table).commit(aDecision({ isNewMember: true, text })),
    ).rejects.toThrow();
    expect(await images()).toEqual([]);
  });

  it('are refused by name when there are more than one transaction holds', async () => {
    const events = Array.from({ length: 100 }, (_, n) => anEvent({ cause: `e.${n}` }));
    const commit = createDynamoMemberRepository(table).commit(aDecision({ isNewMember: true, events }));
    await expect(commit).rejects.toThrow(/mem_00000100 makes 102 writes; one transaction holds 100/);
  });

  it('throw other failures of the table', async () => {
    const elsewhere = createDynamoMemberRepository({ ...table, tableName: 'not-a-table' });
    await expect(elsewhere.commit(aDecision())).rejects.toThrow();
    await expect(elsewhere.findById(aMember().memberId)).rejects.toThrow();
  });

  it('are as large as the size function says: an item of exactly 400 KB fits, one byte more does not', async () => {
    const { pk, sk, ...fields } = textItem(anOutboundText());
    const limit = 400 * 1024;
    const room = limit - itemSize({ pk, sk, ...fields, padding: '' });
    const put = (length: number) =>
      table.client.send(
        new PutCommand({
          TableName: table.tableName,
          Item: { pk, sk, ...fields, padding: 'x'.repeat(length) },
        }),
      );
    await expect(put(room)).resolves.toBeDefined();
    await expect(put(room + 1)).rejects.toThrow(/size/);
  });
});

describe('the brake', () => {
  let table: OpenTable;
  beforeEach(async () => {
    table = await openTable();
  });
  afterEach(() => table.close());

  it('is read again after 10 seconds, and not before', async () => {
    const clock = createMemoryClock(NOW);
    const [here, there] = [1, 2].map(() => createDynamoBrake({ ...table, clock }));
    expect(await here?.read()).toEqual({ scope: 'none' });
    await there?.set({ scope: 'routine', reason: 'many errors', by: 'circuit breaker' });
    clock.advance({ seconds: 9 });
    expect(await here?.read()).toEqual({ scope: 'none' });
    clock.advance({ seconds: 1 });
    expect(await here?.read()).toEqual({ scope: 'routine' });
  });

  it('is off from the instant that it was put on until', async () => {
    const clock = createMemoryClock(NOW);
    const brake = createDynamoBrake({ ...table, clock });
    await brake.set({ scope: 'all', reason: 'wrong text', by: 'nurse-1', until: LATER });
    expect(await brake.read()).toEqual({ scope: 'all' });
    clock.set(LATER);
    expect(await brake.read()).toEqual({ scope: 'none' });
  });
});

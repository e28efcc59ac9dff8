import { describe, expect, it } from 'vitest';
import type { Decide } from '../../functions/domain/decision.ts';
import type { InboundText } from '../../functions/domain/texts/inbound-text.ts';
import { createReadInbox } from '../../functions/use-cases/read-inbox.ts';
import { aMember, anInboundText, anOutboundText, aPerson, aSid } from '../fixtures/members.ts';
import { createKit, plainDecide } from './kit.ts';

const { phoneKey } = anInboundText();
const ring = { phoneKey };

const setUp = async (...inbound: readonly InboundText[]) => {
  const kit = createKit();
  for (const text of inbound) await kit.inbox.store(text);
  return { ...kit, readInbox: createReadInbox(kit) };
};

const bodiesOf = (kit: { messages: readonly unknown[] }) =>
  kit.messages.map((message) => (message as { inbound: InboundText }).inbound.body); // texts only, in these tests

const failsOn =
  (body: string): Decide =>
  (...args) => {
    const [, , message] = args;
    if (message.kind === 'text' && message.inbound.body === body) throw new TypeError(`cannot read ${body}`);
    return plainDecide(...args);
  };

describe('readInbox', () => {
  it('decides every text of the number, oldest first, one commit each', async () => {
    const kit = await setUp(
      anInboundText({ sid: aSid(2), body: 'second', receivedAt: '2026-03-02T15:00:02.000Z' }),
      anInboundText({ sid: aSid(1), body: 'third', receivedAt: '2026-03-02T15:00:03.000Z' }),
      anInboundText({ sid: aSid(3), body: 'first', receivedAt: '2026-03-02T15:00:01.000Z' }),
      anInboundText({ sid: aSid(4), ...other(), body: 'somebody else' }),
    );
    await kit.readInbox(ring);
    expect(bodiesOf(kit)).toEqual(['first', 'second', 'third']);
    expect(await kit.inbox.listUndecided(phoneKey)).toEqual([]);
    expect([...kit.table.members.values()].map(({ member }) => member.version)).toEqual([3]);
  });

  it('takes a doubled ring without harm', async () => {
    const kit = await setUp(anInboundText(), anInboundText({ sid: aSid(2) }));
    await Promise.all([kit.readInbox(ring), kit.readInbox(ring), kit.readInbox(ring)]);
    await kit.readInbox(ring);
    expect(kit.table.members.size).toBe(1);
    expect([...kit.table.members.values()].map(({ member }) => member.version)).toEqual([2]);
    expect([...kit.table.inbox.values()].map((text) => text.failures)).toEqual([0, 0]);
  });

  it('does nothing for a ring without a text', async () => {
    const kit = await setUp();
    await kit.readInbox(ring);
    expect(kit.table.members.size).toBe(0);
  });

  it('sends a text that fails three times to a person, and reads the next', async () => {
    const kit = await setUp(
      anInboundText({ body: 'bad', receivedAt: '2026-03-02T15:00:01.000Z' }),
      anInboundText({ sid: aSid(2), body: 'good', receivedAt: '2026-03-02T15:00:02.000Z' }),
    );
    kit.decideBy(failsOn('bad'));
    await expect(kit.readInbox(ring)).rejects.toThrow('cannot read');
    await expect(kit.readInbox(ring)).rejects.toThrow('cannot read');
    await kit.readInbox(ring);
    expect([...kit.table.inbox.values()].map(({ status }) => status)).toEqual(['unreadable', 'decided']);
    expect(kit.messages.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'unreadable', 'text']);
  });

  it('does not count a conflict against the text', async () => {
    const kit = await setUp(anInboundText());
    kit.putMember(aMember({ version: 5 }));
    kit.decideBy((...args) => {
      const decision = plainDecide(...args);
      return { ...decision, member: { ...decision.member, version: 1 } };
    });
    await expect(kit.readInbox(ring)).rejects.toThrow('5 tries');
    expect((await kit.inbox.listUndecided(phoneKey)).map(({ failures }) => failures)).toEqual([0]);
  });

  it('logs the failure without the words', async () => {
    const kit = await setUp(anInboundText({ body: 'bad' }));
    kit.decideBy(failsOn('bad'));
    await expect(kit.readInbox(ring)).rejects.toThrow();
    const line = kit.logger.lines.find(({ outcome }) => outcome === 'text_not_decided');
    expect(line).toMatchObject({ level: 'error', fields: { sid: aSid(1), failures: 1 } });
    expect(JSON.stringify(kit.logger.lines)).not.toMatch(/bad|5550100/);
  });
});

describe('readInbox with a text to tell about', () => {
  const undelivered = anOutboundText({ status: 'undelivered', errorClass: 'permanent', errorCode: 30006 });
  const { textId } = undelivered;

  it('tells how the text ended, after the inbox', async () => {
    const kit = await setUp(anInboundText());
    kit.putMember(aMember());
    kit.putText(undelivered);
    await kit.readInbox({ phoneKey, textId });
    expect(kit.messages).toEqual([
      { kind: 'text', inbound: anInboundText() },
      { kind: 'delivery', textId, status: 'undelivered', errorClass: 'permanent' },
    ]);
  });

  it.each(['planned', 'accepted', 'sent', 'skipped', 'revoked'] as const)(
    'says nothing of %s',
    async (status) => {
      const kit = await setUp();
      kit.putMember(aMember());
      kit.putText(anOutboundText({ status }));
      await kit.readInbox({ phoneKey, textId });
      expect(kit.messages).toEqual([]);
    },
  );

  it('takes a text that is gone, and a member who is gone, for nothing', async () => {
    const kit = await setUp();
    await kit.readInbox({ phoneKey, textId });
    kit.putText(undelivered);
    await kit.readInbox({ phoneKey, textId });
    expect(kit.messages).toEqual([]);
  });
});

const other = () => ({ phoneKey: aPerson(1).phoneKey, from: aPerson(1).phone });

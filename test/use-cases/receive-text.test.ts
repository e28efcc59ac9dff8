import { describe, expect, it } from 'vitest';
import { messageSidSchema, phoneKeySchema } from '../../functions/domain/ids.ts';
import { createReceiveText, type ReceivedText } from '../../functions/use-cases/receive-text.ts';
import { aPerson, aSid, NOW } from '../fixtures/members.ts';
import { createKit } from './kit.ts';

const { phone, phoneKey } = aPerson(0);
const received = (overrides: Partial<ReceivedText> = {}): ReceivedText => ({
  sid: messageSidSchema.parse(aSid(1)),
  from: phone,
  body: 'cant feel my inner thighs',
  mediaCount: 0,
  ...overrides,
});

const setUp = () => {
  const kit = createKit();
  const hashPhone = () => phoneKeySchema.parse(phoneKey);
  return { ...kit, receiveText: createReceiveText({ ...kit, hashPhone }) };
};

describe('receiveText', () => {
  it('stores the text, undecided, under the key of its number', async () => {
    const { receiveText, inbox } = setUp();
    expect(await receiveText(received({ optOutType: 'STOP', mediaCount: 2 }))).toBe('stored');
    expect(await inbox.listUndecided(phoneKeySchema.parse(phoneKey))).toEqual([
      {
        sid: aSid(1),
        phoneKey,
        from: phone,
        body: 'cant feel my inner thighs',
        mediaCount: 2,
        receivedAt: NOW,
        optOutType: 'STOP',
        status: 'undecided',
        failures: 0,
      },
    ]);
  });

  it('changes nothing when the same text comes five times', async () => {
    const { receiveText, table } = setUp();
    const outcomes: string[] = [];
    for (let n = 0; n < 5; n += 1) outcomes.push(await receiveText(received({ body: `body ${n}` })));
    expect(outcomes).toEqual(['stored', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
    expect([...table.inbox.values()].map((text) => text.body)).toEqual(['body 0']);
  });

  it.each(['12345', 'BANK', '', '6125550100', 'whatsapp:+16125550100'])(
    'ignores the sender %j and does not log it',
    async (from) => {
      const { receiveText, table, logger } = setUp();
      expect(await receiveText(received({ from }))).toBe('ignored');
      expect(table.inbox.size).toBe(0);
      if (from) expect(JSON.stringify(logger.lines)).not.toContain(from);
    },
  );

  it('logs neither the number nor the words', async () => {
    const { receiveText, logger } = setUp();
    await receiveText(received());
    await receiveText(received());
    expect(logger.lines).toHaveLength(2);
    expect(JSON.stringify(logger.lines)).not.toMatch(/5550100|thighs/);
  });
});

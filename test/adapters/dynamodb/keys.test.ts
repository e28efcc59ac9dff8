import { describe, expect, it } from 'vitest';
import {
  dueShardOf,
  dueShardsOf,
  eventKey,
  inboundKey,
  memberKey,
  phoneItemKey,
  readKey,
  textKey,
} from '../../../functions/adapters/dynamodb/keys.ts';
import { aMember, anEvent, anInboundText, anOutboundText, aPerson } from '../../fixtures/members.ts';

describe('keys', () => {
  const { memberId } = aMember();
  const { phoneKey, sid } = anInboundText();

  it('say what the item is about, and are read back', () => {
    const { textId } = anOutboundText();
    expect(textKey(textId)).toEqual({
      pk: 'MEMBER#mem_00000100',
      sk: 'TEXT#2026-03-02T16:00:00.000Z#e1.d08',
    });
    expect(readKey(textKey(textId))).toEqual({ kind: 'text', textId });
    expect(readKey(memberKey(memberId))).toEqual({ kind: 'member', memberId });
    expect(readKey(inboundKey(phoneKey, sid))).toEqual({ kind: 'inbound', phoneKey });
    expect(readKey(eventKey(anEvent()))).toEqual({ kind: 'event' });
    expect(readKey(phoneItemKey(phoneKey))).toBeUndefined();
    expect(readKey({ pk: 'MARKER#1', sk: 'MARKER' })).toBeUndefined();
  });

  it('spread members evenly over the shards of their pace, always the same way', () => {
    const counts = new Map(dueShardsOf('paced').map((shard) => [shard, 0]));
    for (let n = 0; n < 1600; n += 1) {
      const shard = dueShardOf('paced', `mem_${String(n).padStart(8, '0')}`);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(counts.size).toBe(16);
    for (const count of counts.values()) expect(count).toBeGreaterThan(60);
    expect(dueShardOf('now', aPerson(3).memberId)).toBe(dueShardOf('now', aPerson(3).memberId));
  });
});

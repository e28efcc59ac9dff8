import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../functions/adapters/dynamodb/item-size.ts';
import {
  escalationItem,
  inboundItem,
  memberItem,
  textItem,
} from '../../../functions/adapters/dynamodb/items.ts';
import { writeUnits } from '../../../functions/adapters/dynamodb/units.ts';
import type { OutboundText } from '../../../functions/domain/texts/outbound-text.ts';
import { addDays24 } from '../../../functions/domain/time.ts';
import { aMember, anEscalation, anInboundText, anOutboundText, aSid, NOW } from '../../fixtures/members.ts';

/** In the program, held, asked, counted: everything set that can be set at one time. */
const aFullMember = () =>
  aMember({
    version: 120,
    hold: `mem_00000100~${aSid(1)}`,
    question: {
      kind: 'check',
      askedAt: NOW,
      unclear: 1,
      about: ['numbness', 'leg_weakness'],
      silenceAt: NOW,
    },
    zip: 'asked',
    safetyAt: NOW,
    unconfirmed: { textId: `mem_00000100~${NOW}~${aSid(1)}`, checkAt: NOW },
    heldReplyAt: NOW,
    lastInboundAt: NOW,
    replies: { since: NOW, count: 3, lastKey: 'question', repeats: 1 },
  });

describe('itemSize', () => {
  it.each([
    { item: { a: 'b' }, size: 2 },
    { item: { a: 'ñ' }, size: 3 },
    { item: { a: '😀' }, size: 5 },
    { item: { a: true }, size: 2 },
    { item: { a: 0 }, size: 2 },
    { item: { a: 7 }, size: 3 },
    { item: { a: 123 }, size: 4 },
    { item: { a: -123 }, size: 5 },
    { item: { a: undefined }, size: 0 },
    { item: { a: [] }, size: 4 },
    { item: { a: ['xy', 'z'] }, size: 1 + 3 + (1 + 2) + (1 + 1) },
    { item: { a: { b: 'c' } }, size: 1 + 3 + 1 + 2 },
    { item: { a: { b: undefined } }, size: 4 },
  ])('is $size for $item', ({ item, size }) => {
    expect(itemSize(item)).toBe(size);
  });
});

describe('a member', () => {
  it('stays below one KB, with everything set that can be', () => {
    const due = { at: NOW, isPaced: false };
    expect(itemSize(memberItem(aMember(), due))).toBeLessThan(1024);
    expect(itemSize(memberItem(aFullMember(), due))).toBeLessThan(1024);
  });
});

describe('what a coaching text costs', () => {
  const text = anOutboundText({ body: 'x'.repeat(306), segments: 2 });
  const member = aMember({ version: 40 });
  const [before, after] = [
    memberItem(member, { at: NOW, isPaced: true }),
    memberItem({ ...member, version: 41 }, { at: addDays24(NOW, 1), isPaced: true }),
  ];
  const moved = (from: Partial<OutboundText>, to: Partial<OutboundText>) => ({
    before: textItem({ ...text, ...from }),
    after: textItem({ ...text, ...to }),
    isTransactional: false,
  });

  it('is 9 write units: commit 4, the due index 2, claimed 1, accepted 1, final 1', () => {
    const commit = [
      { before, after, isTransactional: true },
      { after: textItem(text), isTransactional: true },
    ];
    const [claimed, accepted] = [
      { status: 'claimed', claimedAt: NOW, attempts: 1 },
      { status: 'accepted', claimedAt: NOW, statusAt: NOW, attempts: 1 },
    ] as const;
    expect(writeUnits(commit)).toBe(6);
    const life = [
      ...commit,
      moved({}, claimed),
      moved(claimed, accepted),
      moved(accepted, { ...accepted, status: 'delivered' }),
    ];
    expect(writeUnits(life)).toBe(9);
  });

  it('counts no index when the due instant stays', () => {
    expect(writeUnits([{ before, after: { ...before, version: 41 }, isTransactional: true }])).toBe(2);
  });

  it('counts every started KB of the larger image, and an index entry that comes or goes once', () => {
    const long = inboundItem(anInboundText({ body: 'x'.repeat(1600) }));
    expect(writeUnits([{ after: long, isTransactional: false }])).toBe(2 + 1);
    const { dueShard: _, dueAt: __, ...decided } = long;
    expect(writeUnits([{ before: long, after: { ...decided, body: '' }, isTransactional: true }])).toBe(
      4 + 1,
    );
    const [open, closed] = [anEscalation(), anEscalation({ status: 'closed' })].map(escalationItem);
    expect(writeUnits([{ before: open, after: closed, isTransactional: true }])).toBe(2 + 1);
  });
});

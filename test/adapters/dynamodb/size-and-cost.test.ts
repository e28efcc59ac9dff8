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

/** Ids as long as they are drawn. */
const LONG_IDS = { memberId: `mem_${'4f'.repeat(12)}`, phoneKey: 'k'.repeat(22) };

/** An ordinary member in the fifth week, with everything set that coaching can set. */
const anActiveMember = () =>
  aMember({
    ...LONG_IDS,
    version: 120,
    zip: 'asked',
    safetyAt: NOW,
    heldReplyAt: NOW,
    lastInboundAt: NOW,
    replies: { since: NOW, count: 3, lastKey: 'question', repeats: 1 },
    enrollment: {
      id: 'e1',
      startedAt: NOW,
      track: 'persistent',
      nextDay: 33,
      nextOn: '2026-03-03',
      isEasyUsed: false,
      lastCoachingAt: NOW,
      daysDone: 30,
      lastDoneOn: '2026-03-02',
      scoreAsked: { at: NOW, unclear: 1 },
    },
  });

/** The same, held, with a safety text on its way, a safety question open and several things to look at. */
const aHeldMember = () =>
  aMember({
    ...anActiveMember(),
    hold: `${LONG_IDS.memberId}~${aSid(1)}`,
    question: { kind: 'check', askedAt: NOW, unclear: 1, about: ['numbness'], silenceAt: NOW },
    unconfirmed: { textId: `${LONG_IDS.memberId}~${NOW}~${aSid(1)}`, checkAt: NOW },
    lastCheck: { at: NOW, flags: ['numbness'] },
    clearanceSince: NOW,
    attention: [
      { why: 'clearance', since: NOW },
      { why: 'question', since: NOW },
    ],
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
  const due = { at: NOW, isPaced: true };

  it('stays below one KB, with everything set that coaching can set', () => {
    expect(itemSize(memberItem(anActiveMember(), due))).toBeLessThan(1024);
  });

  it('needs a second KB at most while held, which is rare and costs two units more a commit', () => {
    expect(itemSize(memberItem(aHeldMember(), due))).toBeLessThan(2048);
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

import { describe, expect, it } from 'vitest';
import type { Decide } from '../../functions/domain/decision.ts';
import { addMinutes, instantSchema } from '../../functions/domain/time.ts';
import type { PaceLedger } from '../../functions/ports.ts';
import { createReleaseDue } from '../../functions/use-cases/release-due.ts';
import {
  aMember,
  anInboundText,
  anOutboundText,
  aPerson,
  aSafetyText,
  aSid,
  NOW,
} from '../fixtures/members.ts';
import { createKit, plainDecide } from './kit.ts';

const FAST = { segmentsPerSecond: 1000, segmentsPerDay: 1_000_000 };
const notOver = () => false;

const setUp = (rate = FAST) => {
  const kit = createKit();
  return { ...kit, rate, release: createReleaseDue({ ...kit, rate }) };
};
type Kit = ReturnType<typeof setUp>;

const dueMember = (kit: Kit, n: number, isPaced: boolean, minutesAgo = 1) =>
  kit.putMember(aMember(aPerson(n)), { at: addMinutes(NOW, -minutesAgo), isPaced });

/** Plans one text of so many segments and is not due again. */
const planning =
  (segments = 1): Decide =>
  (...args) => {
    const decision = plainDecide(...args);
    const { memberId } = decision.member;
    return { ...decision, text: anOutboundText({ memberId, plannedAt: args[3].now, segments }) };
  };

const memberIds = (kit: Kit) => [...kit.table.texts.values()].map(({ text }) => text.memberId);

describe('releaseDue', () => {
  it('ticks whoever is due and nobody else', async () => {
    const kit = setUp();
    dueMember(kit, 1, true);
    dueMember(kit, 2, false);
    dueMember(kit, 3, true, -1);
    kit.decideBy(planning());
    expect(await kit.release(notOver)).toMatchObject({ ticked: 2, texts: 2, segments: 2, failed: 0 });
    expect(memberIds(kit)).toEqual([aPerson(2).memberId, aPerson(1).memberId]); // `now` first
    expect(await kit.release(notOver)).toMatchObject({ ticked: 0 });
  });

  it('works through pages, also past members who keep failing', async () => {
    const kit = setUp();
    for (let n = 0; n < 100; n += 1) dueMember(kit, n, true, 200 - n);
    for (let n = 100; n < 250; n += 1)
      kit.putMember(aMember({ memberId: `mem_${n}00000`, phoneKey: `pk_test_person_number_${n}0` }), {
        at: NOW,
        isPaced: true,
      });
    kit.decideBy((...args) => {
      if (args[1]?.member.phoneKey.startsWith('pk_test_person_number_0')) throw new Error('broken member');
      return plainDecide(...args);
    });
    expect(await kit.release(notOver)).toMatchObject({ ticked: 150, failed: 100 });
  });

  it('ticks a member again who is due again, but not for ever', async () => {
    const kit = setUp();
    dueMember(kit, 1, false);
    kit.decideBy((...args) => ({ ...plainDecide(...args), due: { at: NOW, isPaced: false } }));
    expect(await kit.release(notOver)).toMatchObject({ ticked: 6, failed: 1 });
    expect(kit.logger.lines.find(({ outcome }) => outcome === 'ticked_too_often')?.level).toBe('error');
  });

  it('does not tick for an entry that the index still shows', async () => {
    const kit = setUp();
    dueMember(kit, 1, false);
    const stale = await kit.due.list('now', NOW, 10);
    const due = { ...kit.due, list: async () => stale };
    expect(await createReleaseDue({ ...kit, due })(notOver)).toMatchObject({ ticked: 1, failed: 0 });
  });

  it('rings for unread texts and puts texts on their lane again', async () => {
    const kit = setUp();
    await kit.inbox.store(anInboundText({ receivedAt: '2026-03-02T15:58:00.000Z' }));
    await kit.inbox.store(anInboundText({ sid: aSid(2), receivedAt: '2026-03-02T15:58:01.000Z' }));
    kit.table.texts.set(aSafetyText().textId, { text: aSafetyText({ status: 'unknown' }), dueAt: NOW });
    kit.table.texts.set(anOutboundText().textId, { text: anOutboundText(), dueAt: NOW });
    expect(await kit.release(notOver)).toMatchObject({ rung: 1, enqueued: 2 });
    expect(kit.doorbell.rings).toEqual([{ phoneKey: aPerson(0).phoneKey }]);
    expect(kit.textQueue.queued.map(({ lane }) => lane)).toEqual(['urgent', 'routine']);
  });

  it('goes on when the doorbell is broken', async () => {
    const kit = setUp();
    await kit.inbox.store(anInboundText({ receivedAt: '2026-03-02T15:58:00.000Z' }));
    dueMember(kit, 1, false);
    const doorbell = { ring: () => Promise.reject(new Error('queue away')) };
    expect(await createReleaseDue({ ...kit, doorbell })(notOver)).toMatchObject({ ticked: 1, failed: 1 });
  });

  it('starts nothing more when its time is over', async () => {
    const kit = setUp();
    for (let n = 0; n < 40; n += 1) dueMember(kit, n, true);
    let asked = 0;
    const released = await kit.release(() => {
      asked += 1;
      return asked > 1;
    });
    expect(released).toMatchObject({ ticked: 16, isStopped: true });
  });
});

describe('releaseDue: the pace', () => {
  const slow = { segmentsPerSecond: 0.25, segmentsPerDay: 1000 }; // 12 segments a run

  it('plans no more than a minute of the carrier’s rate, less a fifth, in segments', async () => {
    const kit = setUp(slow);
    for (let n = 0; n < 20; n += 1) dueMember(kit, n, true);
    kit.decideBy(planning(2));
    expect(await kit.release(notOver)).toMatchObject({ texts: 6, segments: 12, isBudgetSpent: true });
    expect(await kit.release(notOver)).toMatchObject({ texts: 6, segments: 12 });
  });

  it('never paces what must not wait', async () => {
    const kit = setUp({ segmentsPerSecond: 0, segmentsPerDay: 0 });
    for (let n = 0; n < 20; n += 1) dueMember(kit, n, n % 2 === 0);
    kit.decideBy(planning());
    expect(await kit.release(notOver)).toMatchObject({ texts: 10, isBudgetSpent: true });
  });

  it('keeps to the carrier’s day, which begins at midnight Pacific', async () => {
    const kit = setUp({ segmentsPerSecond: 1000, segmentsPerDay: 10 }); // 8 a day
    for (let n = 0; n < 6; n += 1) dueMember(kit, n, true);
    kit.decideBy(planning(2));
    expect(await kit.release(notOver)).toMatchObject({ segments: 8, isBudgetSpent: true });
    kit.clock.set('2026-03-03T07:59:00.000Z');
    expect(await kit.release(notOver)).toMatchObject({ segments: 0, isBudgetSpent: true });
    kit.clock.set('2026-03-03T08:00:00.000Z');
    expect(await kit.release(notOver)).toMatchObject({ segments: 4, isBudgetSpent: false });
    expect(await kit.ledger.spent('2026-03-03')).toBe(4);
  });

  it('costs nothing to tick members who get no text', async () => {
    const kit = setUp(slow);
    for (let n = 0; n < 50; n += 1) dueMember(kit, n, true);
    expect(await kit.release(notOver)).toMatchObject({ ticked: 50, segments: 0, isBudgetSpent: false });
  });
});

describe('releaseDue: the brake', () => {
  const braked = (kit: Kit) => {
    dueMember(kit, 1, true);
    dueMember(kit, 2, false);
    const urgent = aSafetyText({ status: 'unknown' });
    kit.table.texts.set(urgent.textId, { text: urgent, dueAt: NOW });
    kit.table.texts.set(anOutboundText().textId, { text: anOutboundText(), dueAt: NOW });
  };

  it.each(['routine', 'all'] as const)('%s holds coaching, and nothing that must not wait', async (scope) => {
    const kit = setUp();
    braked(kit);
    kit.brake.set(scope);
    expect(await kit.release(notOver)).toMatchObject({ ticked: 1, enqueued: 1, isBraked: true });
    kit.brake.set('none');
    kit.clock.set(instantSchema.parse('2026-03-02T16:01:00.000Z'));
    expect(await kit.release(notOver)).toMatchObject({ ticked: 1, enqueued: 2 });
  });

  it('counts as on when it cannot be read', async () => {
    const kit = setUp();
    braked(kit);
    const brake = { read: () => Promise.reject(new Error('table away')) };
    expect(await createReleaseDue({ ...kit, brake })(notOver)).toMatchObject({ ticked: 1, isBraked: true });
  });
});

it('lets what must not wait go first even when the ledger is away', async () => {
  const kit = setUp();
  dueMember(kit, 1, false);
  const ledger: PaceLedger = { ...kit.ledger, spent: () => Promise.reject(new Error('table away')) };
  await expect(createReleaseDue({ ...kit, ledger })(notOver)).rejects.toThrow('table away');
  expect(kit.messages).toEqual([{ kind: 'tick' }]);
});

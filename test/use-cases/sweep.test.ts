import { describe, expect, it } from 'vitest';
import { createSweep } from '../../functions/use-cases/sweep.ts';
import { aMember, anInboundText, anOutboundText, aPerson, aSafetyText, NOW } from '../fixtures/members.ts';
import { createKit } from './kit.ts';

describe('sweep', () => {
  it('rings for every number with an unread text, also a stranger’s', async () => {
    const kit = createKit();
    await kit.inbox.store(anInboundText());
    await kit.inbox.store(anInboundText({ ...phoneOf(1) }));
    expect(await createSweep(kit)()).toEqual({ rung: 2, enqueued: 0 });
    expect(kit.doorbell.rings.map(({ phoneKey }) => phoneKey).sort()).toEqual([
      aPerson(0).phoneKey,
      aPerson(1).phoneKey,
    ]);
  });

  it('takes up what stands between plan and answer, and nothing else', async () => {
    const kit = createKit();
    kit.putMember(aMember());
    const texts = (
      ['planned', 'claimed', 'unknown', 'revoked', 'skipped', 'accepted', 'delivered'] as const
    ).flatMap((status, index) => [
      anOutboundText({ status, plannedAt: at(index) }),
      aSafetyText({ status, plannedAt: at(index) }),
    ]);
    for (const text of texts) kit.putText(text);
    expect(await createSweep(kit)()).toEqual({ rung: 0, enqueued: 5 });
    const statuses = kit.textQueue.queued.map(({ lane, textId }) => [
      lane,
      kit.table.texts.get(textId)?.text.status,
    ]);
    expect(statuses).toEqual([
      ['urgent', 'planned'],
      ['urgent', 'claimed'],
      ['urgent', 'unknown'],
      ['routine', 'planned'],
      ['routine', 'claimed'],
    ]);
  });

  it('goes through all members, page by page', async () => {
    const kit = createKit();
    for (let n = 0; n < 100; n += 1) {
      kit.putMember(aMember(aPerson(n)));
      kit.putText(anOutboundText({ memberId: aPerson(n).memberId }));
    }
    expect(await createSweep(kit)()).toEqual({ rung: 0, enqueued: 100 });
  });
});

const phoneOf = (n: number) => ({ phoneKey: aPerson(n).phoneKey, from: aPerson(n).phone });
const at = (index: number) => NOW.replace('16:00', `1${index}:30`);

import { expect, it } from 'vitest';
import type { Decision } from '../../functions/domain/decision.ts';
import type { Instant } from '../../functions/domain/time.ts';
import { addMinutes } from '../../functions/domain/time.ts';
import { aConsentEntry, aDecision, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { aTextOf, enroll, follow } from './seed.ts';

const OPT_OUT: Partial<Decision> = {
  consent: aConsentEntry({ action: 'out', how: 'words' }),
  revokes: { which: 'all_but_safety', reason: 'opted_out' },
};
const LATER: Instant = addMinutes(NOW, 5);

export const revocationContract = (ports: () => Ports): void => {
  const statusOf = async (text: { readonly textId: Parameters<Ports['texts']['find']>[0] }) =>
    (await ports().texts.find(text.textId))?.status;

  it('takes back what is still planned: all but safety texts on an opt-out', async () => {
    let member = await enroll(ports());
    const texts = [
      aTextOf(member, 'coaching'),
      aTextOf(member, 'reply', { kind: 'reply', lane: 'urgent' }),
      aTextOf(member, 'safety', { kind: 'safety', lane: 'urgent' }),
      aTextOf(member, 'claimed'),
    ];
    for (const text of texts) member = await follow(ports(), member, { text });
    for (const text of texts.slice(3)) await ports().texts.claim(text.textId, 'planned', NOW);
    const own = aTextOf(member, 'stopped', { kind: 'reply', lane: 'urgent' });
    await follow(ports(), member, { ...OPT_OUT, text: own });
    expect(await Promise.all([...texts, own].map(statusOf))).toEqual([
      'revoked',
      'revoked',
      'planned',
      'claimed',
      'planned',
    ]);
    const first = texts[0];
    expect(first && (await ports().texts.find(first.textId))).toMatchObject({
      reason: 'opted_out',
      statusAt: NOW,
    });
  });

  it('takes back coaching alone on a hold or a pause', async () => {
    let member = await enroll(ports());
    const texts = [aTextOf(member, 'coaching'), aTextOf(member, 'reply', { kind: 'reply' })];
    for (const text of texts) member = await follow(ports(), member, { text });
    await follow(ports(), member, { revokes: { which: 'coaching', reason: 'held' } });
    expect(await Promise.all(texts.map(statusOf))).toEqual(['revoked', 'planned']);
  });

  it('takes back what waits to be tried again, however old, out of the due index too', async () => {
    let member = await enroll(ports());
    const [postponed, returned] = [
      aTextOf(member, 'old', { plannedAt: '2026-02-02T16:00:00.000Z' }),
      aTextOf(member, 'new'),
    ];
    for (const text of [postponed, returned]) member = await follow(ports(), member, { text });
    await ports().texts.postpone(postponed.textId, LATER);
    await ports().texts.claim(returned.textId, 'planned', NOW);
    await ports().texts.giveBack(returned.textId, LATER);
    expect(await ports().due.earliest()).toBe(LATER);
    await follow(ports(), member, OPT_OUT);
    expect(await Promise.all([postponed, returned].map(statusOf))).toEqual(['revoked', 'revoked']);
    expect(await ports().due.earliest()).toBeUndefined();
  });

  it('leaves the texts of others alone', async () => {
    const other = await enroll(ports(), 1);
    const text = aTextOf(other, 'coaching');
    await follow(ports(), other, { text });
    const member = await enroll(ports());
    await follow(ports(), member, OPT_OUT);
    expect(await statusOf(text)).toBe('planned');
  });

  it('takes nothing back when it comes to a conflict', async () => {
    const member = await enroll(ports());
    const text = aTextOf(member, 'coaching');
    await follow(ports(), member, { text });
    expect(await ports().members.commit(aDecision({ member, ...OPT_OUT }))).toEqual({ kind: 'conflict' });
    expect(await statusOf(text)).toBe('planned');
  });

  it('lets no claim succeed after a committed opt-out', async () => {
    const member = await enroll(ports());
    const text = aTextOf(member, 'coaching');
    await follow(ports(), await follow(ports(), member, { text }), OPT_OUT);
    expect(await ports().texts.claim(text.textId, 'planned', NOW)).toBe(false);
    expect(await ports().texts.giveBack(text.textId, LATER)).toBe(false);
    expect(await ports().texts.postpone(text.textId, LATER)).toBe(false);
    expect(await statusOf(text)).toBe('revoked');
  });

  it('orders an opt-out against claims of the same moment: each text is either claimed or taken back', async () => {
    let member = await enroll(ports());
    const texts = Array.from({ length: 8 }, (_, n) => aTextOf(member, `n${n}`));
    for (const text of texts) member = await follow(ports(), member, { text });
    const [outcome, ...claims] = await Promise.all([
      ports().members.commit(aDecision({ member, ...OPT_OUT })),
      ...texts.map(({ textId }) => ports().texts.claim(textId, 'planned', NOW)),
    ]);
    // Claims that keep coming can wear the commit out; then its caller decides again.
    if (outcome.kind === 'conflict') await follow(ports(), member, OPT_OUT);
    expect(await Promise.all(texts.map(statusOf))).toEqual(
      claims.map((isClaimed) => (isClaimed ? 'claimed' : 'revoked')),
    );
  });
};

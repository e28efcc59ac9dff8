import { expect, it } from 'vitest';
import { messageSidSchema, textIdSchema } from '../../functions/domain/ids.ts';
import { addMinutes, instantSchema } from '../../functions/domain/time.ts';
import { anOutboundText, aSid, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { planOne } from './seed.ts';

const LATER = addMinutes(NOW, 5);
const sid = messageSidSchema.parse(aSid(500));
const PLANNED = anOutboundText();
const NEVER = textIdSchema.parse('mem_00000100~2026-03-02T16:00:00.000Z~never');

export const textRepositoryContract = (ports: () => Ports): void => {
  it('knows nothing of a text that was never planned', async () => {
    const { texts } = ports();
    expect(await texts.find(NEVER)).toBeUndefined();
    expect(await texts.claim(NEVER, 'planned', NOW)).toBe(false);
    expect(await texts.giveBack(NEVER, LATER)).toBe(false);
    expect(await texts.postpone(NEVER, LATER)).toBe(false);
    expect(await texts.skip(NEVER, 'held', NOW)).toBe(false);
    expect(await texts.markUnknown(NEVER, NOW, LATER)).toBe(false);
    expect(await texts.advance(NEVER, { status: 'sent', at: NOW })).toBe(false);
    expect(await texts.find(NEVER)).toBeUndefined();
  });

  it('claims a planned text once', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    const claims = await Promise.all([1, 2, 3].map(() => texts.claim(textId, 'planned', NOW)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await texts.find(textId)).toEqual({ ...PLANNED, status: 'claimed', claimedAt: NOW, attempts: 1 });
  });

  it('claims nothing at or after the end of its time', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    expect(await texts.claim(textId, 'planned', PLANNED.notAfter)).toBe(false);
    expect(await texts.find(textId)).toEqual(PLANNED);
    expect(await texts.claim(textId, 'planned', instantSchema.parse('2026-03-03T01:59:59.999Z'))).toBe(true);
  });

  it('claims a text of unknown outcome again, for whoever asks for that', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    expect(await texts.claim(textId, 'unknown', NOW)).toBe(false);
    await texts.claim(textId, 'planned', NOW);
    await texts.markUnknown(textId, NOW, LATER);
    expect(await texts.claim(textId, 'planned', LATER)).toBe(false);
    expect(await texts.claim(textId, 'unknown', LATER)).toBe(true);
    expect(await texts.find(textId)).toEqual({
      ...PLANNED,
      status: 'claimed',
      claimedAt: LATER,
      attempts: 2,
    });
    expect(await ports().due.earliest()).toBeUndefined();
  });

  it('gives a claim back, to be tried again', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    expect(await texts.giveBack(textId, LATER)).toBe(false);
    await texts.claim(textId, 'planned', NOW);
    expect(await texts.giveBack(textId, LATER)).toBe(true);
    expect(await texts.find(textId)).toEqual({ ...PLANNED, attempts: 1 });
    expect(await ports().due.earliest()).toBe(LATER);
    expect(await texts.claim(textId, 'planned', LATER)).toBe(true);
  });

  it('postpones a planned text and nothing else', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    expect(await texts.postpone(textId, LATER)).toBe(true);
    expect(await texts.find(textId)).toEqual(PLANNED);
    expect(await ports().due.earliest()).toBe(LATER);
    await texts.claim(textId, 'planned', LATER);
    expect(await texts.postpone(textId, LATER)).toBe(false);
  });

  it('skips what has not gone to the carrier, with the reason', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.postpone(textId, LATER);
    expect(await texts.skip(textId, 'window_closed', LATER)).toBe(true);
    const skipped = { ...PLANNED, status: 'skipped', reason: 'window_closed', statusAt: LATER };
    expect(await texts.find(textId)).toEqual(skipped);
    expect(await ports().due.earliest()).toBeUndefined();
    expect(await texts.skip(textId, 'held', LATER)).toBe(false);
    expect(await texts.claim(textId, 'planned', LATER)).toBe(false);
    expect(await texts.advance(textId, { status: 'sent', at: LATER })).toBe(false);
    expect(await texts.find(textId)).toEqual(skipped);
  });

  it('skips a claimed text too', async () => {
    const textId = await planOne(ports());
    await ports().texts.claim(textId, 'planned', NOW);
    expect(await ports().texts.skip(textId, 'refused', NOW)).toBe(true);
  });

  it('marks the outcome of a claimed text as unknown', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    expect(await texts.markUnknown(textId, NOW, LATER)).toBe(false);
    await texts.claim(textId, 'planned', NOW);
    expect(await texts.markUnknown(textId, NOW, LATER)).toBe(true);
    const claimed = { ...PLANNED, claimedAt: NOW, attempts: 1 };
    expect(await texts.find(textId)).toEqual({ ...claimed, status: 'unknown', statusAt: NOW });
    expect(await ports().due.earliest()).toBe(LATER);
  });

  it('says why a text of unknown outcome is left at that, until the carrier knows better', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    await texts.markUnknown(textId, NOW);
    expect(await texts.find(textId)).toMatchObject({ status: 'unknown', reason: 'unknown_outcome' });
    expect(await ports().due.earliest()).toBeUndefined();
    expect(await texts.skip(textId, 'late', NOW)).toBe(false);
    expect(await texts.advance(textId, { status: 'delivered', at: LATER, sid })).toBe(true);
    expect((await texts.find(textId))?.reason).toBeUndefined();
  });

  it('moves a status forward only, whatever order the news comes in', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    const news = ['accepted', 'sent', 'queued', 'sent', 'delivered', 'sending', 'undelivered'] as const;
    const moved: boolean[] = [];
    for (const status of news) moved.push(await texts.advance(textId, { status, at: LATER, sid }));
    expect(moved).toEqual([true, true, false, false, true, false, false]);
    expect(await texts.find(textId)).toEqual({
      ...PLANNED,
      status: 'delivered',
      statusAt: LATER,
      sid,
      claimedAt: NOW,
      attempts: 1,
    });
  });

  it('lets the first of two final statuses win', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    const finals = ['delivered', 'undelivered', 'failed'] as const;
    const moved = await Promise.all(
      finals.map((status) => texts.advance(textId, { status, at: LATER, sid })),
    );
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect((await texts.find(textId))?.status).toBe(finals[moved.indexOf(true)]);
  });

  it('comes to the end when news of one moment arrives all at once', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    const news = ['sent', 'accepted', 'delivered', 'queued', 'sending'] as const;
    await Promise.all(news.map((status) => texts.advance(textId, { status, at: LATER, sid })));
    expect((await texts.find(textId))?.status).toBe('delivered');
  });

  it("keeps the carrier's error and says that it was refused", async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    const error = { errorCode: 21610, errorClass: 'opted_out' } as const;
    expect(await texts.advance(textId, { status: 'failed', at: LATER, ...error })).toBe(true);
    expect(await texts.find(textId)).toMatchObject({ status: 'failed', reason: 'refused', ...error });
  });

  it('takes a text that the carrier has after all out of the due index', async () => {
    const { texts } = ports();
    const textId = await planOne(ports());
    await texts.claim(textId, 'planned', NOW);
    await texts.markUnknown(textId, NOW, LATER);
    await texts.advance(textId, { status: 'accepted', at: NOW, sid });
    expect(await ports().due.earliest()).toBeUndefined();
  });
};

import { afterAll, beforeAll, expect, it } from 'vitest';
import { coachingOf, openRun } from './open-run.ts';

const PLAIN = '+16125550131';
const FLAGGED = '+16125550132';
const CARRIER = '+16125550133';

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun();
  await api.join({ [PLAIN]: '1', [FLAGGED]: '2', [CARRIER]: '3' });
  await api.jump({ advance: 'P3D' });
});
afterAll(() => api?.run.close());

const actionsOf = async (phone: string) =>
  (await api.record(phone)).consents.map(({ action, how }) => [action, how]);

it('stops on plain words with one confirmation, and starts again with a new consent', async () => {
  const before = coachingOf(await api.record(PLAIN)).length;
  expect(await api.say(PLAIN, 'please stop texting me')).toEqual([
    expect.stringMatching(/you are opted out/),
  ]);
  expect(await api.say(PLAIN, 'ok')).toEqual([]);
  await api.jump({ advance: 'P2D' });
  expect(coachingOf(await api.record(PLAIN))).toHaveLength(before);

  expect(await api.say(PLAIN, 'BACK')).toEqual([expect.stringMatching(/Reply YES\.$/)]);
  await api.jump({ advance: 'P1D' });
  expect(coachingOf(await api.record(PLAIN))).toHaveLength(before);
  expect(await api.say(PLAIN, 'YES')).toHaveLength(1);
  await api.jump({ advance: 'P1D' });
  const days = coachingOf(await api.record(PLAIN)).map(({ day }) => day);
  expect(days).toEqual(Array.from({ length: before + 1 }, (_, index) => index + 1));
  expect(await actionsOf(PLAIN)).toEqual([
    ['invited', 'keyword'],
    ['in', 'reply'],
    ['out', 'words'],
    ['invited', 'keyword'],
    ['in', 'reply'],
  ]);
});

it('honors STOP with a red flag by one text that says both, and pages staff to phone', async () => {
  const before = coachingOf(await api.record(FLAGGED)).length;
  const answers = await api.say(FLAGGED, 'stop texting me, I cannot control my bladder');
  expect(answers).toEqual([
    expect.stringMatching(/^You will get no more Limber texts.*go to an ER or call 911/),
  ]);
  const { escalationId, isOptedOut } = await api.escalationOf(FLAGGED);
  expect(isOptedOut).toBe(true);
  expect(await api.pagesOf(FLAGGED)).toMatchObject([{ why: 'opened', isOptedOut: true, rings: true }]);
  await api.act(escalationId, 'acknowledge');
  await api.act(escalationId, 'contact', { outcome: 'reached' });
  await api.jump({ advance: 'P1D' });
  expect(coachingOf(await api.record(FLAGGED))).toHaveLength(before);
  expect((await api.texts(FLAGGED)).at(-1)?.body).toBe(answers[0]);
});

it("leaves the carrier's own STOP to the carrier, and begins anew after START", async () => {
  const before = coachingOf(await api.record(CARRIER)).length;
  expect(await api.say(CARRIER, 'STOP')).toEqual([expect.stringMatching(/you are opted out/)]);
  expect(await api.record(CARRIER)).toMatchObject({ consent: 'out', isCarrierBlocked: true });

  expect(await api.say(CARRIER, 'my left leg is getting weaker')).toEqual([]);
  const [page] = (await api.pagesOf(CARRIER)).slice(-1);
  expect(page?.firstLine).toMatch(/^NO SAFETY TEXT REACHED THIS MEMBER/);
  const { escalationId } = await api.escalationOf(CARRIER);
  await api.act(escalationId, 'release');

  const answers = await api.say(CARRIER, 'START');
  expect(answers).toContainEqual(expect.stringMatching(/can get texts again/));
  await api.jump({ advance: 'P1D' });
  expect(coachingOf(await api.record(CARRIER))).toHaveLength(before);
});

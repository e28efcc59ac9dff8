import { afterAll, beforeAll, expect, it } from 'vitest';
import { coachingOf, localDate, openRun, wallTime } from './open-run.ts';

const ZONE = 'America/Chicago';
const PAUSES = '+16125550141';
const MOVES = '+16125550142';
const TWICE = '+16125550143';
const CUT_OFF = '+16125550144';

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun();
  await api.join({ [PAUSES]: '1', [MOVES]: '2', [TWICE]: '3', [CUT_OFF]: '1' });
  await api.jump({ advance: 'P2D' });
});
afterAll(() => api?.run.close());

const daysOf = async (phone: string) => coachingOf(await api.record(phone)).map(({ day }) => day);
const upTo = (day: number) => Array.from({ length: day }, (_, index) => index + 1);

it('enrolls once, however often the keyword comes', async () => {
  const before = await api.record(TWICE);
  await api.say(TWICE, 'BACK');
  await api.say(TWICE, 'back');
  expect(await api.record(TWICE)).toMatchObject({
    memberId: before.memberId,
    enrollments: 1,
    status: 'active',
    day: before.day,
  });
});

it('pauses, and loses no day', async () => {
  const before = (await daysOf(PAUSES)).length;
  await api.say(PAUSES, 'PAUSE 3');
  expect(await api.record(PAUSES)).toMatchObject({ status: 'paused' });
  await api.jump({ advance: 'P2D' });
  expect(await daysOf(PAUSES)).toHaveLength(before);
  await api.jump({ advance: 'P2D' });
  const record = await api.record(PAUSES);
  expect(record.status).toBe('active');
  const days = await daysOf(PAUSES);
  expect(days.length).toBeGreaterThan(before);
  expect(days).toEqual(upTo(days.length));
});

it('comes at the hour that the member chose, still once a day', async () => {
  expect(await api.say(MOVES, 'TIME 7PM')).toEqual([expect.stringMatching(/7/)]);
  const before = coachingOf(await api.record(MOVES)).length;
  await api.jump({ advance: 'P3D' });
  const texts = coachingOf(await api.record(MOVES));
  expect(texts.length - before).toBeGreaterThanOrEqual(2);
  for (const { at } of texts.slice(before)) expect(wallTime(at, ZONE)).toMatch(/^19:0/);
  expect(new Set(texts.map(({ at }) => localDate(at, ZONE))).size).toBe(texts.length);
  expect(await api.say(MOVES, 'TIME 5AM')).toEqual([expect.stringMatching(/8/)]);
});

it('catches up after an outage with one text a day, and records what was late', async () => {
  const before = await daysOf(CUT_OFF);
  const { now } = await api.jump({ advance: 'P3D', outage: true });
  const record = await api.record(CUT_OFF);
  const texts = coachingOf(record);
  const today = texts.filter(({ at }) => localDate(at, ZONE) === localDate(now, ZONE));
  expect(today.length).toBeLessThanOrEqual(1);
  const skipped = record.conversation.filter(({ status }) => status === 'skipped');
  expect(skipped.length).toBeGreaterThanOrEqual(2);
  expect(skipped.every(({ reason, notSentReason }) => reason === 'late' && notSentReason !== undefined)).toBe(
    true,
  );
  await api.jump({ advance: 'P2D' });
  const all = (await api.record(CUT_OFF)).conversation.filter(({ kind }) => kind === 'coaching');
  expect(all.map(({ day }) => day)).toEqual(upTo(all.length));
  expect(all.length).toBeGreaterThan(before.length + 3);
  const sent = all.filter(({ isSent }) => isSent);
  expect(new Set(sent.map(({ at }) => localDate(at, ZONE))).size).toBe(sent.length);
});

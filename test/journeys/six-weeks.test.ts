import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coachingOf, expectRecordToAgree, localDate, openRun, wallTime } from './open-run.ts';

const MEMBERS = [
  { phone: '+16125550101', track: 'first', answer: '1', zone: 'America/Chicago' },
  { phone: '+16515550102', track: 'repeat', answer: '2', zone: 'America/Chicago' },
  { phone: '+14155550103', track: 'persistent', answer: '3', zone: 'America/Los_Angeles' },
] as const;
const [first] = MEMBERS;
/** Each member gets 42 texts; more jumps than this would be texts without end. */
const MOST_JUMPS = 3 * 42 + 10;

let api: Awaited<ReturnType<typeof openRun>>;
let ending: Awaited<ReturnType<typeof api.jump>>;

/** From BACK to the last text, the clock jumped from text to text; the first member answers the scores. */
beforeAll(async () => {
  api = await openRun();
  await api.join(Object.fromEntries(MEMBERS.map(({ phone, answer }) => [phone, answer])));
  for (let jumps = 0; jumps < MOST_JUMPS; jumps += 1) {
    ending = await api.jump({ until: 'next-text' });
    if (!ending.text) break;
    const last = (await api.texts(first.phone)).at(-1);
    if (last?.direction === 'out' && last.body.endsWith('0 to 10?')) await api.say(first.phone, '4');
  }
}, 240_000);
afterAll(() => api?.run.close());

describe.each(MEMBERS)('six weeks of the $track track', ({ phone, track, zone }) => {
  it('are 42 days, each sent once and in order', async () => {
    const record = await api.record(phone);
    expect(record).toMatchObject({ status: 'completed', track, day: 42 });
    expect(coachingOf(record).map(({ day }) => day)).toEqual(
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
    expect(record.conversation.filter(({ direction, isSent }) => direction === 'out' && !isSent)).toEqual([]);
  });

  it("come at 10:00 where the member is, at most one on each of the member's days", async () => {
    const texts = coachingOf(await api.record(phone));
    for (const { at } of texts) expect(wallTime(at, zone)).toMatch(/^10:0/);
    expect(new Set(texts.map(({ at }) => localDate(at, zone))).size).toBe(42);
  });

  it('stand in the record as on the phone', async () => {
    const texts = await api.texts(phone);
    expectRecordToAgree(await api.record(phone), texts);
    const outgoing = texts.filter(({ direction }) => direction === 'out');
    expect(outgoing.every(({ status, segments }) => status === 'delivered' && segments <= 2)).toBe(true);
  });
});

it('keeps the scores', async () => {
  expect((await api.record(first.phone)).scores.map(({ value }) => value)).toEqual([4, 4, 4, 4, 4, 4]);
});

it('ends by saying that nothing more is due', () => {
  expect(ending).toMatchObject({ text: null, why: 'no text is due to anybody' });
});

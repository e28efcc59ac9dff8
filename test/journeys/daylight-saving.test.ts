import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coachingOf, localDate, openRun, wallTime } from './open-run.ts';

const ZONE = 'America/Chicago';

/** The next two nights on which clocks change there, whenever this test runs: one of each kind. */
const nextChanges = () => {
  const first = Temporal.Now.zonedDateTimeISO(ZONE).add({ days: 10 }).getTimeZoneTransition('next');
  const second = first?.getTimeZoneTransition('next');
  if (!first || !second) throw new Error('clocks do not change there any more');
  return [first, second] as const;
};
const CHANGES = nextChanges();
const PHONES = ['+16125550151', '+16125550152'] as const;
const before = (change: Temporal.ZonedDateTime) => change.subtract({ days: 4 }).toInstant().toString();

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun({ startAt: before(CHANGES[0]) });
});
afterAll(() => api?.run.close());

it.each([0, 1] as const)(
  'stays at 10:00 where the member is through change %i of the clocks',
  async (which) => {
    const change = CHANGES[which];
    const phone = PHONES[which];
    if (which === 1) await api.jump({ to: before(change) });
    await api.join({ [phone]: '1' });
    await api.jump({ advance: 'P8D' });
    await api.say(phone, 'please stop texting me'); // and waits no more, on the way to the second change
    const texts = coachingOf(await api.record(phone));
    expect(texts.length).toBeGreaterThanOrEqual(7);
    for (const { at } of texts) expect(wallTime(at, ZONE)).toMatch(/^10:0/);
    expect(new Set(texts.map(({ at }) => localDate(at, ZONE))).size).toBe(texts.length);
    const hours = new Set(texts.map(({ at }) => at.slice(11, 13)));
    expect(hours.size).toBe(2); // the change was among them: another hour in UTC
  },
);

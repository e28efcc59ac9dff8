import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodiesOf, CARE_LINES, coachingOf, openRun } from './open-run.ts';

const FLAGS = [
  {
    phone: '+16125550111',
    flag: 'weight_loss',
    said: "I've lost 15 pounds and I'm not even trying",
    tier: 'S3',
    told: /call your doctor right away/,
  },
  {
    phone: '+16125550112',
    flag: 'fever',
    said: 'I have had a fever since last night',
    tier: 'S2',
    told: /Fever with back pain needs a check today/,
  },
  {
    phone: '+16125550113',
    flag: 'night_pain',
    said: 'the pain keeps me up all night',
    tier: 'S3',
    told: /call your doctor right away/,
  },
  {
    phone: '+16125550114',
    flag: 'bladder_bowel',
    said: "I can't hold my pee any more",
    tier: 'S1',
    told: /emergency room NOW/,
  },
  {
    phone: '+16125550115',
    flag: 'leg_weakness',
    said: 'my left leg is getting weaker',
    tier: 'S1',
    told: /emergency room NOW/,
  },
  {
    phone: '+16125550116',
    flag: 'numbness',
    said: 'cant feel my inner thighs',
    tier: 'S1',
    told: /emergency room NOW/,
  },
] as const;

const WEEK_THREE = '+16125550120';
const NOBODY_COMES = '+16125550121';

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun();
  const phones = [...FLAGS.map(({ phone }) => phone), WEEK_THREE, NOBODY_COMES];
  await api.join(Object.fromEntries(phones.map((phone) => [phone, '1'])));
});
afterAll(() => api?.run.close());

/** Somebody has it and has called: staff are not paged again while the clock goes on. */
const takeCareOf = async (phone: string): Promise<string> => {
  const { escalationId } = await api.escalationOf(phone);
  await api.act(escalationId, 'acknowledge');
  await api.act(escalationId, 'contact', { outcome: 'reached' });
  return escalationId;
};

describe('a red flag in ordinary words', () => {
  it.each(FLAGS)('$flag: $said', async ({ phone, flag, said, tier, told }) => {
    const answers = await api.say(phone, said);
    expect(answers).toEqual([expect.stringMatching(told)]);
    for (const line of CARE_LINES) expect(answers[0]).toContain(line);
    expect(await api.escalationOf(phone)).toMatchObject({
      status: 'open',
      tier,
      flags: [{ flag }],
      evidence: [{ flag, text: expect.any(String) }],
      told: { delivery: 'delivered' },
    });
    expect(await api.pagesOf(phone)).toMatchObject([{ why: 'opened', tier, flags: [flag], rung: 0 }]);
    expect(await api.record(phone)).toMatchObject({ waitsFor: [expect.stringMatching(/clinician/)] });
  });

  it('holds the coaching back, also when staff have called, until a clinician releases', async () => {
    for (const { phone } of FLAGS) await takeCareOf(phone);
    await api.jump({ advance: 'PT65M' });
    for (const { phone } of FLAGS)
      if (/have you reached a nurse/.test((await api.texts(phone)).at(-1)?.body ?? ''))
        await api.say(phone, 'YES');
    await api.jump({ advance: 'P2D' });
    for (const { phone } of FLAGS) expect(coachingOf(await api.record(phone))).toEqual([]);
    for (const { phone } of FLAGS) await api.act((await api.escalationOf(phone)).escalationId, 'release');
  });
});

describe('a red flag in week three', () => {
  it('is answered, held, acknowledged, released, asked about again, and then the program goes on', async () => {
    await api.jump({ advance: 'P15D' });
    const before = coachingOf(await api.record(WEEK_THREE)).length;
    expect(before).toBeGreaterThan(14);
    await api.say(WEEK_THREE, 'cant feel my inner thighs');
    const escalationId = await takeCareOf(WEEK_THREE);
    await api.jump({ advance: 'PT65M' });
    await api.say(WEEK_THREE, 'YES');
    await api.jump({ advance: 'P2D' });
    expect(coachingOf(await api.record(WEEK_THREE))).toHaveLength(before);

    await api.act(escalationId, 'release');
    const asked = await api.jump({ until: 'next-text', phone: WEEK_THREE });
    expect(asked.text?.body).toMatch(/^Your care team says you can start again/);
    await api.say(WEEK_THREE, 'NO');
    const resumed = await api.jump({ until: 'next-text', phone: WEEK_THREE });
    const days = coachingOf(await api.record(WEEK_THREE)).map(({ day }) => day);
    expect(days.at(-1)).toBe((days[before - 1] ?? 0) + 1 - 7);
    expect(resumed.text?.status).toBe('delivered');
    expect(await api.record(WEEK_THREE)).toMatchObject({ status: 'active', waitsFor: [] });
    const closed = (await api.record(WEEK_THREE)).escalations;
    expect(closed).toMatchObject([{ status: 'closed', closed: { by: 'Ana Ruiz', how: 'released' } }]);
  });
});

describe('a page that nobody acknowledges', () => {
  it('climbs its ladder to the last rung and rings on there', async () => {
    await api.say(NOBODY_COMES, 'I cannot control my bladder');
    const openedAt = Date.parse((await api.pagesOf(NOBODY_COMES))[0]?.at ?? '');
    await api.jump({ advance: 'PT65M' });
    const pages = await api.pagesOf(NOBODY_COMES);
    const ladder = pages.filter(({ why }) => why !== 'follow_up_silence');
    const minutes = ladder.map(({ at }) => Math.floor((Date.parse(at) - openedAt) / 60_000));
    expect(ladder.map(({ why }) => why)).toEqual([
      'opened',
      'ladder',
      'ladder',
      'ladder',
      'ladder',
      'ladder',
    ]);
    expect(ladder.map(({ rung }) => rung)).toEqual([0, 1, 2, 3, 4, 4]);
    for (const [index, wanted] of [0, 5, 15, 30, 45, 60].entries()) {
      // the schedule meets what is due at the end of its minute
      expect(minutes[index]).toBeGreaterThanOrEqual(wanted);
      expect(minutes[index]).toBeLessThan(wanted + 6);
    }
    expect(pages.every(({ urgency, rings }) => urgency === 'now' && rings === true)).toBe(true);

    const { escalationId } = await api.escalationOf(NOBODY_COMES);
    await api.act(escalationId, 'acknowledge');
    const acknowledged = (await api.pagesOf(NOBODY_COMES)).length;
    await api.jump({ advance: 'PT10M' });
    expect(await api.pagesOf(NOBODY_COMES)).toHaveLength(acknowledged);
    await api.jump({ advance: 'PT10M' });
    expect((await api.pagesOf(NOBODY_COMES)).slice(acknowledged)).toMatchObject([{ why: 'no_contact' }]);
  });

  it('has told the member to go, and asked after an hour', async () => {
    const out = bodiesOf((await api.texts(NOBODY_COMES)).filter(({ direction }) => direction === 'out'));
    expect(out.at(-1)).toMatch(/have you reached a nurse, a doctor or 911/);
  });
});

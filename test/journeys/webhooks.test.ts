import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodiesOf, CARE_LINES, coachingOf, expectRecordToAgree, openRun } from './open-run.ts';

const FIVE_TIMES = '+16125550161';
const COACHED = '+16125550162';
const IN_DANGER = '+16125550163';
const STRANGER = '+16125550169';

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun();
  await api.join({ [FIVE_TIMES]: '1', [COACHED]: '1', [IN_DANGER]: '1' });
});
afterAll(() => api?.run.close());

it('takes the same webhook five times and changes nothing after the first', async () => {
  await api.fail('duplicate-webhook');
  const answers = await api.say(FIVE_TIMES, 'NURSE');
  expect(answers).toHaveLength(1);
  const { conversation } = await api.record(FIVE_TIMES);
  expect(conversation.filter(({ body }) => body === 'NURSE')).toHaveLength(1);
});

describe('a webhook that is not signed, or wrongly', () => {
  it.each([undefined, 'bm90IGEgc2lnbmF0dXJl'])(
    'is refused with 403 and leaves one silent log line (%s)',
    async (signature) => {
      const known = api.run.logs().length;
      const form = new URLSearchParams({
        MessageSid: `SM${'0'.repeat(32)}`,
        From: STRANGER,
        To: '+16125550199',
        Body: 'xylophone',
        NumMedia: '0',
      });
      const response = await fetch(`${api.run.url}/twilio/text`, {
        method: 'POST',
        headers: signature ? { 'x-twilio-signature': signature } : {},
        body: form,
      });
      expect([response.status, await response.text()]).toEqual([403, '']);
      await api.settle();
      const lines = api.run
        .logs()
        .slice(known)
        .filter((line) => line.includes('webhook_refused'));
      expect(lines).toHaveLength(1);
      expect(lines.join()).not.toMatch(/5550169|xylophone/);
      expect((await api.request<{ phones: { phone: string }[] }>('/local/phones')).phones).not.toContainEqual(
        expect.objectContaining({ phone: STRANGER }),
      );
    },
  );
});

describe('a carrier that fails', () => {
  const coachNext = async (...faults: string[]) => {
    await api.fail(...faults);
    const before = (await api.texts(COACHED)).length;
    await api.jump({ advance: 'P1D' });
    await api.fail();
    return (await api.texts(COACHED)).slice(before);
  };
  const lastCoaching = async () =>
    (await api.record(COACHED)).conversation.filter(({ kind }) => kind === 'coaching').at(-1);

  beforeAll(async () => {
    for (const phone of [FIVE_TIMES, IN_DANGER]) await api.say(phone, 'PAUSE 30'); // the faults strike one member's texts
  });

  it.each([['429'], ['timeout-after-accept'], ['reorder-callbacks'], ['lose-callback']])(
    '%s: the coaching text arrives once',
    async (fault) => {
      expect(bodiesOf(await coachNext(fault))).toEqual([(await lastCoaching())?.body]);
    },
  );

  it.each([['500'], ['timeout-before']])(
    '%s: the coaching text is not risked twice, and says why',
    async (fault) => {
      expect(await coachNext(fault)).toEqual([]);
      expect(await lastCoaching()).toMatchObject({ status: 'unknown', notSentReason: expect.any(String) });
    },
  );

  it('loses no day for it', async () => {
    const all = (await api.record(COACHED)).conversation.filter(({ kind }) => kind === 'coaching');
    expect(all.map(({ day }) => day)).toEqual(all.map((_, index) => index + 1));
    expect(coachingOf(await api.record(COACHED))).toHaveLength(all.length - 2);
  });

  it.each([
    ['429', 'I cannot control my bladder'],
    ['500', 'cant feel my inner thighs'],
    ['timeout-before', 'my left leg is getting weaker'],
    ['timeout-after-accept', 'I have a fever of 103 now'],
  ])('%s: the safety text arrives all the same, once', async (fault, said) => {
    await api.fail(fault);
    const before = (await api.texts(IN_DANGER)).length;
    await api.post(IN_DANGER, said);
    await api.jump({ advance: 'PT2M' });
    const came = (await api.texts(IN_DANGER)).slice(before).filter(({ direction }) => direction === 'out');
    expect(came).toHaveLength(1);
    for (const line of CARE_LINES) expect(came[0]?.body).toContain(line);
  });

  it('has a record that agrees with the phone in the end', async () => {
    expectRecordToAgree(await api.record(COACHED), await api.texts(COACHED));
    expectRecordToAgree(await api.record(IN_DANGER), await api.texts(IN_DANGER));
  });
});

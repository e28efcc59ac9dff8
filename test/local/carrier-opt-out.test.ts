import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptOutMode } from '../../local/carrier/opt-out-words.ts';
import { type Bench, callApi, createBench, MEMBER, sendVia } from './carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

let bench: Bench;
afterEach(() => bench.close());
const open = async (optOut: OptOutMode) => {
  bench = await createBench({ optOut });
};
const say = async (...bodies: string[]) => {
  for (const body of bodies) {
    await bench.carrier.receive(MEMBER, body);
    await bench.carrier.settled();
  }
};
const answers = () =>
  bench.carrier
    .texts(MEMBER)
    .filter(({ direction }) => direction === 'out')
    .map(({ body }) => body);
const types = () => bench.ear.inbound().map(({ params }) => params.OptOutType);

describe('with Advanced Opt-Out', () => {
  it.each([
    ['STOP', 'Stopped.', 'STOP'],
    [' optout ', 'Stopped.', 'STOP'],
    ['Revoke', 'Stopped.', 'STOP'],
    ['BAJA', 'Cancelado.', 'STOP'],
    ['alto', 'Cancelado.', 'STOP'],
    ['parar', 'Cancelado.', 'STOP'],
    ['help', 'Help line.', 'HELP'],
    ['INFO', 'Help line.', 'HELP'],
    ['Ayuda', 'Linea de ayuda.', 'HELP'],
    ['UNSTOP', 'Open again.', 'START'],
  ])('answers %j itself and says so', async (body, answer, type) => {
    await open('advanced');
    await say(body);
    expect(answers()).toEqual([answer]);
    expect(types()).toEqual([type]);
    expect(bench.carrier.isOptedOut(MEMBER)).toBe(type === 'STOP');
  });

  it.each(['STOP PLEASE', 'yes', 'stop.', 'no mas', 'I want help'])(
    'leaves %j to the program',
    async (body) => {
      await open('advanced');
      await say(body);
      expect(answers()).toEqual([]);
      expect(types()).toEqual([undefined]);
      expect(bench.carrier.isOptedOut(MEMBER)).toBe(false);
    },
  );

  it('confirms STOP once, does not answer HELP after it, and opens again with START, not with YES', async () => {
    await open('advanced');
    await say('STOP', 'STOP', 'HELP', 'YES');
    expect(answers()).toEqual(['Stopped.']);
    expect(types()).toEqual(['STOP', 'STOP', 'HELP', undefined]);
    await say('START');
    expect(answers()).toEqual(['Stopped.', 'Open again.']);
    expect(bench.carrier.isOptedOut(MEMBER)).toBe(false);
  });

  it('accepts a text to somebody who is out, and fails it later with 21610', async () => {
    await open('advanced');
    await say('STOP');
    const answer = await sendVia(bench);
    expect(answer.status).toBe(201);
    const { sid } = await answer.json();
    await bench.carrier.settled();
    expect(bench.ear.hooks.at(-1)?.params).toMatchObject({ MessageStatus: 'failed', ErrorCode: '21610' });
    expect(await (await callApi(bench, `Messages/${sid}.json`)).json()).toMatchObject({
      status: 'failed',
      error_code: 21610,
      error_message: expect.any(String),
    });
  });
});

describe('in the default mode', () => {
  it('knows English words only, forwards STOP without a type, keeps HELP to itself', async () => {
    await open('default');
    await say('BAJA', 'HELP', 'STOP', 'HELP');
    expect(bench.ear.inbound().map(({ params }) => params.Body)).toEqual(['BAJA', 'STOP']);
    expect(types()).toEqual([undefined, undefined]);
    expect(answers()).toEqual([
      expect.stringMatching(/^Reply STOP/),
      expect.stringMatching(/successfully been unsubscribed/),
    ]);
  });

  it('opts in on YES, and leaves YES alone otherwise', async () => {
    await open('default');
    await say('YES');
    expect(answers()).toEqual([]);
    await say('STOP', 'yes');
    expect(bench.carrier.isOptedOut(MEMBER)).toBe(false);
    expect(answers()).toHaveLength(2);
  });

  it('refuses a text to somebody who is out at once', async () => {
    await open('default');
    await say('STOP');
    const answer = await sendVia(bench);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 21610 });
  });
});

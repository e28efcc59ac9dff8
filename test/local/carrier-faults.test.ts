import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, callApi, createBench, MEMBER, sendVia } from './carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const stored = async () => (await (await callApi(bench, 'Messages.json')).json()).messages.length;

describe('faults', () => {
  it.each([
    ['429', 429, 20429],
    ['500', 500, 20500],
    ['error:21408', 400, 21408],
    ['error:30002', 400, 30002],
  ])('%s answers an error and takes no text, once', async (fault, status, code) => {
    bench.carrier.setFaults([fault]);
    const answer = await sendVia(bench);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code, status });
    expect(await stored()).toBe(0);
    expect((await sendVia(bench)).status).toBe(201);
  });

  it.each([
    ['timeout-before', 0, []],
    ['timeout-after-accept', 1, ['queued', 'sent', 'delivered']],
  ])('%s breaks the connection', async (fault, texts, statuses) => {
    bench.carrier.setFaults([fault]);
    await expect(sendVia(bench)).rejects.toThrow();
    await bench.carrier.settled();
    expect(await stored()).toBe(texts);
    expect(bench.ear.statuses()).toEqual(statuses);
  });

  it.each([
    ['undelivered:30008', ['queued', 'sent', 'undelivered'], '30008'],
    ['failed:30410', ['queued', 'failed'], '30410'],
  ])('%s ends the text with that code', async (fault, statuses, code) => {
    bench.carrier.setFaults([fault]);
    await sendVia(bench);
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(statuses);
    expect(bench.ear.hooks.at(-1)?.params.ErrorCode).toBe(code);
  });

  it('reorder-callbacks posts the callbacks last first', async () => {
    bench.carrier.setFaults(['reorder-callbacks']);
    await sendVia(bench);
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(['delivered', 'sent', 'queued']);
  });

  it('lose-callback posts none, and the API still knows', async () => {
    bench.carrier.setFaults(['lose-callback']);
    const { sid } = await (await sendVia(bench)).json();
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual([]);
    expect(await (await callApi(bench, `Messages/${sid}.json`)).json()).toMatchObject({
      status: 'delivered',
    });
  });

  it('duplicate-webhook delivers the next inbound text five times, whatever is sent meanwhile', async () => {
    bench.carrier.setFaults(['duplicate-webhook', '429']);
    expect((await sendVia(bench)).status).toBe(429);
    const { sid } = await bench.carrier.receive(MEMBER, 'once');
    await bench.carrier.receive(MEMBER, 'again');
    await bench.carrier.settled();
    const sids = bench.ear.inbound().map(({ params }) => params.MessageSid);
    expect(sids.filter((each) => each === sid)).toHaveLength(5);
    expect(sids).toHaveLength(6);
  });

  it('come in the order given', async () => {
    bench.carrier.setFaults(['500', '429']);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await sendVia(bench)).status);
    expect(statuses).toEqual([500, 429, 201]);
  });

  it('with one unknown name change nothing and name the known ones', () => {
    expect(bench.carrier.setFaults(['429'])).toEqual({ kind: 'set', next: ['429'] });
    expect(bench.carrier.setFaults(['500', 'meteor', 'error:1', 'constructor'])).toMatchObject({
      kind: 'unknown',
      unknown: ['meteor', 'error:1', 'constructor'],
      known: expect.arrayContaining(['timeout-after-accept', 'error:<code>']),
    });
    expect(bench.carrier.faults()).toEqual(['429']);
  });
});

describe('handsets', () => {
  it.each([
    ['91', ['queued', 'sent', 'undelivered'], 30006],
    ['92', ['queued', 'sent', 'undelivered'], 30003],
    ['93', ['queued', 'sent', 'undelivered'], 30007],
    ['94', ['queued', 'sent'], null],
    ['95', ['failed'], 21610],
  ])('555-01%s', async (digits, statuses, errorCode) => {
    const { sid } = await (await sendVia(bench, { To: `+161255501${digits}` })).json();
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(statuses);
    expect(await (await callApi(bench, `Messages/${sid}.json`)).json()).toMatchObject({
      error_code: errorCode,
    });
  });

  it("555-0196 gets its text when two minutes have passed on the program's clock", async () => {
    await sendVia(bench, { To: '+16125550196' });
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(['queued', 'sent']);
    expect(bench.carrier.nextDueAt()).toBe('2027-01-04T16:02:00.000Z');
    bench.clock.advance(1);
    await bench.carrier.deliverDue();
    expect(bench.ear.statuses()).toEqual(['queued', 'sent']);
    bench.clock.advance(1);
    await bench.carrier.deliverDue();
    expect(bench.ear.statuses()).toEqual(['queued', 'sent', 'delivered']);
    expect(bench.carrier.nextDueAt()).toBeUndefined();
  });

  it.each([
    ['long enough', '3600', 20, ['queued', 'sent', 'delivered'], null],
    ['too short', '600', 10, ['queued', 'failed'], 30036],
    ['too short, and the clock jumped', '1300', 60, ['queued', 'failed'], 30036],
  ])('555-0197 waits in the queue; a validity %s', async (_name, ValidityPeriod, minutes, statuses, code) => {
    const { sid } = await (await sendVia(bench, { To: '+16125550197', ValidityPeriod })).json();
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(['queued']);
    bench.clock.advance(minutes);
    await bench.carrier.deliverDue();
    expect(bench.ear.statuses()).toEqual(statuses);
    expect(await (await callApi(bench, `Messages/${sid}.json`)).json()).toMatchObject({ error_code: code });
  });
});

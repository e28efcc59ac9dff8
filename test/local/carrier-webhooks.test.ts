import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVerifySignature } from '../../functions/adapters/twilio/verify-signature.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  type Bench,
  createBench,
  createWebhookEar,
  MEMBER,
  SENDER,
  SERVICE_SID,
  sendVia,
} from './carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

describe('inbound texts', () => {
  it("arrive as Twilio's signed form", async () => {
    const { sid } = await bench.carrier.receive(MEMBER, 'BACK', {
      media: [{ url: 'https://example.org/a.jpg', contentType: 'image/jpeg' }],
    });
    await bench.carrier.settled();
    const [hook] = bench.ear.inbound();
    expect(sid).toMatch(/^MM[0-9a-f]{32}$/);
    expect(hook?.params).toMatchObject({
      MessageSid: sid,
      SmsSid: sid,
      SmsMessageSid: sid,
      AccountSid: ACCOUNT_SID,
      MessagingServiceSid: SERVICE_SID,
      From: MEMBER,
      To: SENDER,
      Body: 'BACK',
      NumMedia: '1',
      NumSegments: '1',
      MediaUrl0: 'https://example.org/a.jpg',
      MediaContentType0: 'image/jpeg',
      SmsStatus: 'received',
      ApiVersion: '2010-04-01',
      FromZip: '',
    });
    expect(hook?.params).not.toHaveProperty('OptOutType');
  });

  it('counts as owed until the program has answered', async () => {
    await bench.carrier.receive(MEMBER, 'hello');
    expect(bench.carrier.owes()).toBe(1);
    await bench.carrier.settled();
    expect(bench.carrier.owes()).toBe(0);
    expect(bench.ear.inbound()).toHaveLength(1);
  });

  it.each([
    ['HTTP 500', () => new Response('', { status: 500 }), 11200],
    ['HTTP 403', () => new Response('', { status: 403 }), 11200],
    ['JSON', () => Response.json({}), 12300],
    [
      'TwiML with verbs',
      () =>
        new Response('<Response><Message>x</Message></Response>', {
          headers: { 'content-type': 'text/xml' },
        }),
      12100,
    ],
  ])('are tried once and noted in the debugger when the answer is %s', async (_name, answer, errorCode) => {
    bench.ear.answerWith(answer);
    const { sid } = await bench.carrier.receive(MEMBER, 'secret words');
    await bench.carrier.settled();
    expect(bench.ear.inbound()).toHaveLength(1);
    expect(bench.carrier.debugger()).toEqual([
      expect.objectContaining({ errorCode, messageSid: sid, path: '/twilio/text' }),
    ]);
    expect(JSON.stringify(bench.carrier.debugger())).not.toMatch(/5550123|secret/);
  });

  it('leaves no line in the debugger for an empty Response or a 204', async () => {
    await bench.carrier.receive(MEMBER, 'one');
    await bench.carrier.settled();
    bench.ear.answerWith(() => new Response(null, { status: 204 }));
    await bench.carrier.receive(MEMBER, 'two');
    await bench.carrier.settled();
    expect(bench.carrier.debugger()).toEqual([]);
  });

  it('are retried on 5xx only when the URL says so', async () => {
    const ear = await createWebhookEar();
    let answers = 0;
    ear.answerWith(() => {
      answers += 1;
      return answers < 3
        ? new Response('', { status: 503 })
        : new Response('<Response/>', { headers: { 'content-type': 'text/xml' } });
    });
    const other = await createBench({ inboundUrl: `${ear.url}/twilio/text?x=1#rc=3&rp=5xx,ct,rt` });
    await other.carrier.receive(MEMBER, 'hello');
    await other.carrier.settled();
    const signatures = new Set(ear.hooks.map(({ signature }) => signature));
    await other.close();
    await ear.close();
    expect(ear.hooks).toHaveLength(3);
    expect(signatures.size).toBe(1);
    expect(other.carrier.debugger()).toEqual([]);
    const verify = createVerifySignature({ authTokens: [AUTH_TOKEN], publicUrl: ear.url });
    const [hook] = ear.hooks;
    expect(verify('/twilio/text', 'x=1', hook?.params ?? {}, hook?.signature)).toBe(true);
  });

  it('are not retried past the total time of the URL', async () => {
    bench.ear.answerWith(async () => {
      await new Promise((done) => setTimeout(done, 150));
      return new Response('', { status: 503 });
    });
    const other = await createBench({ inboundUrl: `${bench.ear.url}/twilio/text#rc=5&rp=5xx&tt=100` });
    await other.carrier.receive(MEMBER, 'hello');
    await other.carrier.settled();
    await other.close();
    expect(bench.ear.inbound()).toHaveLength(1);
  });

  it('are tried once more when there is no connection, and then given up', async () => {
    const gone = await createWebhookEar();
    await gone.close();
    const other = await createBench({ inboundUrl: `${gone.url}/twilio/text` });
    await other.carrier.receive(MEMBER, 'hello');
    await other.carrier.settled();
    await other.close();
    expect(other.carrier.debugger()).toMatchObject([{ errorCode: 11200, detail: 'no connection' }]);
  });

  it('refuses what no handset could send', async () => {
    await expect(bench.carrier.receive('612', 'hello')).rejects.toThrow(RangeError);
    await expect(bench.carrier.receive(MEMBER, 'x'.repeat(1601))).rejects.toThrow(RangeError);
    expect(bench.carrier.texts(MEMBER)).toEqual([]);
  });
});

describe('status callbacks', () => {
  it('tell queued, sent and delivered, and never the first status', async () => {
    const { sid } = await (await sendVia(bench)).json();
    await bench.carrier.settled();
    expect(bench.ear.statuses()).toEqual(['queued', 'sent', 'delivered']);
    const last = bench.ear.hooks.at(-1);
    expect(last?.query).toBe('text=mem_x1234567');
    expect(last?.params).toEqual({
      AccountSid: ACCOUNT_SID,
      ApiVersion: '2010-04-01',
      From: SENDER,
      To: MEMBER,
      MessageSid: sid,
      SmsSid: sid,
      MessageStatus: 'delivered',
      SmsStatus: 'delivered',
      MessagingServiceSid: SERVICE_SID,
      RawDlrDoneDate: '2701041600',
    });
  });

  it('starts at queued when no service is named', async () => {
    const message = await (await sendVia(bench, { MessagingServiceSid: '', From: SENDER })).json();
    await bench.carrier.settled();
    expect(message).toMatchObject({ status: 'queued', from: SENDER, num_segments: '1' });
    expect(bench.ear.statuses()).toEqual(['sent', 'delivered']);
  });
});

describe('the conversation on a phone', () => {
  it('is oldest first, with what the carrier itself answered', async () => {
    await bench.carrier.receive(MEMBER, 'BACK');
    await sendVia(bench, { Body: 'Welcome' });
    await bench.carrier.receive(MEMBER, 'stop');
    await bench.carrier.receive('+16125550124', 'somebody else');
    await bench.carrier.settled();
    expect(bench.carrier.texts(MEMBER)).toEqual([
      { at: bench.clock.now(), direction: 'in', body: 'BACK', status: 'received', segments: 1 },
      { at: bench.clock.now(), direction: 'out', body: 'Welcome', status: 'delivered', segments: 1 },
      { at: bench.clock.now(), direction: 'in', body: 'stop', status: 'received', segments: 1 },
      { at: bench.clock.now(), direction: 'out', body: 'Stopped.', status: 'delivered', segments: 1 },
    ]);
    expect(bench.carrier.phones()).toEqual([MEMBER, '+16125550124']);
  });

  it('tells a listener of every change until it stops listening', async () => {
    let changes = 0;
    const stop = bench.carrier.subscribe(() => {
      changes += 1;
    });
    await bench.carrier.receive(MEMBER, 'one');
    await bench.carrier.settled();
    expect(changes).toBe(2);
    stop();
    await bench.carrier.receive(MEMBER, 'two');
    await bench.carrier.settled();
    expect(changes).toBe(2);
  });
});

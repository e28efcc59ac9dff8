import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Ajv } from 'ajv';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTwilioTextSender } from '../../../functions/adapters/twilio/create-text-sender.ts';
import { createVerifySignature } from '../../../functions/adapters/twilio/verify-signature.ts';
import { messageSidSchema, phoneNumberSchema, textIdSchema } from '../../../functions/domain/ids.ts';
import { instantSchema } from '../../../functions/domain/time.ts';
import type { TextSender } from '../../../functions/ports.ts';
import { serveOnLoopback } from '../../../local/carrier/serve-on-loopback.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  type Bench,
  createBench,
  MEMBER,
  SERVICE_SID,
  START,
} from '../../local/carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

const TO = phoneNumberSchema.parse(MEMBER);
const TEXT_ID = textIdSchema.parse(`mem_a1b2c3d4~${START}~day-1`);
const SINCE = instantSchema.parse(START);
const BODY = 'Walk 5 minutes today.';

const senderFor = (
  apiBaseUrl: string,
  statusCallbackUrl: string,
  { authToken = AUTH_TOKEN, timeoutSeconds = 4 } = {},
): TextSender =>
  createTwilioTextSender({
    accountSid: ACCOUNT_SID,
    authToken,
    messagingServiceSid: SERVICE_SID,
    statusCallbackUrl,
    apiBaseUrl,
    timeoutSeconds,
  });

let bench: Bench;
let sender: TextSender;
beforeEach(async () => {
  bench = await createBench();
  sender = senderFor(bench.url, `${bench.ear.url}/twilio/status`);
});
afterEach(() => bench.close());
const send = (to = TO, validitySeconds = 600) =>
  sender.send({ textId: TEXT_ID, to, body: BODY, validitySeconds });

describe('sending', () => {
  it('is accepted, and the text id comes back in a callback that is signed', async () => {
    const outcome = await send();
    await bench.carrier.settled();
    expect(outcome).toMatchObject({ kind: 'accepted', status: 'accepted' });
    const [hook] = bench.ear.hooks;
    expect(new URLSearchParams(hook?.query).get('text')).toBe(TEXT_ID);
    const verify = createVerifySignature({ authTokens: [AUTH_TOKEN], publicUrl: bench.ear.url });
    expect(verify('/twilio/status', hook?.query ?? '', hook?.params ?? {}, hook?.signature)).toBe(true);
    expect(verify('/twilio/status', '', hook?.params ?? {}, hook?.signature)).toBe(false);
  });

  it.each([
    ['429', { kind: 'throttled', code: 20429 }],
    ['error:21611', { kind: 'throttled', code: 21611 }],
    ['error:30001', { kind: 'throttled', code: 30001 }],
    ['500', { kind: 'unknown' }],
    ['timeout-before', { kind: 'unknown' }],
    ['timeout-after-accept', { kind: 'unknown' }],
    ['error:21610', { kind: 'refused', code: 21610, errorClass: 'opted_out' }],
    ['error:21614', { kind: 'refused', code: 21614, errorClass: 'permanent' }],
    ['error:21617', { kind: 'refused', code: 21617, errorClass: 'content' }],
    ['error:21408', { kind: 'refused', code: 21408, errorClass: 'configuration' }],
    ['error:21999', { kind: 'refused', code: 21999, errorClass: 'unknown_code' }],
  ])('with fault %s', async (fault, outcome) => {
    bench.carrier.setFaults([fault]);
    expect(await send()).toEqual(outcome);
    expect(bench.carrier.faults()).toEqual([]);
  });

  it('with wrong credentials is a matter of configuration', async () => {
    sender = senderFor(bench.url, `${bench.ear.url}/twilio/status`, { authToken: 'wrong' });
    expect(await send()).toEqual({ kind: 'refused', code: 20003, errorClass: 'configuration' });
  });

  it('to a number that is none is refused for good', async () => {
    expect(await send(phoneNumberSchema.parse('+16125550190'))).toMatchObject({ errorClass: 'permanent' });
  });

  it.each([
    [0, '1'],
    [12.7, '12'],
    [99_999, '36000'],
  ])(
    'keeps a validity of %d seconds in bounds, and asks only for what Twilio describes',
    async (seconds, expected) => {
      const forms: Record<string, string>[] = [];
      const app = new Hono();
      app.post('*', async (c) => {
        forms.push(Object.fromEntries(new URLSearchParams(await c.req.text())));
        return c.json({ sid: `SM${'0'.repeat(32)}`, status: 'accepted' }, 201);
      });
      const recorder = await serveOnLoopback(app.fetch, 0);
      sender = senderFor(recorder.url, 'https://texts.example.org/twilio/status#rc=2');
      expect(await send(TO, seconds)).toMatchObject({ kind: 'accepted' });
      await recorder.close();
      expect(forms).toEqual([
        {
          To: MEMBER,
          Body: BODY,
          MessagingServiceSid: SERVICE_SID,
          ValidityPeriod: expected,
          StatusCallback: `https://texts.example.org/twilio/status?text=${encodeURIComponent(TEXT_ID)}#rc=2`,
        },
      ]);
      expect(described(forms[0])).toEqual([]);
    },
  );
});

/** What Twilio's description of a create request holds against a form; numbers are text in a form. */
const described = (form: unknown): unknown[] => {
  const { paths } = JSON.parse(
    readFileSync(new URL('../../fixtures/twilio/messages-api.json', import.meta.url), 'utf8'),
  );
  const { post } = paths['/2010-04-01/Accounts/{AccountSid}/Messages.json'];
  const { properties } = post.requestBody.content['application/x-www-form-urlencoded'].schema;
  const { To, Body, MessagingServiceSid, ValidityPeriod, StatusCallback } = properties;
  const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });
  ajv.validate(
    {
      type: 'object',
      properties: { To, Body, MessagingServiceSid, ValidityPeriod, StatusCallback },
      required: ['To'],
      additionalProperties: false,
    },
    form,
  );
  return ajv.errors ?? [];
};

describe('an answer that cannot be trusted leaves the outcome unknown', () => {
  it.each([
    ['a page of HTML', () => new Response('<html>', { status: 201 })],
    ['no sid', () => Response.json({ status: 'accepted' }, { status: 201 })],
    ['a 503 of a proxy', () => new Response('busy', { status: 503 })],
    ['a 408', () => new Response('', { status: 408 })],
    ['a redirect', () => new Response('', { status: 302, headers: { location: 'https://example.org' } })],
  ])('%s', async (_name, answer) => {
    const served = await serveOnLoopback(answer, 0);
    sender = senderFor(served.url, 'https://texts.example.org/twilio/status');
    const outcome = await send();
    await served.close();
    expect(outcome).toEqual({ kind: 'unknown' });
  });

  it('silence', async () => {
    const served = await serveOnLoopback(() => new Promise<Response>(() => {}), 0);
    sender = senderFor(served.url, 'https://texts.example.org/twilio/status', { timeoutSeconds: 0.2 });
    const outcome = await send();
    await served.close();
    expect(outcome).toEqual({ kind: 'unknown' });
  });

  it('a port where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    const port = typeof address === 'object' ? address?.port : 0;
    sender = senderFor(`http://127.0.0.1:${port}`, 'https://texts.example.org/twilio/status');
    expect(await send()).toEqual({ kind: 'unknown' });
  });

  it('a refusal without a code is classed by its HTTP status', async () => {
    const served = await serveOnLoopback(() => new Response('no', { status: 404 }), 0);
    sender = senderFor(served.url, 'https://texts.example.org/twilio/status');
    const outcome = await send();
    await served.close();
    expect(outcome).toEqual({ kind: 'refused', code: 404, errorClass: 'unknown_code' });
  });
});

describe('finding a text whose outcome is unknown', () => {
  const find = (body = BODY, since = SINCE) => sender.find({ to: TO, body, since });

  it('finds the one that was accepted before the connection broke, also while it waits in the queue', async () => {
    bench.carrier.setFaults(['timeout-after-accept']);
    expect(await send()).toEqual({ kind: 'unknown' });
    const found = await find();
    expect(messageSidSchema.safeParse(found?.sid).success).toBe(true);
    await bench.carrier.settled();
    expect(await find()).toEqual({ sid: found?.sid, status: 'delivered' });
  });

  it('finds a text that has no date of sending yet', async () => {
    bench.carrier.setFaults(['slow-queue']);
    await send(TO, 3600);
    await bench.carrier.settled();
    expect(await find()).toMatchObject({ status: 'queued' });
  });

  it('finds none that was never accepted, had other words, came from the member, or is older', async () => {
    bench.carrier.setFaults(['timeout-before']);
    await send();
    await bench.carrier.receive(MEMBER, BODY);
    expect(await find()).toBeUndefined();
    await send();
    expect(await find('Other words')).toBeUndefined();
    expect(await find(BODY, instantSchema.parse('2027-01-04T16:00:01.000Z'))).toBeUndefined();
    expect(await find()).toBeDefined();
  });

  it('says that it could not ask, without the number or the words', async () => {
    sender = senderFor(bench.url, `${bench.ear.url}/twilio/status`, { authToken: 'wrong' });
    const error: unknown = await find().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CarrierUnreachableError', status: 401 });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/5550123|Walk/);
  });
});

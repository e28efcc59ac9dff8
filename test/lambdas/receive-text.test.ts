import { describe, expect, it } from 'vitest';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createVerifySignature } from '../../functions/adapters/twilio/verify-signature.ts';
import { createReceiveTextHandler } from '../../functions/lambdas/receive-text.ts';
import type { ReceivedText } from '../../functions/use-cases/receive-text.ts';
import { AUTH_TOKEN, PUBLIC_URL, recordedWebhook, signedWebhook } from '../fixtures/events.ts';
import { aSid } from '../fixtures/members.ts';

const setUp = () => {
  const received: ReceivedText[] = [];
  const logger = createMemoryLogger();
  const handler = createReceiveTextHandler({
    receiveText: async (text) => {
      received.push(text);
      return 'stored';
    },
    verifySignature: createVerifySignature({ authTokens: [AUTH_TOKEN], publicUrl: PUBLIC_URL }),
    logger,
  });
  return { received, logger, handler };
};

describe('the inbound webhook', () => {
  it('hands the text on and answers with empty TwiML', async () => {
    const { handler, received } = setUp();
    expect(await handler(recordedWebhook('inbound-text'))).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<Response/>',
    });
    expect(received).toEqual([
      { sid: aSid(1), from: '+16125550100', body: 'cant feel my inner thighs', mediaCount: 0 },
    ]);
  });

  it.each([
    ['inbound-stop', { body: 'STOP', mediaCount: 0, optOutType: 'STOP' }],
    ['inbound-picture', { body: '', mediaCount: 1 }],
  ])('reads %s from a base64 body', async (name, text) => {
    const { handler, received } = setUp();
    expect((await handler(recordedWebhook(name))).statusCode).toBe(200);
    expect(received).toMatchObject([text]);
  });

  it.each([
    ['what is not a number of pictures', { NumMedia: 'x' }, { mediaCount: 0 }],
    ['an opt-out type it does not know', { OptOutType: 'MAYBE' }, { body: 'cant feel my inner thighs' }],
    ['parameters it does not know', { Whatever: '1' }, {}],
    ['letters of any script, and line breaks', { Body: 'fièvre 🤒\nключ' }, { body: 'fièvre 🤒\nключ' }],
  ])('takes a text with %s', async (_, params, text) => {
    const { handler, received } = setUp();
    expect((await handler(signedWebhook('inbound-text', { params }))).statusCode).toBe(200);
    expect(received).toMatchObject([text]);
    expect(received[0]?.optOutType).toBeUndefined();
  });

  it('reads header names in any case', async () => {
    const { handler } = setUp();
    const event = recordedWebhook('inbound-text');
    const headers = Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect((await handler({ ...event, headers })).statusCode).toBe(200);
  });

  it.each([
    ['no signature', (event) => ({ ...event, headers: { ...event.headers, 'x-twilio-signature': '' } })],
    ['another body', (event) => ({ ...event, body: event.body?.replace('thighs', 'calves') })],
    ['another path', (event) => ({ ...event, rawPath: '/twilio/status' })],
    ['a query that was not signed', (event) => ({ ...event, rawQueryString: 'a=b' })],
  ] satisfies [string, (event: ReturnType<typeof recordedWebhook>) => unknown][])(
    'refuses %s with an empty 403 and one line without number or words',
    async (_, change) => {
      const { handler, received, logger } = setUp();
      const event = change(recordedWebhook('inbound-text')) as ReturnType<typeof recordedWebhook>; // still an event
      expect(await handler(event)).toEqual({ statusCode: 403, body: '' });
      expect(received).toEqual([]);
      expect(logger.lines).toHaveLength(1);
      expect(JSON.stringify(logger.lines)).not.toMatch(/5550100|thighs/);
    },
  );

  it.each([
    [415, { headers: { 'content-type': 'application/json' } }],
    [415, { headers: {} }],
    [413, { body: `Body=${'x'.repeat(65_536)}` }],
    [413, { body: Buffer.from(`Body=${'x'.repeat(65_536)}`).toString('base64'), isBase64Encoded: true }],
  ])('refuses with %d what is no form, or too large', async (status, change) => {
    const { handler, received } = setUp();
    expect(await handler({ ...recordedWebhook('inbound-text'), ...change })).toEqual({
      statusCode: status,
      body: '',
    });
    expect(received).toEqual([]);
  });

  it.each([{ MessageSid: '' }, { MessageSid: 'SM1' }, { From: '' }])(
    'refuses %j, signed or not, with 400',
    async (params) => {
      const { handler, received } = setUp();
      expect((await handler(signedWebhook('inbound-text', { params }))).statusCode).toBe(400);
      expect(received).toEqual([]);
    },
  );

  it('answers 500 when the text could not be stored, so that the carrier comes again', async () => {
    const { logger } = setUp();
    const handler = createReceiveTextHandler({
      receiveText: () => Promise.reject(new Error('no table: cant feel my inner thighs')),
      verifySignature: () => true,
      logger,
    });
    expect(await handler(recordedWebhook('inbound-text'))).toEqual({ statusCode: 500, body: '' });
    expect(logger.lines).toMatchObject([{ level: 'error', outcome: 'webhook_failed' }]);
  });

  it('takes a repeated parameter as the carrier signs it: each value once', async () => {
    const { handler, received } = setUp();
    const signed = signedWebhook('inbound-text', { params: { Extra: ['2', '1'] } });
    expect((await handler(signed)).statusCode).toBe(200);
    const unsigned = signedWebhook('inbound-text', {});
    expect((await handler({ ...unsigned, body: `${unsigned.body}&Extra=1&Extra=2` })).statusCode).toBe(403);
    expect(received).toHaveLength(1);
  });
});

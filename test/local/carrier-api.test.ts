import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, callApi, createBench, MEMBER, SENDER, SERVICE_SID, sendVia } from './carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

const description: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/twilio/messages-api.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(Object(description), 'twilio');
const MESSAGE = 'twilio#/components/schemas/api.v2010.account.message';
const LIST =
  'twilio#/paths/~12010-04-01~1Accounts~1%7BAccountSid%7D~1Messages.json/get/responses/200/content/application~1json/schema';
const MESSAGE_FIELDS = Object.keys(
  Object(description).components.schemas['api.v2010.account.message'].properties,
).sort();

const expectSchema = (schema: string, value: unknown) => {
  ajv.validate({ $ref: schema }, value);
  expect(ajv.errors ?? []).toEqual([]);
};
const jsonOf = async (answer: Promise<Response> | Response) => (await answer).json();

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

describe("the carrier and Twilio's description of Messages", () => {
  it('knows a message that breaks the description', () => {
    expect(ajv.validate({ $ref: MESSAGE }, { sid: 'SM1', status: 'flying' })).toBe(false);
  });

  it('creates a message as described, accepted and without segments', async () => {
    const answer = await sendVia(bench);
    expect(answer.status).toBe(201);
    const message = await answer.json();
    expectSchema(MESSAGE, message);
    expect(Object.keys(message).sort()).toEqual(MESSAGE_FIELDS);
    expect(message).toMatchObject({
      status: 'accepted',
      num_segments: '0',
      num_media: '0',
      from: null,
      to: MEMBER,
      direction: 'outbound-api',
      error_code: null,
      date_sent: null,
      date_created: 'Mon, 04 Jan 2027 16:00:00 +0000',
      messaging_service_sid: SERVICE_SID,
    });
  });

  it('fetches a message as described, with its sender and segments once it was sent', async () => {
    const { sid } = await jsonOf(sendVia(bench, { Body: 'x'.repeat(161) }));
    bench.clock.advance(1);
    await bench.carrier.settled();
    const message = await jsonOf(callApi(bench, `Messages/${sid}.json`));
    expectSchema(MESSAGE, message);
    expect(message).toMatchObject({ status: 'delivered', from: SENDER, num_segments: '2' });
    expect(message.date_sent).toBe('Mon, 04 Jan 2027 16:01:00 +0000');
  });

  it('lists messages as described, newest first, page by page', async () => {
    for (const body of ['one', 'two', 'three']) await sendVia(bench, { Body: body });
    const first = await jsonOf(callApi(bench, 'Messages.json?PageSize=2'));
    expectSchema(LIST, first);
    expect(first.messages.map(({ body }: { body: string }) => body)).toEqual(['three', 'two']);
    await sendVia(bench, { Body: 'meanwhile' });
    const next = await jsonOf(callApi(bench, first.next_page_uri.split(/Accounts\/\w+\//)[1]));
    expectSchema(LIST, next);
    expect(next.messages.map(({ body }: { body: string }) => body)).toEqual(['one']);
    expect(next).toMatchObject({ page: 1, next_page_uri: null });
  });

  it('filters by recipient, sender and date of sending', async () => {
    const bodies = async (query: string) =>
      (await jsonOf(callApi(bench, `Messages.json?${query}`))).messages.map(
        ({ body }: { body: string }) => body,
      );
    await sendVia(bench, { Body: 'monday' });
    await bench.carrier.settled();
    bench.clock.advance(24 * 60);
    await sendVia(bench, { Body: 'tuesday', To: '+16125550124' });
    await bench.carrier.receive('+16125550124', 'in');
    await bench.carrier.settled();
    expect(await bodies(`To=${encodeURIComponent(MEMBER)}`)).toEqual(['monday']);
    expect(await bodies('From=%2B16125550124')).toEqual(['in']);
    expect(await bodies('DateSent=2027-01-04')).toEqual(['monday']);
    expect(await bodies('DateSent%3E=2027-01-05')).toEqual(['in', 'tuesday']);
    expect(await bodies('DateSent%3C=2027-01-04')).toEqual(['monday']);
    expect(await bodies('DateSent%3E=2027-01-05T16%3A00%3A01Z')).toEqual([]);
  });

  it('redacts and deletes, and the handset keeps what it got', async () => {
    const { sid } = await jsonOf(sendVia(bench, { Body: 'private' }));
    await bench.carrier.settled();
    const redacted = await jsonOf(callApi(bench, `Messages/${sid}.json`, { form: { Body: '' } }));
    expectSchema(MESSAGE, redacted);
    expect(redacted.body).toBe('');
    expect((await callApi(bench, `Messages/${sid}.json`, { method: 'DELETE' })).status).toBe(204);
    expect((await callApi(bench, `Messages/${sid}.json`)).status).toBe(404);
    expect((await jsonOf(callApi(bench, 'Messages.json'))).messages).toEqual([]);
    expect(bench.carrier.texts(MEMBER).map(({ body }) => body)).toEqual(['private']);
  });

  it.each([
    ['no recipient', { To: '' }, 400, 21604],
    ['no phone number', { To: 'nobody' }, 400, 21211],
    ['a handset that is none', { To: '+16125550190' }, 400, 21211],
    ['no body', { Body: '' }, 400, 21602],
    ['a body too long', { Body: 'x'.repeat(1601) }, 400, 21617],
    ['no sender', { MessagingServiceSid: '' }, 400, 21603],
    ['another service', { MessagingServiceSid: `MG${'c'.repeat(32)}` }, 400, 21701],
    ['another sender', { From: '+16125550111' }, 400, 21606],
    ['no validity', { ValidityPeriod: '0' }, 400, 21624],
    ['a validity too long', { ValidityPeriod: '36001' }, 400, 21624],
    ['a callback that is no URL', { StatusCallback: 'status' }, 400, 21609],
    ['scheduling', { ScheduleType: 'fixed' }, 400, 20001],
  ])("refuses %s with Twilio's code", async (_name, form, status, code) => {
    const answer = await sendVia(bench, form);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      code,
      status,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect((await jsonOf(callApi(bench, 'Messages.json'))).messages).toEqual([]);
  });

  it.each(['', 'ACx:y', `AC${'a'.repeat(32)}:wrong`])('refuses credentials %j', async (auth) => {
    const answer = await callApi(bench, 'Messages.json', { auth });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 20003 });
  });

  it('takes an API key', async () => {
    const keyed = await createBench({ apiKeys: [{ sid: `SK${'d'.repeat(32)}`, secret: 's:with:colons' }] });
    const answer = await callApi(keyed, 'Messages.json', { auth: `SK${'d'.repeat(32)}:s:with:colons` });
    await keyed.close();
    expect(answer.status).toBe(200);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMessagesClient } from '../../../functions/adapters/twilio/create-messages-client.ts';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  type Bench,
  createBench,
  MEMBER,
  SENDER,
  SERVICE_SID,
} from '../../local/carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

let bench: Bench;
let messages: ReturnType<typeof createMessagesClient>;
beforeEach(async () => {
  bench = await createBench();
  messages = createMessagesClient({ accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, apiBaseUrl: bench.url });
});
afterEach(() => bench.close());

const create = (body: string) => messages.create({ to: MEMBER, body, messagingServiceSid: SERVICE_SID });

describe("Twilio's own client on the local carrier", () => {
  it('creates, fetches, redacts and removes', async () => {
    const created = await create('Hello');
    expect(created).toMatchObject({ status: 'accepted', errorCode: null, from: null });
    await bench.carrier.settled();
    const fetched = await messages(created.sid).fetch();
    expect(fetched).toMatchObject({ status: 'delivered', body: 'Hello', from: SENDER, numSegments: '1' });
    expect(fetched.dateSent.toISOString()).toBe(bench.clock.now());
    expect(await fetched.update({ body: '' })).toMatchObject({ body: '' });
    expect(await fetched.remove()).toBe(true);
    await expect(messages(created.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('lists page after page', async () => {
    const sids: string[] = [];
    for (const body of ['1', '2', '3', '4', '5']) sids.unshift((await create(body)).sid);
    const listed = await messages.list({ to: MEMBER, pageSize: 2 });
    expect(listed.map(({ sid }) => sid)).toEqual(sids);
  });

  it('lists by date of sending', async () => {
    await create('today');
    await bench.carrier.settled();
    const dateSentAfter = new Date(bench.clock.now());
    expect(await messages.list({ dateSentAfter })).toHaveLength(1);
    expect(await messages.list({ dateSentAfter: new Date(dateSentAfter.getTime() + 1000) })).toEqual([]);
  });

  it('is told what is wrong', async () => {
    await expect(messages.create({ to: MEMBER, body: 'x' })).rejects.toMatchObject({
      status: 400,
      code: 21603,
    });
    bench.carrier.setFaults(['429']);
    await expect(create('x')).rejects.toMatchObject({ status: 429, code: 20429 });
  });
});

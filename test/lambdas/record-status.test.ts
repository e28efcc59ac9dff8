import { describe, expect, it } from 'vitest';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createVerifySignature } from '../../functions/adapters/twilio/verify-signature.ts';
import { createRecordStatusHandler } from '../../functions/lambdas/record-status.ts';
import type { StatusNews } from '../../functions/use-cases/record-status.ts';
import { AUTH_TOKEN, PUBLIC_URL, recordedWebhook, signedWebhook } from '../fixtures/events.ts';
import { anOutboundText, aSid } from '../fixtures/members.ts';

const setUp = () => {
  const news: StatusNews[] = [];
  const logger = createMemoryLogger();
  const handler = createRecordStatusHandler({
    recordStatus: async (status) => {
      news.push(status);
      return 'recorded';
    },
    verifySignature: createVerifySignature({ authTokens: [AUTH_TOKEN], publicUrl: PUBLIC_URL }),
    logger,
  });
  return { news, logger, handler };
};

const { textId } = anOutboundText();

describe('the status callback', () => {
  it('hands on what became of the text that its URL names', async () => {
    const { handler, news } = setUp();
    expect(await handler(recordedWebhook('status-delivered'))).toEqual({ statusCode: 200, body: '' });
    expect(await handler(recordedWebhook('status-undelivered'))).toEqual({ statusCode: 200, body: '' });
    expect(news).toEqual([
      { textId, sid: aSid(9), word: 'delivered', errorCode: undefined },
      { textId, sid: aSid(9), word: 'undelivered', errorCode: 30006 },
    ]);
  });

  it.each(['', 'text=', 'text=nonsense', 'other=1'])('takes %j, which names no text', async (query) => {
    const { handler, news, logger } = setUp();
    expect((await handler(signedWebhook('status-delivered', { query }))).statusCode).toBe(200);
    expect(news).toEqual([]);
    expect(logger.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('refuses another text in the URL: it is signed', async () => {
    const { handler, news } = setUp();
    const event = recordedWebhook('status-delivered');
    const rawQueryString = event.rawQueryString.replace('d08', 'd09');
    expect((await handler({ ...event, rawQueryString })).statusCode).toBe(403);
    expect(news).toEqual([]);
  });

  it.each([{ MessageSid: '' }, { MessageStatus: '' }])('refuses %j with 400', async (params) => {
    const { handler } = setUp();
    expect((await handler(signedWebhook('status-delivered', { params }))).statusCode).toBe(400);
  });

  it('reads an error code that is none as no error', async () => {
    const { handler, news } = setUp();
    await handler(signedWebhook('status-delivered', { params: { ErrorCode: '' } }));
    expect(news).toMatchObject([{ errorCode: undefined }]);
  });
});

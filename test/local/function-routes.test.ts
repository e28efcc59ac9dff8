import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../../local/api/create-gateway.ts';
import { createWebhookOutcomes } from '../../local/api/webhook-outcomes.ts';
import { createFunctionRoutes } from '../../local/runtime/function-routes.ts';

type Seen = { name: string; event: APIGatewayProxyEventV2 };

const serve = (answer: unknown) => {
  const seen: Seen[] = [];
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const functionRoutes = createFunctionRoutes({
    invoke: async (name, event) => {
      seen.push({ name, event: event as APIGatewayProxyEventV2 }); // made by the route
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onFailure,
  });
  const gateway = createGateway({
    functionRoutes,
    localRoutes: new Hono(),
    outcomes: createWebhookOutcomes(),
    servesPages: false,
    onFailure,
  });
  const request = (path: string, init?: RequestInit) =>
    gateway.request(`http://localhost:4600${path}`, {
      ...init,
      headers: { host: 'localhost:4600', ...init?.headers },
    });
  return { request, seen, failures };
};

describe('a route of a function', () => {
  it('hands a form over as the HTTP API does, and answers what the function answers', async () => {
    const { request, seen } = serve({
      statusCode: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<Response/>',
    });
    const response = await request('/twilio/text?a=1&a=2', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Twilio-Signature': 's' },
      body: 'Body=caf%C3%A9',
    });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/xml',
      '<Response/>',
    ]);
    expect(seen[0]).toMatchObject({
      name: 'receive-text',
      event: {
        rawPath: '/twilio/text',
        rawQueryString: 'a=1&a=2',
        queryStringParameters: { a: '1,2' },
        headers: { 'x-twilio-signature': 's' },
        isBase64Encoded: true,
        body: Buffer.from('Body=caf%C3%A9').toString('base64'),
      },
    });
  });

  it('hands JSON over as text', async () => {
    const { request, seen } = serve({ statusCode: 204 });
    const response = await request('/api/escalations/x/acknowledge', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"by":"Ana"}',
    });
    expect(response.status).toBe(204);
    expect(seen[0]).toMatchObject({
      name: 'console-api',
      event: { isBase64Encoded: false, body: '{"by":"Ana"}' },
    });
  });

  it('answers 500 without a word when the function throws', async () => {
    const { request, failures } = serve(new Error('secret'));
    const response = await request('/api/enrollments');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(failures).toHaveLength(1);
  });

  it('knows no other method and no other path', async () => {
    const { request, seen } = serve({ statusCode: 200 });
    expect((await request('/twilio/text')).status).toBe(404);
    expect((await request('/elsewhere')).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

describe('who may call', () => {
  it.each([
    ['another name of this machine', { host: 'evil.example' }, 403],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page of another port', { origin: 'http://localhost:3000' }, 403],
    ['our own page', { origin: 'http://localhost:4600' }, 200],
    ['a program without a page', {}, 200],
  ])('%s', async (_who, headers: Record<string, string>, status) => {
    const { request } = serve({ statusCode: 200 });
    expect((await request('/health', { headers })).status).toBe(status);
  });
});

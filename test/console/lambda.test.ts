import type { LambdaEvent } from 'hono/aws-lambda';
import { expect, it } from 'vitest';
import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryMemberRepository } from '../../functions/adapters/memory/member-repository.ts';
import { createMemoryRecordReader } from '../../functions/adapters/memory/record-reader.ts';
import { createMemoryTable } from '../../functions/adapters/memory/table.ts';
import { authenticateByGateway } from '../../functions/console-api/authenticate-by-gateway.ts';
import { createConsoleApiHandler } from '../../functions/lambdas/console-api.ts';
import { aMember, NOW } from '../fixtures/members.ts';
import { testProgram } from '../fixtures/program.ts';

const table = createMemoryTable();
const member = aMember();
table.members.set(member.memberId, { member });

const handler = createConsoleApiHandler({
  records: createMemoryRecordReader(table),
  members: createMemoryMemberRepository(table),
  actOnMember: async () => ({ kind: 'done' }),
  clock: createMemoryClock(NOW),
  program: testProgram,
  authenticate: authenticateByGateway,
});

/** As the HTTP API sends it (payload 2.0), with the claims that its authorizer has verified. */
const event = (claims?: Record<string, string>) =>
  ({
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: `/api/enrollments/${member.memberId}`,
    rawQueryString: '',
    headers: { host: 'api.example', accept: 'application/json' },
    isBase64Encoded: false,
    body: null,
    requestContext: {
      domainName: 'api.example',
      http: { method: 'GET', path: `/api/enrollments/${member.memberId}`, sourceIp: '192.0.2.1' },
      ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
    },
  }) as unknown as LambdaEvent; // the parts of the event that are read

// nothing reads it
const context = {} as Parameters<typeof handler>[1];

it('answers whom the gateway has authorized, and writes down who looked', async () => {
  const answer = await handler(event({ name: 'Maria Lopez' }), context);
  expect(answer.statusCode).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ memberId: member.memberId });
  expect([...table.events.values()]).toMatchObject([
    { type: 'RecordViewed.v1', detail: { by: 'Maria Lopez' } },
  ]);
});

it('answers nobody else', async () => {
  expect((await handler(event(), context)).statusCode).toBe(401);
});

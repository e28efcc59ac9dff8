import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryIds } from '../../functions/adapters/memory/ids.ts';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createMemoryMemberRepository } from '../../functions/adapters/memory/member-repository.ts';
import { createMemoryRecordReader } from '../../functions/adapters/memory/record-reader.ts';
import { createMemoryTable } from '../../functions/adapters/memory/table.ts';
import { type Authenticate, authenticateAnybody } from '../../functions/console-api/authenticate.ts';
import { authenticateByGateway } from '../../functions/console-api/authenticate-by-gateway.ts';
import { createConsoleApi } from '../../functions/console-api/create-console-api.ts';
import { decide } from '../../functions/domain/decide.ts';
import type { MemberId } from '../../functions/domain/ids.ts';
import { createActOnMember } from '../../functions/use-cases/act-on-member.ts';
import { createDecideAndCommit } from '../../functions/use-cases/decide-and-commit.ts';
import {
  enrollmentRecordSchema,
  enrollmentSummarySchema,
} from '../../functions/use-cases/record/record-schema.ts';
import { aMember, anEscalation, aPerson, NOW } from '../fixtures/members.ts';
import { testProgram } from '../fixtures/program.ts';

const createKit = (authenticate: Authenticate = authenticateAnybody) => {
  const table = createMemoryTable();
  const clock = createMemoryClock(NOW);
  const logger = createMemoryLogger();
  const members = createMemoryMemberRepository(table);
  const deciding = { members, decide, program: testProgram, clock, ids: createMemoryIds() };
  const actOnMember = createActOnMember({ decideAndCommit: createDecideAndCommit(deciding), logger });
  const records = createMemoryRecordReader(table);
  const api = createConsoleApi({
    records,
    members,
    actOnMember,
    clock,
    program: testProgram,
    authenticate,
    logger,
  });
  const put = (member: ReturnType<typeof aMember>, escalation?: ReturnType<typeof anEscalation>) => {
    table.members.set(member.memberId, { member });
    table.phones.set(member.phoneKey, member.memberId);
    if (escalation) table.escalations.set(escalation.escalationId, escalation);
  };
  return { table, clock, logger, api, put };
};

const escalation = anEscalation();
const held = aMember({ hold: escalation.escalationId });
const path = `/api/escalations/${encodeURIComponent(escalation.escalationId)}`;
const record = `/api/enrollments/${held.memberId}`;

let kit: ReturnType<typeof createKit>;
beforeEach(() => {
  kit = createKit();
  kit.put(held, escalation);
});

const post = (to: string, body: unknown, headers: Record<string, string> = {}) =>
  kit.api.request(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const eventsOf = (type: string) => [...kit.table.events.values()].filter((event) => event.type === type);
const stored = () => kit.table.escalations.get(escalation.escalationId);

describe('reading', () => {
  it('lists members with who needs somebody, page by page', async () => {
    kit.put(aMember({ ...aPerson(1), createdAt: '2026-02-23T17:59:00.000Z' }));
    const first = await (await kit.api.request('/api/enrollments?limit=1')).json();
    expect(first).toMatchObject({ asOf: NOW, enrollments: [{ phone: '(612) 555-0101', need: 'none' }] });
    const rest = await kit.api.request(`/api/enrollments?limit=1&after=${encodeURIComponent(first.next)}`);
    const { enrollments, next } = await rest.json();
    expect(enrollmentSummarySchema.array().parse(enrollments)).toEqual(enrollments);
    expect(enrollments).toMatchObject([
      { memberId: held.memberId, need: 'now', hold: { title: 'Emergency room now', isAcknowledged: false } },
    ]);
    expect(next).toBeUndefined();
  });

  it('answers a record that its schema knows', async () => {
    const answer = await kit.api.request(record);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(enrollmentRecordSchema.parse(await answer.json())).toMatchObject({ memberId: held.memberId });
  });

  it('writes down who looked, once in a quarter of an hour', async () => {
    for (const minutes of [0, 1, 13]) {
      kit.clock.advance({ minutes });
      await kit.api.request(record);
    }
    expect(eventsOf('RecordViewed.v1')).toHaveLength(1);
    kit.clock.advance({ minutes: 2 });
    await kit.api.request(record);
    expect(eventsOf('RecordViewed.v1')).toHaveLength(2);
  });

  it('lists open escalations, and none that has been closed since', async () => {
    const open = await (await kit.api.request('/api/escalations')).json();
    expect(open.escalations).toMatchObject([
      { escalationId: escalation.escalationId, phone: '(612) 555-0100' },
    ]);
    kit.table.members.set(held.memberId, { member: aMember() });
    expect((await (await kit.api.request('/api/escalations')).json()).escalations).toEqual([]);
  });

  it.each(['/api/enrollments/mem_00000999', '/api/enrollments/nobody', '/api/nothing'])(
    'has no %s',
    async (to) => {
      expect((await kit.api.request(to)).status).toBe(404);
    },
  );

  it.each(['limit=0', 'limit=many', 'limit=501'])('says what is wrong with ?%s', async (query) => {
    const answer = await kit.api.request(`/api/enrollments?${query}`);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.fields).toHaveProperty('limit');
  });
});

describe('acting', () => {
  it('acknowledges, logs the contact and releases, by name', async () => {
    expect(await (await post(`${path}/acknowledge`, { by: 'Maria', note: 'calling' })).json()).toEqual({
      result: 'done',
    });
    expect(stored()).toMatchObject({
      status: 'acknowledged',
      acknowledged: { by: 'Maria', note: 'calling' },
    });
    await post(`${path}/contact`, { by: 'Maria', outcome: 'reached', note: 'went to the ER' });
    expect(stored()?.contacts).toMatchObject([{ outcome: 'reached', by: 'Maria' }]);
    await post(`${path}/release`, { by: 'Dr. Ng', note: 'examined' });
    expect(stored()?.closed).toMatchObject({ by: 'Dr. Ng', how: 'released' });
    expect(kit.table.members.get(held.memberId as MemberId)?.member.hold).toBeUndefined();
  });

  it('lifts a misread hold as misread', async () => {
    await post(`${path}/release`, { by: 'Dr. Ng', how: 'misread' });
    expect(stored()?.closed?.how).toBe('misread');
  });

  it('does the same act once, and says so', async () => {
    const act = { by: 'Maria', actId: 'act-1' };
    await post(`${path}/acknowledge`, act);
    expect(await (await post(`${path}/acknowledge`, act)).json()).toEqual({ result: 'already_done' });
    expect(eventsOf('EscalationAcknowledged.v1')).toHaveLength(1);
  });

  it('clears a member for exercises, and takes one off the list of those to look at', async () => {
    kit.put(aMember({ clearanceSince: NOW, attention: [{ why: 'clearance', since: NOW }] }));
    expect((await post(`${record}/clear`, { by: 'Maria' })).status).toBe(200);
    expect(kit.table.members.get(held.memberId as MemberId)?.member.clearanceSince).toBeUndefined();
    kit.put(aMember({ attention: [{ why: 'picture', since: NOW }] }));
    await post(`${record}/resolve`, { by: 'Maria' });
    expect(kit.table.members.get(held.memberId as MemberId)?.member.attention).toEqual([]);
  });

  it.each([
    ['no name', 'acknowledge', {}, 400, 'by'],
    ['an empty name', 'acknowledge', { by: '  ' }, 400, 'by'],
    ['a long note', 'acknowledge', { by: 'M', note: 'x'.repeat(1001) }, 400, 'note'],
    ['an outcome we do not know', 'contact', { by: 'M', outcome: 'maybe' }, 400, 'outcome'],
    ['a way to release we do not know', 'release', { by: 'M', how: 'ignored' }, 400, 'how'],
    ['a field we do not know', 'acknowledge', { by: 'M', until: 'later' }, 400, 'body'],
    ['an act id with other letters', 'acknowledge', { by: 'M', actId: 'a b' }, 400, 'actId'],
    ['no JSON', 'acknowledge', '{', 400, 'body'],
  ] as const)('refuses %s and changes nothing', async (_what, act, body, status, field) => {
    const answer = await post(`${path}/${act}`, body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).error.fields).toHaveProperty(field);
    expect(stored()).toEqual(escalation);
  });

  it('refuses a form that another site could send', async () => {
    const answer = await post(`${path}/acknowledge`, 'by=Mallory', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
    expect(stored()?.status).toBe('open');
  });

  it('has nothing to act on elsewhere', async () => {
    const other = `/api/escalations/${held.memberId}~SM2/acknowledge`;
    expect((await post(other, { by: 'Maria' })).status).toBe(404);
    expect((await post('/api/escalations/nothing/acknowledge', { by: 'Maria' })).status).toBe(404);
  });
});

describe('who asks', () => {
  const signedIn = (claims: unknown) => ({ event: { requestContext: { authorizer: { jwt: { claims } } } } });

  it('is nobody without a token that the gateway has checked', async () => {
    kit = createKit(authenticateByGateway);
    kit.put(held, escalation);
    expect((await kit.api.request(record)).status).toBe(401);
    expect((await post(`${path}/acknowledge`, { by: 'Mallory' })).status).toBe(401);
    expect(stored()?.status).toBe('open');
  });

  it('is whom the token names, whatever the request says', async () => {
    kit = createKit(authenticateByGateway);
    kit.put(held, escalation);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'Mallory' }),
    };
    await kit.api.request(`${path}/acknowledge`, init, signedIn({ name: 'Maria Lopez' }));
    expect(stored()?.acknowledged?.by).toBe('Maria Lopez');
    await kit.api.request(record, {}, signedIn({ email: 'ng@care.example' }));
    expect(eventsOf('RecordViewed.v1')).toMatchObject([{ detail: { by: 'ng@care.example' } }]);
  });
});

it('answers a fault with a 500 that says nothing of it, and logs it', async () => {
  const broken = createConsoleApi({
    records: createMemoryRecordReader(createMemoryTable()),
    members: { findById: async () => undefined },
    actOnMember: async () => {
      throw new Error('secret');
    },
    clock: kit.clock,
    program: testProgram,
    authenticate: authenticateAnybody,
    logger: kit.logger,
  });
  const answer = await broken.request(`${path}/acknowledge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Maria' }),
  });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(kit.logger.lines.map(({ outcome }) => outcome)).toContain('console_request_failed');
});

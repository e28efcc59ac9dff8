import { type Context, Hono } from 'hono';
import { type StaffAct, staffActSchema } from '../domain/decision.ts';
import {
  type EscalationId,
  escalationIdSchema,
  type MemberId,
  memberIdOf,
  memberIdSchema,
} from '../domain/ids.ts';
import { actIdOf } from './act-id.ts';
import type { Viewer } from './authenticate.ts';
import type { ConsoleApiDeps, ConsoleEnv } from './console-env.ts';
import { check, problem, readJson } from './problem.ts';
import {
  type ActFields,
  acknowledgeSchema,
  contactSchema,
  onMemberSchema,
  releaseSchema,
} from './requests.ts';

type Deps = Pick<ConsoleApiDeps, 'actOnMember' | 'clock'>;
type Console = Context<ConsoleEnv>;

const nameOf = (viewer: Viewer, by: string | undefined): string => {
  if (viewer.kind === 'person') return viewer.name;
  if (by === undefined) throw problem(400, 'Say who you are.', { by: 'give your name' });
  return by;
};

const escalationIdFrom = (c: Console): EscalationId => {
  const id = escalationIdSchema.safeParse(c.req.param('id'));
  if (!id.success) throw problem(404, 'There is no such escalation.');
  return id.data;
};

const memberIdFrom = (c: Console): MemberId => {
  const id = memberIdSchema.safeParse(c.req.param('memberId'));
  if (!id.success) throw problem(404, 'There is no such member.');
  return id.data;
};

/** Staff acts. Each answers `{ result: 'done' | 'already_done' }`; an act repeated is done once. */
export const createActRoutes = ({ actOnMember, clock }: Deps): Hono<ConsoleEnv> => {
  const perform = async (c: Console, memberId: MemberId, what: Record<string, string>, fields: ActFields) => {
    const by = nameOf(c.get('viewer'), fields.by);
    const actId = fields.actId ?? actIdOf({ ...what, memberId, by, note: fields.note }, clock.now());
    const act: StaffAct = staffActSchema.parse({ ...what, by, note: fields.note, actId });
    const { kind } = await actOnMember(memberId, act);
    if (kind === 'not_found') throw problem(404, 'There is nothing open to act on.');
    return c.json({ result: kind });
  };

  return new Hono<ConsoleEnv>()
    .post('/escalations/:id/acknowledge', async (c) => {
      const escalationId = escalationIdFrom(c);
      const fields = check(acknowledgeSchema, await readJson(c.req.raw), 'body');
      return perform(c, memberIdOf(escalationId), { kind: 'acknowledge', escalationId }, fields);
    })
    .post('/escalations/:id/contact', async (c) => {
      const escalationId = escalationIdFrom(c);
      const { outcome, ...fields } = check(contactSchema, await readJson(c.req.raw), 'body');
      return perform(c, memberIdOf(escalationId), { kind: 'log_contact', escalationId, outcome }, fields);
    })
    .post('/escalations/:id/release', async (c) => {
      const escalationId = escalationIdFrom(c);
      const { how, ...fields } = check(releaseSchema, await readJson(c.req.raw), 'body');
      const kind = how === 'misread' ? 'misread' : 'release';
      return perform(c, memberIdOf(escalationId), { kind, escalationId }, fields);
    })
    .post('/enrollments/:memberId/clear', async (c) => {
      const memberId = memberIdFrom(c);
      return perform(
        c,
        memberId,
        { kind: 'clear' },
        check(onMemberSchema, await readJson(c.req.raw), 'body'),
      );
    })
    .post('/enrollments/:memberId/known', async (c) => {
      const memberId = memberIdFrom(c);
      return perform(
        c,
        memberId,
        { kind: 'mark_known' },
        check(onMemberSchema, await readJson(c.req.raw), 'body'),
      );
    })
    .post('/enrollments/:memberId/resolve', async (c) => {
      const memberId = memberIdFrom(c);
      return perform(
        c,
        memberId,
        { kind: 'resolve' },
        check(onMemberSchema, await readJson(c.req.raw), 'body'),
      );
    });
};

import { Hono } from 'hono';
import { memberIdSchema } from '../domain/ids.ts';
import type { Clock } from '../ports.ts';
import type { ListEnrollments } from '../use-cases/list-enrollments.ts';
import type { ListEscalations } from '../use-cases/list-escalations.ts';
import type { ReadRecord } from '../use-cases/read-record.ts';
import type { ConsoleEnv } from './console-env.ts';
import { check, problem } from './problem.ts';
import { pageQuerySchema } from './requests.ts';

type Deps = {
  readonly listEnrollments: ListEnrollments;
  readonly listEscalations: ListEscalations;
  readonly readRecord: ReadRecord;
  readonly clock: Clock;
};

export const createReadRoutes = ({
  listEnrollments,
  listEscalations,
  readRecord,
  clock,
}: Deps): Hono<ConsoleEnv> =>
  new Hono<ConsoleEnv>()
    .get('/enrollments', async (c) => {
      const { limit, after } = check(pageQuerySchema, c.req.query(), 'query');
      const page = await listEnrollments(limit, after);
      return c.json({
        asOf: clock.now(),
        enrollments: page.items,
        ...(page.next !== undefined && { next: page.next }),
      });
    })
    .get('/enrollments/:memberId', async (c) => {
      const memberId = memberIdSchema.safeParse(c.req.param('memberId'));
      const record = memberId.success ? await readRecord(memberId.data, c.get('viewer').name) : undefined;
      if (!record) throw problem(404, 'There is no such member.');
      return c.json(record);
    })
    .get('/escalations', async (c) => c.json({ asOf: clock.now(), escalations: await listEscalations() }));

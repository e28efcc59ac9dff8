import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createListEnrollments } from '../use-cases/list-enrollments.ts';
import { createListEscalations } from '../use-cases/list-escalations.ts';
import { createReadRecord } from '../use-cases/read-record.ts';
import { createActRoutes } from './act-routes.ts';
import type { ConsoleApiDeps, ConsoleEnv } from './console-env.ts';
import { problem } from './problem.ts';
import { createReadRoutes } from './read-routes.ts';

/** The API of the console under `/api`: the list, one record, open escalations, and what staff do. */
export const createConsoleApi = (deps: ConsoleApiDeps): Hono<ConsoleEnv> => {
  const api = new Hono<ConsoleEnv>().basePath('/api');
  api.use(async (c, next) => {
    const viewer = await deps.authenticate(c.req.raw, c.env);
    if (viewer.kind === 'refused') throw problem(401, 'Please sign in.');
    c.set('viewer', viewer);
    await next();
    c.header('cache-control', 'no-store');
  });
  api.route(
    '/',
    createReadRoutes({
      listEnrollments: createListEnrollments(deps),
      listEscalations: createListEscalations(deps),
      readRecord: createReadRecord(deps),
      clock: deps.clock,
    }),
  );
  api.route('/', createActRoutes(deps));
  api.notFound((c) => c.json({ error: { message: 'There is nothing at this address.', fields: {} } }, 404));
  api.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    deps.logger?.error('console_request_failed', { error });
    return c.json({ error: { message: 'Something went wrong here. Please try again.', fields: {} } }, 500);
  });
  return api;
};

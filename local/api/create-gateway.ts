import { Hono } from 'hono';
import { RECEIVE_TEXT_PATH } from '../runtime/function-routes.ts';
import { onlyThisMachine } from './only-this-machine.ts';
import { createPageRoutes } from './page-routes.ts';
import { problem } from './problem.ts';
import type { WebhookOutcomes } from './webhook-outcomes.ts';

type Options = {
  readonly functionRoutes: Hono;
  readonly localRoutes: Hono;
  readonly outcomes: WebhookOutcomes;
  readonly servesPages: boolean;
  readonly onFailure: (error: unknown) => void;
};

/** All that the run serves on its one port: the program's routes, the local API, and the pages. */
export const createGateway = (options: Options): Hono => {
  const { functionRoutes, localRoutes, outcomes, servesPages, onFailure } = options;
  const gateway = new Hono();
  gateway.use(onlyThisMachine);
  gateway.use(RECEIVE_TEXT_PATH, outcomes.observe);
  gateway.get('/health', (c) => c.json({ ok: true }));
  gateway.route('/', functionRoutes);
  gateway.route('/local', localRoutes);
  if (servesPages) gateway.route('/', createPageRoutes());
  gateway.notFound(() => problem(404, 'There is nothing at this address.'));
  gateway.onError((error) => {
    onFailure(error);
    return problem(500, 'Something went wrong in the local run; its log says more.');
  });
  return gateway;
};

import { Hono } from 'hono';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import type { Invoke } from './invoke.ts';
import { httpResponse, routeEvent } from './route-event.ts';

type Options = {
  readonly invoke: Invoke['call'];
  /** A function threw; API Gateway answers 500 without a word. */
  readonly onFailure: (error: unknown) => void;
};

/** Where the carrier's inbound webhook comes in. */
export const RECEIVE_TEXT_PATH = '/twilio/text';

/** `/api/{proxy+}` as this router writes it. */
const pattern = (path: string): string => path.replace(/\/\{[^}]+\+\}$/, '/*');

/** Every route of the list of functions, as the HTTP API serves it. */
export const createFunctionRoutes = ({ invoke, onFailure }: Options): Hono => {
  const routes = new Hono();
  const ways = FUNCTIONS.flatMap(({ name, triggers }) =>
    triggers.flatMap((trigger) => (trigger.kind === 'route' ? [{ name, ...trigger }] : [])),
  );
  for (const { name, method, path } of ways) {
    const methods = method === 'ANY' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : [method];
    routes.on(methods, pattern(path), async (c) => {
      try {
        return httpResponse(await invoke(name, await routeEvent(c.req.raw, `${method} ${path}`)));
      } catch (error) {
        onFailure(error);
        return Response.json({ message: 'Internal Server Error' }, { status: 500 });
      }
    });
  }
  return routes;
};

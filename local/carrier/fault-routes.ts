import { Hono } from 'hono';
import { z } from 'zod';
import type { Carrier } from './create-carrier.ts';
import { KNOWN_FAULTS } from './faults.ts';

const requestSchema = z.object({ next: z.array(z.string()) });

/** `GET` and `POST /faults`, to be mounted beside the carrier: what goes wrong next. */
export const createFaultRoutes = ({ faults, setFaults }: Pick<Carrier, 'faults' | 'setFaults'>): Hono => {
  const routes = new Hono();
  routes.get('/faults', (c) => c.json({ next: faults(), known: KNOWN_FAULTS }));
  routes.post('/faults', async (c) => {
    const request = requestSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return c.json({ error: 'expected {"next": [...]}', known: KNOWN_FAULTS }, 400);
    const answer = setFaults(request.data.next);
    if (answer.kind === 'unknown')
      return c.json({ error: 'unknown faults', unknown: answer.unknown, known: answer.known }, 400);
    return c.json({ next: answer.next });
  });
  return routes;
};

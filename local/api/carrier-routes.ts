import { Hono } from 'hono';
import { z } from 'zod';
import type { Carrier } from '../carrier/create-carrier.ts';
import { KNOWN_FAULTS } from '../carrier/faults.ts';
import { problem } from './problem.ts';

const requestSchema = z.object({ next: z.array(z.string()) });
const SHAPE = `Send {"next":["429","timeout-after-accept"]}. Known faults: ${KNOWN_FAULTS.join(', ')}.`;

/** What goes wrong next at the carrier. */
export const createCarrierRoutes = ({ setFaults, faults }: Pick<Carrier, 'setFaults' | 'faults'>): Hono =>
  new Hono()
    .get('/carrier/faults', (c) => c.json({ next: faults(), known: KNOWN_FAULTS }))
    .post('/carrier/faults', async (c) => {
      const request = requestSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!request.success) return problem(400, SHAPE);
      const answer = setFaults(request.data.next);
      if (answer.kind === 'unknown') return problem(400, `Unknown: ${answer.unknown.join(', ')}. ${SHAPE}`);
      return c.json({ next: answer.next });
    });

import { Hono } from 'hono';
import { z } from 'zod';
import type { DynamoBrake } from '../../functions/adapters/dynamodb/brake.ts';
import { problem } from './problem.ts';

const requestSchema = z.object({
  scope: z.enum(['none', 'routine', 'all']),
  reason: z.string().max(200).default('set by hand'),
  by: z.string().max(80).default('somebody at this machine'),
});

/** Stops sending by hand; nothing stops a safety text. */
export const createBrakeRoutes = (brake: DynamoBrake): Hono =>
  new Hono()
    .get('/brake', async (c) => c.json(await brake.read()))
    .post('/brake', async (c) => {
      const order = requestSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!order.success) return problem(400, 'Send {"scope":"none"}, "routine" or "all".');
      await brake.set(order.data);
      return c.json(await brake.read());
    });

import { Hono } from 'hono';
import type { JumpAnswer } from '../clock/create-jump.ts';
import { type JumpRequest, readJump } from '../clock/jump-request.ts';
import type { Turns } from '../clock/turns.ts';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import { problem } from './problem.ts';

type Deps = {
  readonly clock: VirtualClock;
  readonly turns: Turns;
  readonly jump: (request: JumpRequest) => Promise<JumpAnswer>;
  readonly findUnsettled: () => Promise<readonly string[]>;
};

/** The program's clock: what it shows, and its jumps, one at a time. */
export const createClockRoutes = ({ clock, turns, jump, findUnsettled }: Deps): Hono =>
  new Hono()
    .get('/clock', async (c) => {
      const unsettled = turns.isTaken() ? ['the clock is being moved'] : await findUnsettled();
      return c.json({
        now: clock.now(),
        wallNow: clock.wallNow(),
        settled: unsettled.length === 0,
        ...(unsettled.length > 0 && { unsettled }),
      });
    })
    .post('/clock', async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined);
      return turns.take(async () => {
        const read = readJump(body, clock.now()); // in its turn: another jump may have come first
        return read.kind === 'refused' ? problem(400, read.message) : c.json(await jump(read.request));
      });
    });

import { z } from 'zod';
import { epochMilliseconds, fromEpochMilliseconds, type Instant } from '../../functions/domain/time.ts';
import type { Clock } from '../../functions/ports.ts';
import type { KeptValue } from '../kept-value.ts';

export type VirtualClock = Clock & {
  readonly wallNow: () => Instant;
  /** Moves the program's time on; an instant that has passed changes nothing. */
  readonly moveTo: (instant: Instant) => void;
};

/** Milliseconds that the program's clock is ahead of the wall's. */
export const clockOffsetSchema = z.object({ offsetMilliseconds: z.number().int().min(0) }).readonly();
export type ClockOffset = z.infer<typeof clockOffsetSchema>;

type Options = {
  readonly kept: KeptValue<ClockOffset>;
  readonly wallMilliseconds?: () => number;
};

/** The wall clock, some time ahead: it runs as fast, never goes back, and is moved on by jumps. */
export const createVirtualClock = ({ kept, wallMilliseconds = Date.now }: Options): VirtualClock => {
  let offset = kept.read()?.offsetMilliseconds ?? 0;
  let last = 0;

  const milliseconds = (): number => {
    last = Math.max(last, wallMilliseconds() + offset); // the wall clock itself may be set back
    return last;
  };

  return {
    now: () => fromEpochMilliseconds(milliseconds()),
    wallNow: () => fromEpochMilliseconds(wallMilliseconds()),
    moveTo: (instant) => {
      const ahead = epochMilliseconds(instant) - milliseconds();
      if (ahead <= 0) return;
      offset += ahead;
      kept.write({ offsetMilliseconds: offset });
    },
  };
};

import { addMinutes, type Instant, instantSchema } from '../../domain/time.ts';
import type { Clock } from '../../ports.ts';

type Span = {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
};

export type MemoryClock = Clock & {
  /** Exact time: a day is 24 hours. */
  readonly advance: (span: Span) => Instant;
  readonly set: (instant: string) => Instant;
};

/** A clock that stands still until it is told to move. */
export const createMemoryClock = (start: string): MemoryClock => {
  let current = instantSchema.parse(start);
  const set = (instant: string): Instant => {
    current = instantSchema.parse(instant);
    return current;
  };
  return {
    now: () => current,
    set,
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      set(addMinutes(current, days * 1440 + hours * 60 + minutes + seconds / 60)),
  };
};

import { localDateIn, timeZoneSchema } from '../domain/time.ts';
import type { Clock, PaceLedger } from '../ports.ts';

/** Carriers count a day from midnight Pacific (FACTS 2.3). */
const CARRIER_TIME_ZONE = timeZoneSchema.parse('America/Los_Angeles');
/** A fifth is kept for replies, which nobody can plan. */
const RELEASED_SHARE = 0.8;

/** What the carrier campaign may send. */
export type CarrierRate = { readonly segmentsPerSecond: number; readonly segmentsPerDay: number };

/** What one run may still plan, in segments. */
export type PaceBudget = {
  readonly left: () => number;
  readonly spend: (segments: number) => Promise<void>;
};

type Deps = { readonly ledger: PaceLedger; readonly rate: CarrierRate; readonly clock: Clock };

/** Opens the budget of one run: a minute's worth of the carrier's rate, within what the carrier's day has left. */
export const createOpenPaceBudget = ({ ledger, rate, clock }: Deps): (() => Promise<PaceBudget>) => {
  return async () => {
    const day = localDateIn(clock.now(), CARRIER_TIME_ZONE);
    const leftToday = Math.floor(RELEASED_SHARE * rate.segmentsPerDay) - (await ledger.spent(day));
    let left = Math.min(Math.floor(RELEASED_SHARE * rate.segmentsPerSecond * 60), leftToday);
    return {
      left: () => left,
      spend: async (segments) => {
        left -= segments;
        if (segments > 0) await ledger.add(day, segments);
      },
    };
  };
};

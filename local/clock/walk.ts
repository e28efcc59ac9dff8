import {
  addMinutes,
  epochMilliseconds,
  fromEpochMilliseconds,
  type Instant,
} from '../../functions/domain/time.ts';
import type { ReadDue } from './read-due.ts';
import type { Settle, Settled } from './settle.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Deps = {
  readonly clock: VirtualClock;
  readonly settle: Settle;
  readonly readDue: ReadDue;
  readonly releaseDue: () => Promise<void>;
  readonly carrier: {
    readonly nextDueAt: () => string | undefined;
    readonly deliverDue: () => Promise<void>;
  };
};

export type Walk = {
  /** Moves to this instant and carries out what has come due. */
  readonly stopAt: (instant: Instant) => Promise<Settled>;
  /** The next instant at which something comes due, as the schedule meets it; undefined when nothing ever does. */
  readonly nextStop: () => Promise<Instant | undefined>;
  /** Stop by stop up to an instant; ends early when `isThere` says so, or something does not settle. */
  readonly until: (end: Instant, isThere?: () => Promise<boolean>) => Promise<Settled>;
};

const MINUTE = 60_000;
const LEFT_BEHIND_MINUTES = 5;

/** The schedule runs on whole minutes: what comes due within one is met at its end. */
const wholeMinute = (instant: Instant): Instant =>
  fromEpochMilliseconds(Math.ceil(epochMilliseconds(instant) / MINUTE) * MINUTE);

const mayGoOn = (settled: Settled): boolean => settled.isSettled || settled.isLeftBehind;

/** Walks the program's clock from one due instant to the next, as the minutes of weeks would meet them. */
export const createWalk = ({ clock, settle, readDue, releaseDue, carrier }: Deps): Walk => {
  const nextStop = async (): Promise<Instant | undefined> => {
    const now = clock.now();
    const due = (await readDue()).map(({ at }) => at);
    const atCarrier = carrier.nextDueAt() as Instant | undefined; // of the same form as all instants
    const all = atCarrier === undefined ? due : [...due, atCarrier];
    const ahead = all.filter((at) => at > now);
    // what a release has left behind waits for the pace of a later minute, or for the brake
    if (ahead.length < all.length) ahead.push(addMinutes(now, LEFT_BEHIND_MINUTES));
    const next = ahead.sort()[0];
    return next && wholeMinute(next);
  };

  const stopAt = async (instant: Instant): Promise<Settled> => {
    clock.moveTo(instant);
    await carrier.deliverDue();
    await releaseDue();
    return settle();
  };

  return {
    nextStop,
    stopAt,
    until: async (end, isThere = async () => false) => {
      let settled = await settle();
      while (mayGoOn(settled) && !(await isThere())) {
        const next = await nextStop();
        if (next === undefined || next > end) return stopAt(end);
        settled = await stopAt(next);
      }
      return settled;
    },
  };
};

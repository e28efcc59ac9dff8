import {
  addMinutes,
  epochMilliseconds,
  fromEpochMilliseconds,
  type Instant,
} from '../../functions/domain/time.ts';
import type { Settle, Settled } from './settle.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Deps = {
  readonly clock: VirtualClock;
  readonly settle: Settle;
  readonly releaseDue: () => Promise<void>;
  readonly carrier: {
    readonly nextDueAt: () => string | undefined;
    readonly deliverDue: () => Promise<void>;
  };
};

export type Walk = {
  /** Moves to this instant and carries out what has come due. */
  readonly stopAt: (instant: Instant) => Promise<Settled>;
  /** Stop by stop up to an instant; ends early when `isThere` says so, or something does not settle. */
  readonly until: (end: Instant, isThere?: () => Promise<boolean>) => Promise<Settled>;
};

const MINUTE = 60_000;
/** What a release has left behind waits for the pace of a later minute, or for the brake. */
const LEFT_BEHIND_MINUTES = 5;

/** The schedule runs on whole minutes: what comes due within one is met at its end. */
const wholeMinute = (instant: Instant): Instant =>
  fromEpochMilliseconds(Math.ceil(epochMilliseconds(instant) / MINUTE) * MINUTE);

/** Walks the program's clock from one due instant to the next, as the minutes of weeks would meet them. */
export const createWalk = ({ clock, settle, releaseDue, carrier }: Deps): Walk => {
  /** Where the schedule meets what comes due next; undefined when nothing ever does. */
  const nextStop = (due: readonly Instant[], isLeftBehind: boolean): Instant | undefined => {
    const now = clock.now();
    const atCarrier = carrier.nextDueAt() as Instant | undefined; // of the same form as all instants
    const all = atCarrier === undefined ? due : [...due, atCarrier];
    const ahead = all.filter((at) => at > now);
    if (ahead.length < all.length) ahead.push(addMinutes(now, isLeftBehind ? LEFT_BEHIND_MINUTES : 0));
    const next = ahead.sort()[0];
    return next && wholeMinute(next);
  };

  const moveTo = async (instant: Instant): Promise<void> => {
    clock.moveTo(instant);
    await carrier.deliverDue();
    await releaseDue();
  };

  const stopAt = async (instant: Instant): Promise<Settled> => {
    await moveTo(instant);
    return settle();
  };

  return {
    stopAt,
    until: async (end, isThere = async () => false) => {
      for (let settled = await settle({ rounds: 1 }); ; settled = await settle({ rounds: 1 })) {
        const rest = settled.isSettled ? settled : settled.leftBehind;
        if (!rest) return settled;
        if (await isThere()) return settle({ rounds: 1 }); // on the way one look is enough; this is the second
        const next = nextStop(rest.due, !settled.isSettled);
        if (next === undefined || next > end) return stopAt(end);
        await moveTo(next);
      }
    },
  };
};

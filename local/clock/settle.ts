import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '../../functions/domain/time.ts';
import type { Clock } from '../../functions/ports.ts';
import type { DueAt, ReadDue } from './read-due.ts';

export type Settled =
  | { readonly isSettled: true /** What is due later, earliest first. */; readonly due: readonly Instant[] }
  | {
      readonly isSettled: false;
      readonly unsettled: readonly string[];
      /** Set when nothing is under way: what is past due waits for the next minute's pace, or for the brake. */
      readonly leftBehind?: { readonly due: readonly Instant[] };
    };

/** What settling looks at. */
export type Surroundings = {
  readonly clock: Clock;
  /** Resolves when everything written so far has come out of the relay. */
  readonly passMarker: () => Promise<void>;
  readonly runningFunctions: () => number;
  readonly unfinishedMessages: () => Promise<Readonly<Record<string, number>>>;
  readonly carrierOwes: () => number;
  readonly readDue: ReadDue;
  readonly releaseDue: () => Promise<void>;
};

type SettleOptions = {
  /** How often in a row everything must be at rest. Default: twice. */
  readonly rounds?: number;
  /** Default: 60 seconds. */
  readonly timeLimitMilliseconds?: number;
};
export type Settle = (options?: SettleOptions) => Promise<Settled>;

const TIME_LIMIT_MILLISECONDS = 60_000;
const LOOK_AGAIN_MILLISECONDS = 3;
const ROUNDS = 2;
/** What the release leaves behind twice at the same instant, it leaves behind: the pace is spent, or the brake is on. */
const RELEASES_WITHOUT_EFFECT = 2;

const PAST_DUE = 'something in the due index is past';

const unsettled = (...what: readonly string[]): Settled => ({ isSettled: false, unsettled: what });

/** What is under way right now; empty when nothing is. */
const underWay = async (around: Surroundings): Promise<readonly string[]> => {
  const running = around.runningFunctions();
  const owed = around.carrierOwes();
  const queues = Object.entries(await around.unfinishedMessages()).filter(([, count]) => count > 0);
  return [
    ...(running > 0 ? [`${running} functions are running`] : []),
    ...(owed > 0 ? [`the carrier owes ${owed} requests`] : []),
    ...queues.map(([queue, count]) => `${count} messages in the queue ${queue}`),
  ];
};

const isPastDue = ({ clock }: Surroundings, due: readonly DueAt[]): boolean =>
  due.some(({ at }) => at <= clock.now());

/** Everything that keeps this moment from being settled, without waiting for it. */
export const findUnsettled = async (around: Surroundings): Promise<readonly string[]> => [
  ...(await underWay(around)),
  ...(isPastDue(around, await around.readDue()) ? [PAST_DUE] : []),
];

/**
 * Waits until everything is settled: what was written has come out of the relay, queues are empty with nothing in
 * flight, the carrier owes nothing, nothing in the due index is past; twice running.
 */
export const createSettle = (around: Surroundings): Settle => {
  const calm = async (until: number): Promise<readonly string[]> => {
    for (;;) {
      const busy = await underWay(around);
      if (busy.length === 0 || performance.now() > until) return busy;
      await wait(LOOK_AGAIN_MILLISECONDS);
    }
  };

  const passInTime = async (until: number): Promise<boolean> => {
    const stop = new AbortController();
    const late = wait(Math.max(0, until - performance.now()), 'late', { signal: stop.signal }).catch(
      () => 'stopped',
    );
    const first = await Promise.race([around.passMarker().then(() => 'passed'), late]);
    stop.abort();
    return first === 'passed';
  };

  return async ({ rounds: wanted = ROUNDS, timeLimitMilliseconds = TIME_LIMIT_MILLISECONDS } = {}) => {
    const until = performance.now() + timeLimitMilliseconds;
    let released: string | undefined;
    let withoutEffect = 0;
    for (let rounds = 0; ; ) {
      const busy = await calm(until);
      if (busy.length > 0) return unsettled(...busy);
      if (!(await passInTime(until))) return unsettled('the relay is behind');
      if ((await underWay(around)).length > 0) {
        rounds = 0;
        continue;
      }
      const due = await around.readDue();
      if (!isPastDue(around, due)) {
        rounds += 1;
        if (rounds >= wanted) return { isSettled: true, due: due.map(({ at }) => at) };
        continue;
      }
      rounds = 0;
      withoutEffect = JSON.stringify(due) === released ? withoutEffect + 1 : 0;
      if (withoutEffect === RELEASES_WITHOUT_EFFECT)
        return { isSettled: false, unsettled: [PAST_DUE], leftBehind: { due: due.map(({ at }) => at) } };
      released = JSON.stringify(due);
      await around.releaseDue();
    }
  };
};

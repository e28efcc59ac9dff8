import type { Brake, Clock, Doorbell, DueEntry, DueIndex, Logger, PaceLedger, TextQueue } from '../ports.ts';
import type { DecideAndCommit } from './decide-and-commit.ts';
import { type CarrierRate, createOpenPaceBudget, type PaceBudget } from './pace.ts';
import { createPassOnDue } from './pass-on-due.ts';
import { entryName, type ReleaseCounts, type ReleaseRun, startReleaseRun } from './release-run.ts';
import { createTickDue } from './tick-due.ts';

const PAGE = 100;
const AT_ONCE = 16;
/** No text of ours is longer: so much is kept free for each decision before it is made. */
const SEGMENTS_A_TEXT = 2;

/** How a walk through the index ended: nothing left, the pace used up, or no time left. */
type Ending = 'done' | 'spent' | 'stopped';

export type Released = Readonly<ReleaseCounts> & {
  readonly isBraked: boolean;
  readonly isBudgetSpent: boolean;
  readonly isStopped: boolean;
};

/** `isOver`: the function is about to be ended, so start nothing more. */
export type ReleaseDue = (isOver: () => boolean) => Promise<Released>;

type Deps = {
  readonly due: DueIndex;
  readonly decideAndCommit: DecideAndCommit;
  readonly doorbell: Doorbell;
  readonly textQueue: TextQueue;
  readonly brake: Brake;
  readonly ledger: PaceLedger;
  readonly rate: CarrierRate;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** For what must not wait: pages, follow-ups, texts that nobody has read. */
const UNPACED: PaceBudget = { left: () => Number.POSITIVE_INFINITY, spend: async () => {} };

/**
 * Acts on everything that is due: members are ticked, numbers rung, texts put on their lane again. What must not wait
 * goes first and is never paced; coaching stays within the carrier's rate, and waits while the brake is on.
 */
export const createReleaseDue = (deps: Deps): ReleaseDue => {
  const { due, brake, clock, logger } = deps;
  const openBudget = createOpenPaceBudget(deps);
  const passOn = createPassOnDue(deps);
  const tick = createTickDue(deps);

  const isBrakeOn = async (): Promise<boolean> => {
    try {
      return (await brake.read()).scope !== 'none';
    } catch (error) {
      logger.error('brake_not_read', { error: error instanceof Error ? error : undefined });
      return true; // pages and safety texts go on, coaching waits
    }
  };

  const tickAll = async (
    run: ReleaseRun,
    fresh: readonly DueEntry[],
    budget: PaceBudget,
    isOver: () => boolean,
  ): Promise<Ending> => {
    const members = fresh.flatMap((entry) => (entry.kind === 'member' ? [entry] : []));
    for (let at = 0; at < members.length; ) {
      if (isOver()) return 'stopped';
      const size = Math.min(AT_ONCE, Math.floor(budget.left() / SEGMENTS_A_TEXT));
      if (size < 1) return 'spent';
      const planned = await Promise.all(members.slice(at, at + size).map((entry) => tick(run, entry)));
      const segments = planned.reduce((sum, count) => sum + count, 0);
      run.counts.segments += segments;
      await budget.spend(segments);
      at += size;
    }
    return 'done';
  };

  /** Page after page of what this run has not acted on. What cannot leave the index must not hide what is behind it. */
  const walk = async (
    run: ReleaseRun,
    pace: 'now' | 'paced',
    budget: PaceBudget,
    isOver: () => boolean,
  ): Promise<Ending> => {
    for (;;) {
      const page = await due.list(pace, clock.now(), PAGE + run.acted.size);
      const fresh = page.filter((entry) => !run.acted.has(entryName(entry)));
      if (fresh.length === 0) return 'done';
      await passOn(run, fresh);
      const ending = await tickAll(run, fresh, budget, isOver);
      if (ending !== 'done') return ending;
    }
  };

  return async (isOver) => {
    const run = startReleaseRun(await isBrakeOn());
    let ending = await walk(run, 'now', UNPACED, isOver);
    if (ending === 'done' && !run.isBraked) ending = await walk(run, 'paced', await openBudget(), isOver);
    const { counts, isBraked } = run;
    const released = {
      ...counts,
      isBraked,
      isBudgetSpent: ending === 'spent',
      isStopped: ending === 'stopped',
    };
    logger.info('released', released);
    return released;
  };
};

import type { DueEntry, Logger } from '../ports.ts';
import type { DecideAndCommit } from './decide-and-commit.ts';
import { entryName, type ReleaseRun } from './release-run.ts';

/** A member who is due again and again within one run is a fault of ours, and must not take the run for itself. */
const TICKS_A_RUN = 6;

type MemberEntry = Extract<DueEntry, { kind: 'member' }>;

/** Answers the segments that were planned. */
export type TickDue = (run: ReleaseRun, entry: MemberEntry) => Promise<number>;

type Deps = { readonly decideAndCommit: DecideAndCommit; readonly logger: Logger };

/** Lets one due member be decided on. A failure is logged and counted, and stops nobody else's turn. */
export const createTickDue = ({ decideAndCommit, logger }: Deps): TickDue => {
  return async ({ counts, acted, ticks }, entry) => {
    const { memberId, dueAt } = entry;
    const before = ticks.get(memberId) ?? 0;
    acted.add(entryName(entry));
    if (before >= TICKS_A_RUN) {
      counts.failed += 1;
      logger.error('ticked_too_often', { memberId });
      return 0;
    }
    ticks.set(memberId, before + 1);
    try {
      const decision = await decideAndCommit({ kind: 'member', memberId }, { kind: 'tick' });
      counts.ticked += 1;
      if (decision?.due?.at === dueAt) acted.delete(entryName(entry)); // two things were due in one instant
      if (!decision?.text) return 0;
      counts.texts += 1;
      const { textId, key, segments } = decision.text;
      logger.info('text_planned', { memberId, textId, key });
      return segments;
    } catch (error) {
      counts.failed += 1;
      logger.error('not_ticked', { memberId, error: error instanceof Error ? error : undefined });
      return 0;
    }
  };
};

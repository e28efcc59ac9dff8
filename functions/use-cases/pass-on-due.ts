import type { Doorbell, DueEntry, Logger, TextQueue } from '../ports.ts';
import { entryName, type ReleaseRun } from './release-run.ts';

export type PassOnDue = (run: ReleaseRun, entries: readonly DueEntry[]) => Promise<void>;

type Deps = { readonly doorbell: Doorbell; readonly textQueue: TextQueue; readonly logger: Logger };

/**
 * Rings for texts that nobody has read, and puts texts that are due again on their lane: routine ones only while the
 * brake is off. What cannot be passed on stays due, and the next run passes it on.
 */
export const createPassOnDue = ({ doorbell, textQueue, logger }: Deps): PassOnDue => {
  const carry = async (
    { counts }: ReleaseRun,
    of: 'rung' | 'enqueued',
    count: number,
    send: () => Promise<void>,
  ) => {
    if (count === 0) return;
    try {
      await send();
      counts[of] += count;
    } catch (error) {
      counts.failed += count;
      logger.error('not_passed_on', { count, error: error instanceof Error ? error : undefined });
    }
  };

  return async (run, entries) => {
    for (const entry of entries) if (entry.kind !== 'member') run.acted.add(entryName(entry));
    const rung = new Set(entries.flatMap((entry) => (entry.kind === 'inbound' ? [entry.phoneKey] : [])));
    const rings = [...rung].map((phoneKey) => ({ phoneKey }));
    await carry(run, 'rung', rings.length, () => doorbell.ring(rings));
    for (const lane of ['urgent', 'routine'] as const) {
      if (lane === 'routine' && run.isBraked) continue;
      const textIds = entries.flatMap((entry) =>
        entry.kind === 'text' && entry.lane === lane ? [entry.textId] : [],
      );
      await carry(run, 'enqueued', textIds.length, () => textQueue.enqueue(lane, textIds));
    }
  };
};

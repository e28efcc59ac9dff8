import type { Member } from '../domain/enrollment/member.ts';
import type { PhoneKey, TextId } from '../domain/ids.ts';
import type { OutboundText } from '../domain/texts/outbound-text.ts';
import { addMinutes } from '../domain/time.ts';
import type { Clock, Doorbell, DueIndex, Logger, RecordReader, TextQueue } from '../ports.ts';

const MEMBERS_A_PAGE = 50;
const AT_ONCE = 8;
const ENTRIES = 1000;
/** An unread text stands in the due index a minute after it came. */
const UNREAD_HORIZON_MINUTES = 2;

type Swept = { readonly rung: number; readonly enqueued: number };
export type Sweep = () => Promise<Swept>;

type Deps = {
  readonly due: DueIndex;
  readonly records: RecordReader;
  readonly doorbell: Doorbell;
  readonly textQueue: TextQueue;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Between plan and the carrier's answer, so somebody has to go on with it. A dropped coaching text is not taken up. */
const isUnfinished = ({ status, kind }: OutboundText): boolean =>
  status === 'planned' || status === 'claimed' || (status === 'unknown' && kind === 'safety');

/**
 * Rings and enqueues again whatever is undecided or unsent, for when queues were lost: after a restore, or a local
 * start with kept data. Everything downstream takes a repeat without harm.
 */
export const createSweep = ({ due, records, doorbell, textQueue, clock, logger }: Deps): Sweep => {
  const unreadNumbers = async (): Promise<readonly PhoneKey[]> => {
    const until = addMinutes(clock.now(), UNREAD_HORIZON_MINUTES);
    for (let limit = ENTRIES; ; limit *= 2) {
      const entries = await due.list('now', until, limit);
      if (entries.length < limit)
        return entries.flatMap((entry) => (entry.kind === 'inbound' ? [entry.phoneKey] : []));
    }
  };

  const sweepMember = async ({ memberId }: Member): Promise<number> => {
    const record = await records.find(memberId);
    const unfinished = (record?.outbound ?? []).filter(isUnfinished);
    for (const lane of ['urgent', 'routine'] as const) {
      const textIds: readonly TextId[] = unfinished
        .filter((text) => text.lane === lane)
        .map((text) => text.textId);
      if (textIds.length > 0) await textQueue.enqueue(lane, textIds);
    }
    return unfinished.length;
  };

  const sweepMembers = async (): Promise<number> => {
    let enqueued = 0;
    let after: string | undefined;
    do {
      const page = await records.listMembers(MEMBERS_A_PAGE, after);
      for (let at = 0; at < page.items.length; at += AT_ONCE) {
        const counts = await Promise.all(page.items.slice(at, at + AT_ONCE).map(sweepMember));
        enqueued += counts.reduce((sum, count) => sum + count, 0);
      }
      after = page.next;
    } while (after !== undefined);
    return enqueued;
  };

  return async () => {
    const rings = [...new Set(await unreadNumbers())].map((phoneKey) => ({ phoneKey }));
    if (rings.length > 0) await doorbell.ring(rings);
    const swept = { rung: rings.length, enqueued: await sweepMembers() };
    logger.info('swept', swept);
    return swept;
  };
};

import type { OutboundText } from '../domain/texts/outbound-text.ts';
import type { Change, Doorbell, EventPublisher, Logger, Ring, TextQueue } from '../ports.ts';

/** A change with the name of the stream record that brought it. */
export type RelayRecord = { readonly recordId: string; readonly change: Change };

/** Answers the ids of the records that were not carried on; the stream brings those again. */
export type RelayChanges = (records: readonly RelayRecord[]) => Promise<readonly string[]>;

type Deps = {
  readonly doorbell: Doorbell;
  readonly textQueue: TextQueue;
  readonly publisher: EventPublisher;
  readonly logger: Logger;
};

type Delivery = { readonly to: string; readonly recordIds: string[]; readonly carry: () => Promise<void> };

/** Rings for one number become one, unless they name different texts: each text's news is read by itself. */
const collapse = (rings: readonly Ring[]): readonly Ring[] => {
  const withText = new Map(rings.flatMap((ring) => (ring.textId ? [[ring.textId, ring] as const] : [])));
  const rung = new Set([...withText.values()].map((ring) => ring.phoneKey));
  const plain = new Map(rings.map((ring) => [ring.phoneKey, { phoneKey: ring.phoneKey }] as const));
  return [...withText.values(), ...[...plain.values()].filter((ring) => !rung.has(ring.phoneKey))];
};

const ringOf = (change: Change): Ring | undefined => {
  if (change.kind === 'inbound') return { phoneKey: change.phoneKey };
  if (change.kind !== 'text' || change.status === 'planned') return undefined;
  return { phoneKey: change.phoneKey, textId: change.textId };
};

/**
 * Carries on what writes left in the table: undecided texts and final statuses ring the number's doorbell, planned
 * texts go to their lane, events to the bus. Each way fails by itself, so a full bus holds up no safety text.
 */
export const createRelayChanges = ({ doorbell, textQueue, publisher, logger }: Deps): RelayChanges => {
  const toDoorbell = (records: readonly RelayRecord[]): Delivery => {
    const ringing = records.flatMap(({ recordId, change }) => {
      const ring = ringOf(change);
      return ring ? [{ recordId, ring }] : [];
    });
    const rings = collapse(ringing.map(({ ring }) => ring));
    const recordIds = ringing.map(({ recordId }) => recordId);
    return { to: 'doorbell', recordIds, carry: () => doorbell.ring(rings) };
  };

  const toLane = (records: readonly RelayRecord[], lane: OutboundText['lane']): Delivery => {
    const planned = records.flatMap(({ recordId, change }) =>
      change.kind === 'text' && change.status === 'planned' && change.lane === lane
        ? [{ recordId, textId: change.textId }]
        : [],
    );
    const textIds = [...new Set(planned.map(({ textId }) => textId))];
    const recordIds = planned.map(({ recordId }) => recordId);
    return { to: lane, recordIds, carry: () => textQueue.enqueue(lane, textIds) };
  };

  const toBus = (records: readonly RelayRecord[]): Delivery => {
    const happened = records.flatMap(({ recordId, change }) =>
      change.kind === 'event' ? [{ recordId, event: change.event }] : [],
    );
    const recordIds = happened.map(({ recordId }) => recordId);
    return { to: 'bus', recordIds, carry: () => publisher.publish(happened.map(({ event }) => event)) };
  };

  const carry = async (delivery: Delivery): Promise<readonly string[]> => {
    if (delivery.recordIds.length === 0) return [];
    try {
      await delivery.carry();
      return [];
    } catch (error) {
      const fault = error instanceof Error ? error : undefined;
      logger.error('not_relayed', { to: delivery.to, records: delivery.recordIds.length, error: fault });
      return delivery.recordIds;
    }
  };

  return async (records) => {
    const deliveries = [
      toDoorbell(records),
      toLane(records, 'urgent'),
      toLane(records, 'routine'),
      toBus(records),
    ];
    const failed = (await Promise.all(deliveries.map(carry))).flat();
    logger.info('relayed', { records: records.length, failed: failed.length });
    return failed;
  };
};

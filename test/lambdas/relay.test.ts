import { describe, expect, it } from 'vitest';
import { readStreamImage } from '../../functions/adapters/dynamodb/stream-image.ts';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createRelayHandler } from '../../functions/lambdas/relay.ts';
import type { RelayRecord } from '../../functions/use-cases/relay-changes.ts';
import { recordedStream } from '../fixtures/events.ts';
import { anOutboundText, aPerson } from '../fixtures/members.ts';

const setUp = (failed: readonly string[] = []) => {
  const relayed: RelayRecord[] = [];
  const logger = createMemoryLogger();
  const handler = createRelayHandler({
    relayChanges: async (records) => {
      relayed.push(...records);
      return failed;
    },
    readStreamImage,
    logger,
  });
  return { relayed, logger, handler };
};

const id = (n: number) => `11100000000000000000000${n}`;

describe('the relay', () => {
  it('carries on what is marked for it, and nothing else', async () => {
    const { handler, relayed } = setUp();
    expect(await handler(recordedStream())).toEqual({ batchItemFailures: [] });
    const { phoneKey } = aPerson(0);
    expect(relayed).toMatchObject([
      { recordId: id(1), change: { kind: 'inbound', phoneKey } },
      {
        recordId: id(2),
        change: {
          kind: 'text',
          textId: anOutboundText().textId,
          lane: 'routine',
          status: 'planned',
          phoneKey,
        },
      },
      {
        recordId: id(3),
        change: {
          kind: 'event',
          event: { type: 'StaffPaged.v1', detail: { rung: 0, rings: true, flags: ['numbness'] } },
        },
      },
    ]);
    expect(JSON.stringify(relayed)).not.toMatch(/5550100|thighs|walk/);
  });

  it('reports by sequence number what was not carried on', async () => {
    const { handler } = setUp([id(3)]);
    expect(await handler(recordedStream())).toEqual({ batchItemFailures: [{ itemIdentifier: id(3) }] });
  });

  it('fails a record that it cannot read, and carries on the others', async () => {
    const { handler, relayed, logger } = setUp();
    const event = recordedStream();
    const image = event.Records[2]?.dynamodb?.NewImage;
    if (image) image.type = { S: 'cant feel my inner thighs' };
    expect(await handler(event)).toEqual({ batchItemFailures: [{ itemIdentifier: id(3) }] });
    expect(relayed).toHaveLength(2);
    expect(logger.lines).toMatchObject([{ level: 'error', outcome: 'change_unreadable' }]);
  });

  it('has nothing to do for a batch without news', async () => {
    const { handler, relayed } = setUp();
    const { Records } = recordedStream();
    expect(await handler({ Records: Records.slice(3) })).toEqual({ batchItemFailures: [] });
    expect(relayed).toEqual([]);
  });
});

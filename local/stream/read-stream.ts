import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import { z } from 'zod';
import type { KeptValue } from '../kept-value.ts';

/** The last record of each shard that has been carried on. */
export const checkpointSchema = z
  .object({ streamArn: z.string(), shards: z.record(z.string(), z.string()) })
  .readonly();
export type Checkpoint = z.infer<typeof checkpointSchema>;

export type StreamReader = {
  /** What has been written since the last call, in the order of the stream; empty when nothing has. */
  readonly read: () => Promise<readonly StreamRecord[]>;
  /** What was read so far is carried on: after a restart reading goes on behind it. */
  readonly keep: () => void;
};

type Options = {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly kept: KeptValue<Checkpoint>;
};

type OpenShard = { iterator: string | undefined; lastSequence: string | undefined };

const NEW_SHARDS_MILLISECONDS = 10_000;

/** Reads a table's stream shard by shard, parents before children, from where the last run was. */
export const createStreamReader = ({ client, streamArn, kept }: Options): StreamReader => {
  const before = kept.read();
  const done = new Map(Object.entries(before?.streamArn === streamArn ? before.shards : {}));
  const shards = new Map<string, OpenShard>();
  let listedAt = Number.NEGATIVE_INFINITY;

  const iteratorOf = async (shardId: string): Promise<string | undefined> => {
    const start = { StreamArn: streamArn, ShardId: shardId };
    const last = done.get(shardId);
    const whole = new GetShardIteratorCommand({ ...start, ShardIteratorType: 'TRIM_HORIZON' });
    if (last === undefined) return (await client.send(whole)).ShardIterator;
    const after = new GetShardIteratorCommand({
      ...start,
      ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber: last,
    });
    try {
      return (await client.send(after)).ShardIterator;
    } catch {
      return (await client.send(whole)).ShardIterator; // older than a day and trimmed: repeats do no harm
    }
  };

  const list = async (): Promise<readonly Shard[]> => {
    const found: Shard[] = [];
    let from: string | undefined;
    do {
      const page = await client.send(
        new DescribeStreamCommand({ StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) }),
      );
      found.push(...(page.StreamDescription?.Shards ?? []));
      from = page.StreamDescription?.LastEvaluatedShardId;
    } while (from !== undefined);
    return found;
  };

  const isOpen = (shardId: string | undefined): boolean =>
    shardId !== undefined && shards.get(shardId)?.iterator !== undefined;

  const openNew = async (): Promise<void> => {
    if (performance.now() - listedAt < NEW_SHARDS_MILLISECONDS) return;
    const listed = await list();
    listedAt = performance.now();
    for (const { ShardId: id, ParentShardId: parent } of listed)
      if (id !== undefined && !shards.has(id) && !isOpen(parent))
        shards.set(id, { iterator: await iteratorOf(id), lastSequence: done.get(id) });
  };

  const readShard = async (shard: OpenShard): Promise<readonly StreamRecord[]> => {
    if (shard.iterator === undefined) return [];
    try {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: shard.iterator }));
      shard.iterator = page.NextShardIterator;
      if (shard.iterator === undefined) listedAt = Number.NEGATIVE_INFINITY; // its children come next
      const records = page.Records ?? [];
      shard.lastSequence = records.at(-1)?.dynamodb?.SequenceNumber ?? shard.lastSequence;
      return records;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ExpiredIteratorException') throw error;
      for (const [id, each] of shards) if (each === shard) shards.delete(id);
      listedAt = Number.NEGATIVE_INFINITY; // opened again behind what was carried on
      return [];
    }
  };

  return {
    read: async () => {
      await openNew();
      const records: StreamRecord[] = [];
      for (const shard of [...shards.values()]) records.push(...(await readShard(shard)));
      return records;
    },
    keep: () => {
      for (const [id, { lastSequence }] of shards) if (lastSequence !== undefined) done.set(id, lastSequence);
      kept.write({ streamArn, shards: Object.fromEntries(done) });
    },
  };
};

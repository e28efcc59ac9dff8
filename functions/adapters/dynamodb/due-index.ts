import { z } from 'zod';
import { outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import { type Instant, instantSchema } from '../../domain/time.ts';
import type { DueEntry, DueIndex } from '../../ports.ts';
import type { DynamoTable } from './client.ts';
import { CorruptItemError } from './corrupt-item-error.ts';
import { readItem } from './items.ts';
import { dueShardsOf, readKey } from './keys.ts';
import { queryAll } from './query-all.ts';

const dueItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  dueAt: instantSchema,
  lane: outboundTextSchema.unwrap().shape.lane.optional(),
});

const readEntry = (item: Record<string, unknown>): DueEntry => {
  const { dueAt, lane = 'urgent', ...key } = readItem(dueItemSchema, item);
  const about = readKey(key);
  if (!about || about.kind === 'event') throw new CorruptItemError(key, []);
  return about.kind === 'text' ? { ...about, lane, dueAt } : { ...about, dueAt };
};

const byDueAt = (a: DueEntry, b: DueEntry): number => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0);

/** All shards are asked at once; one that fails fails the whole list, for a shard that is not read looks like an empty one. */
export const createDynamoDueIndex = (table: DynamoTable): DueIndex => {
  const queryShard = async (shard: string, limit: number, until?: Instant): Promise<readonly DueEntry[]> => {
    const items = await queryAll(
      table,
      {
        IndexName: 'due',
        KeyConditionExpression: until ? 'dueShard = :shard AND dueAt <= :until' : 'dueShard = :shard',
        ExpressionAttributeValues: { ':shard': shard, ...(until && { ':until': until }) },
      },
      limit,
    );
    return items.map(readEntry);
  };

  return {
    list: async (pace, now, limit) => {
      const shards = await Promise.all(dueShardsOf(pace).map((shard) => queryShard(shard, limit, now)));
      return shards.flat().sort(byDueAt).slice(0, limit);
    },
    earliest: async () => {
      const shards = [...dueShardsOf('now'), ...dueShardsOf('paced')];
      const first = await Promise.all(shards.map((shard) => queryShard(shard, 1)));
      return first
        .flat()
        .map(({ dueAt }) => dueAt)
        .sort()[0];
    },
  };
};

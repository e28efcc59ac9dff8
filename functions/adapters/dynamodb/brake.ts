import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { epochMilliseconds, type Instant, instantSchema } from '../../domain/time.ts';
import type { Brake, Clock } from '../../ports.ts';
import type { DynamoTable } from './client.ts';
import { readItem } from './items.ts';
import { BRAKE_KEY } from './keys.ts';

const CACHE_MILLISECONDS = 10_000;

const brakeOrderSchema = z
  .object({
    scope: z.enum(['none', 'routine', 'all']),
    reason: z.string(),
    by: z.string(),
    at: instantSchema,
    /** From then on the order is void. */
    until: instantSchema.optional(),
  })
  .readonly();
type BrakeOrder = z.infer<typeof brakeOrderSchema>;

export type DynamoBrake = Brake & { readonly set: (order: Omit<BrakeOrder, 'at'>) => Promise<void> };

type BrakeDeps = DynamoTable & { readonly clock: Clock };

/** The brake as one item, read at most every 10 seconds of the clock that is given. */
export const createDynamoBrake = ({ client, tableName: TableName, clock }: BrakeDeps): DynamoBrake => {
  let cached: { readonly order: BrakeOrder | undefined; readonly readAt: Instant } | undefined;

  const fetch = async (now: Instant): Promise<BrakeOrder | undefined> => {
    const age = cached && epochMilliseconds(now) - epochMilliseconds(cached.readAt);
    if (cached && age !== undefined && age >= 0 && age < CACHE_MILLISECONDS) return cached.order;
    const get = new GetCommand({ TableName, Key: { ...BRAKE_KEY }, ConsistentRead: true });
    const { Item } = await client.send(get);
    cached = { order: Item && readItem(brakeOrderSchema, Item), readAt: now };
    return cached.order;
  };

  return {
    read: async () => {
      const now = clock.now();
      const order = await fetch(now);
      const isVoid = !order || (order.until !== undefined && order.until <= now);
      return { scope: isVoid ? 'none' : order.scope };
    },
    set: async (order) => {
      const Item = { ...BRAKE_KEY, ...brakeOrderSchema.parse({ ...order, at: clock.now() }) };
      await client.send(new PutCommand({ TableName, Item }));
      cached = undefined;
    },
  };
};

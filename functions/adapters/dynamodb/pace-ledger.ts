import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { PaceLedger } from '../../ports.ts';
import type { DynamoTable } from './client.ts';
import { readItem } from './items.ts';
import { paceKey } from './keys.ts';

const paceItemSchema = z.object({ segments: z.number().int() });

export const createDynamoPaceLedger = ({ client, tableName: TableName }: DynamoTable): PaceLedger => ({
  spent: async (day) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: { ...paceKey(day) }, ConsistentRead: true }),
    );
    return Item ? readItem(paceItemSchema, Item).segments : 0;
  },
  add: async (day, segments) => {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { ...paceKey(day) },
        UpdateExpression: 'ADD #segments :segments', // a word that the expression language keeps for itself
        ExpressionAttributeNames: { '#segments': 'segments' },
        ExpressionAttributeValues: { ':segments': segments },
      }),
    );
  },
});

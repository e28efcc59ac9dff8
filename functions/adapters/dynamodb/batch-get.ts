import { setTimeout as wait } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { DynamoTable } from './client.ts';
import type { Key } from './keys.ts';

const MOST_KEYS = 100;
const WAIT_MILLISECONDS = 50;

/** Strongly reads items by key, in the order of the keys; what is gone is left out. */
export const batchGet = async (
  { client, tableName }: DynamoTable,
  keys: readonly Key[],
): Promise<readonly Record<string, unknown>[]> => {
  const found = new Map<string, Record<string, unknown>>();
  for (let from = 0; from < keys.length; from += MOST_KEYS) {
    const Keys = keys.slice(from, from + MOST_KEYS).map(({ pk, sk }) => ({ pk, sk }));
    let request: BatchGetCommandInput['RequestItems'] = { [tableName]: { Keys, ConsistentRead: true } };
    while (request && Object.keys(request).length > 0) {
      const answer: BatchGetCommandOutput = await client.send(new BatchGetCommand({ RequestItems: request }));
      for (const item of answer.Responses?.[tableName] ?? []) found.set(`${item.pk} ${item.sk}`, item);
      request = answer.UnprocessedKeys;
      if (request && Object.keys(request).length > 0) await wait(WAIT_MILLISECONDS); // throttled
    }
  }
  return keys.flatMap(({ pk, sk }) => {
    const item = found.get(`${pk} ${sk}`);
    return item ? [item] : [];
  });
};

import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { DynamoTable } from './client.ts';

/** Every item of a query, page after page, or the first `limit` of them. */
export const queryAll = async (
  { client, tableName }: DynamoTable,
  input: Omit<QueryCommandInput, 'TableName' | 'Limit' | 'ExclusiveStartKey'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let startKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        ...input,
        TableName: tableName,
        ...(Number.isFinite(limit) && { Limit: limit - items.length }),
        ...(startKey && { ExclusiveStartKey: startKey }),
      }),
    );
    items.push(...(page.Items ?? []));
    startKey = page.LastEvaluatedKey;
  } while (startKey && items.length < limit);
  return items;
};

/** A strong query of one partition, or of the part of it whose sort key begins with `prefix`. */
export const partition = (pk: string, prefix?: string): Omit<QueryCommandInput, 'TableName'> => ({
  ConsistentRead: true,
  KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
  ExpressionAttributeValues: { ':pk': pk, ...(prefix && { ':prefix': prefix }) },
});

import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { type Member, memberSchema } from '../../domain/enrollment/member.ts';
import { memberIdSchema } from '../../domain/ids.ts';
import { instantSchema } from '../../domain/time.ts';
import type { Page } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import type { DynamoTable } from './client.ts';
import { readItem } from './items.ts';
import { memberKey, ROSTER_SHARD } from './keys.ts';

const rosterItemSchema = z.object({ pk: z.string(), sk: z.string(), createdAt: instantSchema });
const cursorSchema = z.tuple([instantSchema, memberIdSchema]);

/** Where a page ends: when the last of it was created, and who that is. */
const cursorOf = ({ createdAt, memberId }: Member): string => `${createdAt}~${memberId}`;

const startKeyOf = (cursor: string) => {
  const [createdAt, memberId] = cursorSchema.parse(cursor.split('~'));
  return { ...memberKey(memberId), rosterShard: ROSTER_SHARD, createdAt };
};

/** One page of everybody, newest first. The index tells who, the table tells how they stand. */
export const listRoster = async (
  table: DynamoTable,
  limit: number,
  after?: string,
): Promise<Page<Member>> => {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.tableName,
      IndexName: 'roster',
      KeyConditionExpression: 'rosterShard = :shard',
      ExpressionAttributeValues: { ':shard': ROSTER_SHARD },
      ScanIndexForward: false,
      Limit: limit + 1, // one more than is shown tells whether there is a next page
      ...(after !== undefined && { ExclusiveStartKey: startKeyOf(after) }),
    }),
  );
  const entries = (page.Items ?? []).map((item) => readItem(rosterItemSchema, item));
  const members = (await batchGet(table, entries.slice(0, limit))).map((item) =>
    readItem(memberSchema, item),
  );
  const last = members.at(-1);
  return { items: members, next: last && entries.length > limit ? cursorOf(last) : undefined };
};

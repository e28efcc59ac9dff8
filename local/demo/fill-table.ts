import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as items from '../../functions/adapters/dynamodb/items.ts';
import type { MemoryTable } from '../../functions/adapters/memory/table.ts';
import { TABLE_NAME } from '../settings.ts';

const BATCH = 25;
const AT_ONCE = 4;

/** Everything of one member as the table holds it. It has all happened: nothing of it is to be carried on. */
const itemsOf = (table: MemoryTable): readonly items.Item[] =>
  [
    ...[...table.members.values()].flatMap(({ member, due }) => [
      items.memberItem(member, due),
      items.phoneItem(member.phoneKey, member),
    ]),
    ...[...table.texts.values()].map(({ text }) => items.textItem(text)),
    ...[...table.inbox.values()].map(items.inboundItem),
    ...[...table.escalations.values()].map(items.escalationItem),
    ...[...table.events.values()].map(items.eventItem),
    ...[...table.consents.values()].map(items.consentItem),
  ].map(({ relay: _, ...item }) => item as items.Item); // its keys are still there

type Requests = NonNullable<BatchWriteCommandInput['RequestItems']>;

/** Writes what was lived in memory to the table, in large batches. */
export const fillTable = async (
  client: DynamoDBDocumentClient,
  tables: readonly MemoryTable[],
  onPart: (done: number) => void,
): Promise<void> => {
  const all = tables.flatMap(itemsOf);
  const batches: (readonly items.Item[])[] = [];
  for (let at = 0; at < all.length; at += BATCH) batches.push(all.slice(at, at + BATCH));
  let written = 0;

  const write = async (batch: readonly items.Item[]): Promise<void> => {
    let left: Requests = { [TABLE_NAME]: batch.map((Item) => ({ PutRequest: { Item } })) };
    while (Object.keys(left).length > 0) {
      const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: left }));
      left = UnprocessedItems;
    }
    written += batch.length;
    onPart(written / all.length);
  };

  const work = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await write(batch);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** Whether anybody is in the table already: then it is not filled again. */
export const hasMembers = async (client: DynamoDBClient): Promise<boolean> => {
  const { Count = 0 } = await client.send(new ScanCommand({ TableName: TABLE_NAME, Limit: 1 }));
  return Count > 0;
};

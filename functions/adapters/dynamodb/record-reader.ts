import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { z } from 'zod';
import { consentEntrySchema, domainEventSchema } from '../../domain/decision.ts';
import { type Member, memberSchema } from '../../domain/enrollment/member.ts';
import { type Escalation, escalationSchema } from '../../domain/escalation/escalation.ts';
import { type InboundText, inboundTextSchema } from '../../domain/texts/inbound-text.ts';
import { outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import type { MemberRecord, RecordReader } from '../../ports.ts';
import { batchGet } from './batch-get.ts';
import type { DynamoTable } from './client.ts';
import { eventItem, readItem } from './items.ts';
import {
  ESCALATION_SHARD,
  escalationKey,
  escalationRankOf,
  inboxPartition,
  memberPartition,
  SK,
} from './keys.ts';
import { partition, queryAll } from './query-all.ts';
import { listRoster } from './roster.ts';

const by =
  <Item>(keyOf: (item: Item) => string) =>
  (a: Item, b: Item): number => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
  };

export const createDynamoRecordReader = (table: DynamoTable): RecordReader => {
  const { client, tableName: TableName } = table;

  /** The inbox belongs to the number: what was decided for somebody who had it before stays with them. */
  const listInbound = async ({ memberId, phoneKey }: Member): Promise<readonly InboundText[]> =>
    (await queryAll(table, partition(inboxPartition(phoneKey))))
      .map((item) => readItem(inboundTextSchema, item))
      .filter((text) => text.memberId === memberId || text.status === 'undecided')
      .sort(by((text) => `${text.receivedAt}~${text.sid}`));

  return {
    find: async (memberId) => {
      const items = await queryAll(table, partition(memberPartition(memberId)));
      const memberOnly = items.find(({ sk }) => sk === SK.member);
      if (!memberOnly) return undefined;
      const member = readItem(memberSchema, memberOnly);
      return { member, ...entriesOf(items), inbound: await listInbound(member) };
    },
    listMembers: (limit, after) => listRoster(table, limit, after),
    listOpenEscalations: async () => {
      const entries = await queryAll(table, {
        IndexName: 'escalations',
        KeyConditionExpression: 'escalationShard = :shard',
        ExpressionAttributeValues: { ':shard': ESCALATION_SHARD },
      });
      const keys = entries.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      return (await batchGet(table, keys))
        .map((item) => readItem(escalationSchema, item))
        .filter(({ status }: Escalation) => status !== 'closed') // the index may lag behind
        .sort(by(escalationRankOf));
    },
    findEscalation: async (escalationId) => {
      const Key = escalationKey(escalationId);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && readItem(escalationSchema, Item);
    },
    noteView: async (event) => {
      await client.send(new PutCommand({ TableName, Item: eventItem(event) }));
    },
  };
};

/** Sorts one partition into its kinds. All but escalations are in the order of time already: it is in their key. */
const entriesOf = (items: readonly Record<string, unknown>[]): Omit<MemberRecord, 'member' | 'inbound'> => {
  const read = <Schema extends z.ZodType>(prefix: string, schema: Schema) =>
    items.filter(({ sk }) => String(sk).startsWith(prefix)).map((item) => readItem(schema, item));
  return {
    escalations: read(SK.escalation, escalationSchema).sort(by((escalation) => escalation.openedAt)),
    outbound: read(SK.text, outboundTextSchema),
    events: read(SK.event, domainEventSchema),
    consents: read(SK.consent, consentEntrySchema),
  };
};

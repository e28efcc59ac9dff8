import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type InboundText, inboundTextSchema } from '../../domain/texts/inbound-text.ts';
import type { InboxRepository } from '../../ports.ts';
import { applies } from './applies.ts';
import type { DynamoTable } from './client.ts';
import { inboundItem, readItem } from './items.ts';
import { inboundKey, inboxPartition } from './keys.ts';
import { partition, queryAll } from './query-all.ts';
import { updateExpressions } from './update.ts';

export const createDynamoInboxRepository = (table: DynamoTable): InboxRepository => {
  const { client, tableName: TableName } = table;
  return {
    store: async (text) => {
      const put = new PutCommand({
        TableName,
        Item: inboundItem(text),
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      return (await applies(() => client.send(put))) ? 'stored' : 'duplicate';
    },
    listUndecided: async (phoneKey) => {
      const query = partition(inboxPartition(phoneKey));
      const items = await queryAll(table, {
        ...query,
        FilterExpression: '#status = :undecided',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':undecided': 'undecided' },
      });
      return items.map((item) => readItem(inboundTextSchema, item)).sort(byArrival);
    },
    noteFailure: async (phoneKey, sid) => {
      const Key = inboundKey(phoneKey, sid);
      const count = new UpdateCommand({
        TableName,
        Key,
        ...updateExpressions({ add: { failures: 1 }, remove: ['relay'], when: { status: ['undecided'] } }),
      });
      await applies(() => client.send(count));
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item ? readItem(inboundTextSchema, Item).failures : 0;
    },
  };
};

const byArrival = (a: InboundText, b: InboundText): number =>
  `${a.receivedAt}~${a.sid}` < `${b.receivedAt}~${b.sid}` ? -1 : 1;

import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { TABLE_DEFINITION } from '../../functions/adapters/dynamodb/table-definition.ts';
import { type Instant, instantSchema } from '../../functions/domain/time.ts';

export type DueAt = { readonly at: Instant; readonly isText: boolean };
export type ReadDue = () => Promise<readonly DueAt[]>;

const [DUE] = TABLE_DEFINITION.indexes;

/** Everything in the due index, earliest first: one scan, for a table on one machine is small and its shards are many. */
export const createReadDue =
  (client: DynamoDBClient, tableName: string): ReadDue =>
  async () => {
    const found: DueAt[] = [];
    const pages = paginateScan({ client }, { TableName: tableName, IndexName: DUE.name });
    for await (const { Items = [] } of pages)
      for (const { dueAt, sk } of Items)
        found.push({ at: instantSchema.parse(dueAt?.S), isText: sk?.S?.startsWith('TEXT#') === true });
    return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  };

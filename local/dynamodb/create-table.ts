import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { TABLE_DEFINITION } from '../../functions/adapters/dynamodb/table-definition.ts';

const keySchema = (partitionKey: string, sortKey: string): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const description = (TableName: string): CreateTableCommandInput => {
  const { partitionKey, sortKey, stream, indexes } = TABLE_DEFINITION;
  const keys = new Set([
    partitionKey,
    sortKey,
    ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ]);
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: [...keys].map(
      (AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: 'S' }),
    ),
    StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index.partitionKey, index.sortKey),
      Projection:
        index.includes.length > 0
          ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.includes] }
          : { ProjectionType: 'KEYS_ONLY' },
    })),
  };
};

/** Makes the program's table; one that is there already is kept with all that is in it. */
export const createTable = async (
  client: Pick<DynamoDBClient, 'send'>,
  tableName: string,
): Promise<'made' | 'kept'> => {
  try {
    await client.send(new CreateTableCommand(description(tableName)));
    return 'made';
  } catch (error) {
    if (error instanceof ResourceInUseException) return 'kept';
    throw error;
  }
};

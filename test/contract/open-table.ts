import { randomUUID } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { createDynamoClient } from '../../functions/adapters/dynamodb/client.ts';
import { createTable } from '../../local/dynamodb/create-table.ts';

export type OpenTable = {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly close: () => Promise<void>;
};

/** A client of the DynamoDB Local at `endpoint`, with the credentials that it never checks. */
export const createLocalClient = (endpoint: string): DynamoDBDocumentClient =>
  createDynamoClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** A table of its own, dropped by `close`. */
export const openTable = async (): Promise<OpenTable> => {
  const client = createLocalClient(inject('dynamoDbEndpoint'));
  const tableName = `test-${randomUUID()}`;
  await createTable(client, tableName);
  return {
    client,
    tableName,
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: tableName }));
      client.destroy();
    },
  };
};

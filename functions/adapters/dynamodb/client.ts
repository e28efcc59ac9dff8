import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What every repository of this folder is built on. */
export type DynamoTable = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** The SDK finds endpoint, region and credentials in its own environment variables; `config` is for tests. */
export const createDynamoClient = (config: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });

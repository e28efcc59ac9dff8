import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../local/dynamodb/start-dynamodb-local.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

/** One DynamoDB Local for all tests that need services. When it cannot start, they fail. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dynamoDb = await startDynamoDbLocal();
  project.provide('dynamoDbEndpoint', dynamoDb.endpoint);
  return dynamoDb.close;
};

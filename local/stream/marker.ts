import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

/** An item that nobody carries on: when it comes out of the stream, everything written before it has come out too. */
const MARKER_KEY = { pk: 'LOCAL', sk: 'MARKER' };

export type Markers = {
  /** Writes a marker; resolves when the relay has passed it. */
  readonly pass: () => Promise<void>;
  /** To be told of every record that the relay has carried on. */
  readonly notice: (record: DynamoDBRecord) => void;
};

/** `kick`: makes the relay look at once. */
export const createMarkers = (client: DynamoDBClient, tableName: string, kick: () => void): Markers => {
  const waiting = new Map<string, () => void>();
  return {
    pass: async () => {
      const marker = randomUUID();
      const passed = new Promise<void>((resolve) => waiting.set(marker, resolve));
      const { pk, sk } = MARKER_KEY;
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: { pk: { S: pk }, sk: { S: sk }, marker: { S: marker } },
        }),
      );
      kick();
      await passed;
    },
    notice: ({ dynamodb }) => {
      const marker = dynamodb?.NewImage?.marker?.S;
      if (marker === undefined) return;
      waiting.get(marker)?.();
      waiting.delete(marker);
    },
  };
};

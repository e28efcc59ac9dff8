import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Change, Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { RelayChanges, RelayRecord } from '../use-cases/relay-changes.ts';
import { lazyHandler } from './lazy-handler.ts';

type Deps = {
  readonly relayChanges: RelayChanges;
  /** Throws for an item that is not what its key says. */
  readonly readStreamImage: (image: Readonly<Record<string, unknown>>) => Change | undefined;
  readonly logger: Logger;
};

/**
 * Takes what the table's stream brings. The whole batch at once, so that a flood of one number becomes one ring; a
 * record that cannot be read fails by itself.
 */
export const createRelayHandler = ({ relayChanges, readStreamImage, logger }: Deps) => {
  const read = ({ dynamodb }: DynamoDBRecord): RelayRecord | 'nothing' | { readonly failed: string } => {
    const recordId = dynamodb?.SequenceNumber ?? '';
    try {
      const change = dynamodb?.NewImage && readStreamImage(dynamodb.NewImage);
      return change ? { recordId, change } : 'nothing';
    } catch (error) {
      logger.error('change_unreadable', { recordId, error: error instanceof Error ? error : undefined });
      return { failed: recordId };
    }
  };

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const readings = Records.map(read).filter((reading) => reading !== 'nothing');
    const unreadable = readings.flatMap((reading) => ('failed' in reading ? [reading.failed] : []));
    const records = readings.flatMap((reading) => ('change' in reading ? [reading] : []));
    const failed = records.length > 0 ? await relayChanges(records) : [];
    return { batchItemFailures: [...unreadable, ...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

export const handler = lazyHandler(async () => createRelayHandler(await container().relay()));

import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, SQSEvent } from 'aws-lambda';
import type { Logger } from '../../functions/ports.ts';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import type { Closing } from '../closing.ts';
import type { KeptValue } from '../kept-value.ts';
import { pollQueue } from '../queues/poll-queue.ts';
import type { Queues } from '../queues/start-queues.ts';
import { type Checkpoint, createStreamReader } from '../stream/read-stream.ts';
import { createRunMapping } from '../stream/run-mapping.ts';
import { runStream, type StreamRun } from '../stream/run-stream.ts';
import type { Invoke } from './invoke.ts';

type Options = {
  readonly invoke: Invoke['call'];
  readonly logger: Logger;
  readonly closing: Closing;
};

const asError = (thrown: unknown): Error | undefined => (thrown instanceof Error ? thrown : undefined);

type QueueOptions = Options & { readonly queues: Queues; readonly onMessages: (event: SQSEvent) => void };

/** Feeds every function of the list that a queue triggers. */
export const startPollers = ({ invoke, logger, closing, queues, onMessages }: QueueOptions): void => {
  for (const { name, triggers } of FUNCTIONS)
    for (const trigger of triggers) {
      if (trigger.kind !== 'queue') continue;
      const poller = pollQueue({
        client: queues.client,
        url: queues.url(trigger.queue),
        batchSize: trigger.batchSize,
        maxConcurrency: trigger.maxConcurrency,
        handle: (event) => {
          onMessages(event);
          return invoke(name, event);
        },
        onFailure: (error) => logger.error('batch_failed', { function: name, error: asError(error) }),
      });
      closing.add(poller.close);
    }
};

type StreamOptions = Options & {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly checkpoint: KeptValue<Checkpoint>;
  readonly onPassed: (record: DynamoDBRecord) => void;
};

/** Feeds every function of the list that the table's stream triggers. */
export const startStream = (options: StreamOptions): StreamRun => {
  const { invoke, logger, closing, client, streamArn, checkpoint, onPassed } = options;
  const mappings = FUNCTIONS.flatMap(({ name, triggers }) =>
    triggers.flatMap((trigger) => {
      if (trigger.kind !== 'stream') return [];
      const say = (outcome: string) => (error: unknown) =>
        logger.error(outcome, { function: name, carries: trigger.carries, error: asError(error) });
      return [
        createRunMapping({
          ...trigger,
          handle: (event) => invoke(name, event),
          onFailure: say('stream_batch_failed'),
          onGivenUp: (records) =>
            logger.error('stream_records_given_up', { function: name, records: records.length }),
        }),
      ];
    }),
  );
  const stream = runStream({
    reader: createStreamReader({ client, streamArn, kept: checkpoint }),
    streamArn,
    mappings,
    onPassed,
    onFailure: (error) => logger.error('stream_not_read', { error: asError(error) }),
  });
  closing.add(stream.close);
  return stream;
};

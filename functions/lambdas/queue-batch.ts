import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import type { Logger } from '../ports.ts';

/** A message that is not what its queue carries; it ends in the queue of failures. Says nothing of its body. */
class MessageUnreadableError extends Error {
  override readonly name = 'MessageUnreadableError';
}

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

type Props<Message> = {
  readonly name: string;
  readonly schema: z.ZodType<Message>;
  readonly logger: Logger;
  readonly handle: (message: Message, delivery: { readonly isRedelivery: boolean }) => Promise<unknown>;
};

const parse = <Message>(schema: z.ZodType<Message>, body: string): Message => {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw new MessageUnreadableError('a message is not what its queue carries');
  }
};

/** Works off a batch from a queue, records at once; the queue brings back only those that failed. */
export const createQueueHandler = <Message>(props: Props<Message>): QueueHandler => {
  const { name, schema, logger, handle } = props;
  const handleRecord = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    const isRedelivery = Number(attributes.ApproximateReceiveCount) > 1;
    try {
      await handle(parse(schema, body), { isRedelivery });
    } catch (error) {
      logger.error('message_failed', { function: name, messageId, isRedelivery, error: asError(error) });
      throw error;
    }
  };
  return (event, context) =>
    // its own processor, because a processor keeps the state of one batch
    processPartialResponse(event, handleRecord, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false, // the failures are in the answer and in the log; thrown, they would be printed
    });
};

const asError = (thrown: unknown): Error | undefined => (thrown instanceof Error ? thrown : undefined);

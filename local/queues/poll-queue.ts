import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { LOCAL_AWS } from '../aws.ts';
import { failedItems } from '../runtime/failed-items.ts';

type Options = {
  readonly client: SQSClient;
  readonly url: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly handle: (event: SQSEvent) => Promise<unknown>;
  readonly onFailure: (error: unknown) => void;
};

const MOST_A_RECEIVE = 10;
const WAIT_SECONDS = 5;
const RETRY_MILLISECONDS = 200;

const recordOf = (message: Message, url: string): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  md5OfBody: message.MD5OfBody ?? '',
  messageAttributes: {},
  attributes: {
    ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? '1',
    SentTimestamp: message.Attributes?.SentTimestamp ?? '',
    SenderId: message.Attributes?.SenderId ?? '',
    ApproximateFirstReceiveTimestamp: message.Attributes?.ApproximateFirstReceiveTimestamp ?? '',
  },
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${LOCAL_AWS.region}:${LOCAL_AWS.accountId}:${url.split('/').at(-1)}`,
  awsRegion: LOCAL_AWS.region,
});

/**
 * Feeds one function from one queue as Lambda's poller does: batches, some at a time, what succeeded is deleted, what
 * failed comes back after its visibility time-out and is given up after the queue's number of receives.
 */
export const pollQueue = (options: Options): { readonly close: () => Promise<void> } => {
  const { client, url, batchSize, maxConcurrency, handle, onFailure } = options;
  const stop = new AbortController();
  const running = new Set<Promise<void>>();

  const receive = async (): Promise<readonly Message[]> => {
    const received = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(batchSize, MOST_A_RECEIVE),
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['All'],
      }),
      { abortSignal: stop.signal },
    );
    return received.Messages ?? [];
  };

  const remove = async (records: readonly SQSRecord[]): Promise<void> => {
    if (records.length === 0) return;
    const entries = records.map(({ messageId, receiptHandle }) => ({
      Id: messageId,
      ReceiptHandle: receiptHandle,
    }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries }));
  };

  const work = async (messages: readonly Message[]): Promise<void> => {
    const records = messages.map((message) => recordOf(message, url));
    try {
      const ids = records.map(({ messageId }) => messageId);
      const failed = failedItems(await handle({ Records: records }), ids);
      await remove(records.filter(({ messageId }) => !failed.has(messageId)));
    } catch (error) {
      if (!stop.signal.aborted) onFailure(error); // the messages come back by themselves
    }
  };

  const poll = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length > 0) {
          const job = work(messages).finally(() => running.delete(job));
          running.add(job);
        }
        while (running.size >= maxConcurrency) await Promise.race(running);
      } catch (error) {
        if (stop.signal.aborted) return;
        onFailure(error);
        await wait(RETRY_MILLISECONDS);
      }
    }
  };

  const polling = poll();
  return {
    close: async () => {
      stop.abort();
      await polling;
      await Promise.all(running);
    },
  };
};

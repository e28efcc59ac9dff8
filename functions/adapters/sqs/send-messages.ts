import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

const BATCH = 10;

export type SqsQueue = { readonly client: SQSClient; readonly queueUrl: string };

/** Some messages could not be put on a queue, twice over. Names how many and the service's codes, never a body. */
export class MessagesNotSentError extends Error {
  override readonly name = 'MessagesNotSentError';
}

type Entry = { readonly Id: string; readonly MessageBody: string };
type Sent = { readonly failed: readonly Entry[]; readonly codes: readonly string[] };

const sendBatch = async ({ client, queueUrl }: SqsQueue, entries: readonly Entry[]): Promise<Sent> => {
  const command = new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: [...entries] });
  const { Failed = [] } = await client.send(command);
  const ids = new Set(Failed.map(({ Id }) => Id));
  return {
    failed: entries.filter(({ Id }) => ids.has(Id)),
    codes: Failed.map(({ Code }) => Code ?? 'unknown'),
  };
};

const sendWithRetry = async (queue: SqsQueue, entries: readonly Entry[]): Promise<void> => {
  const first = await sendBatch(queue, entries);
  if (first.failed.length === 0) return;
  const second = await sendBatch(queue, first.failed); // a batch fails in part for reasons that pass
  if (second.failed.length === 0) return;
  const codes = [...new Set(second.codes)].join(', ');
  throw new MessagesNotSentError(`${second.failed.length} of ${entries.length} messages not sent: ${codes}`);
};

/** Puts messages on a queue, ten at a time. Throws when any is left; then all of them may come twice. */
export const sendMessages = async (queue: SqsQueue, bodies: readonly string[]): Promise<void> => {
  const entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  const batches: Entry[][] = [];
  for (let at = 0; at < entries.length; at += BATCH) batches.push(entries.slice(at, at + BATCH));
  const results = await Promise.allSettled(batches.map((batch) => sendWithRetry(queue, batch)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
};

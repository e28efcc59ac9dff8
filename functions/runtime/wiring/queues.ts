import { SQSClient } from '@aws-sdk/client-sqs';
import { createSqsDoorbell } from '../../adapters/sqs/create-doorbell.ts';
import { createSqsTextQueue } from '../../adapters/sqs/create-text-queue.ts';
import type { Doorbell, TextQueue } from '../../ports.ts';

type QueueUrls = {
  readonly inboxQueueUrl: string;
  readonly urgentQueueUrl: string;
  readonly routineQueueUrl: string;
};

/** The doorbell and the two lanes out, over one client. */
export const wireQueues = (
  urls: QueueUrls,
): { readonly doorbell: Doorbell; readonly textQueue: TextQueue } => {
  const client = new SQSClient({});
  return {
    doorbell: createSqsDoorbell({ client, queueUrl: urls.inboxQueueUrl }),
    textQueue: createSqsTextQueue({
      client,
      queueUrls: { urgent: urls.urgentQueueUrl, routine: urls.routineQueueUrl },
    }),
  };
};

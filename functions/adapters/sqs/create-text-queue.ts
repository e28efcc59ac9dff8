import type { SQSClient } from '@aws-sdk/client-sqs';
import type { OutboundText } from '../../domain/texts/outbound-text.ts';
import type { TextQueue } from '../../ports.ts';
import { sendMessages } from './send-messages.ts';

type Props = {
  readonly client: SQSClient;
  readonly queueUrls: Readonly<Record<OutboundText['lane'], string>>;
};

/** Two queues out, so that a reply never waits behind the day's coaching. A message is a text's id and nothing else. */
export const createSqsTextQueue = ({ client, queueUrls }: Props): TextQueue => ({
  enqueue: (lane, textIds) =>
    sendMessages(
      { client, queueUrl: queueUrls[lane] },
      textIds.map((textId) => JSON.stringify({ textId })),
    ),
});

import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp, interceptLocalhostDns } from 'fauxqs';
import { z } from 'zod';
import { QUEUES, type QueueEntry, type QueueName } from '../../functions/what-runs.ts';
import { LOCAL_AWS } from '../aws.ts';

export type Queues = {
  readonly endpoint: string;
  readonly client: SQSClient;
  readonly url: (name: QueueName) => string;
  /** Messages that wait or are being worked on, by queue; those that were given up lie elsewhere. */
  readonly unfinished: () => Promise<Readonly<Record<string, number>>>;
  /** Messages that were given up. */
  readonly givenUp: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const PREFIX = 'limber-';
const FAILED = '-failed';

const countsSchema = z.array(
  z.object({
    name: z.string(),
    approximateMessageCount: z.number(),
    approximateInflightCount: z.number(),
    approximateDelayedCount: z.number(),
  }),
);

const createQueue = async (client: SQSClient, name: string, attributes: Record<string, string>) => {
  const created = await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  if (created.QueueUrl === undefined) throw new Error(`the queue ${name} was not created`);
  return created.QueueUrl;
};

const createPair = async (client: SQSClient, { name, visibilitySeconds, maxReceives }: QueueEntry) => {
  const failed = `${PREFIX}${name}${FAILED}`;
  await createQueue(client, failed, {});
  const deadLetterTargetArn = `arn:aws:sqs:${LOCAL_AWS.region}:${LOCAL_AWS.accountId}:${failed}`;
  const url = await createQueue(client, `${PREFIX}${name}`, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: String(maxReceives) }),
  });
  return [name, url] as const;
};

/** An SQS emulator in this process, with every queue of the list and a queue for what each of them gives up. */
export const startQueues = async (): Promise<Queues> => {
  const app = buildApp({ logger: false, defaultRegion: LOCAL_AWS.region });
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const { region, credentials } = LOCAL_AWS;
  // so the emulator calls itself in the names of its queues; not every machine can resolve it
  const endpoint = `http://sqs.${region}.localhost:${port}`;
  const restoreDns = interceptLocalhostDns();
  const client = new SQSClient({ endpoint, region, credentials });
  const urls = new Map(await Promise.all(QUEUES.map((queue) => createPair(client, queue))));

  const counts = async () => countsSchema.parse((await app.inject('/_fauxqs/queues')).json());

  return {
    endpoint,
    client,
    url: (name) => urls.get(name) ?? '',
    unfinished: async () =>
      Object.fromEntries(
        (await counts())
          .filter(({ name }) => !name.endsWith(FAILED))
          .map((queue) => [
            queue.name.slice(PREFIX.length),
            queue.approximateMessageCount + queue.approximateInflightCount + queue.approximateDelayedCount,
          ]),
      ),
    givenUp: async () =>
      (await counts())
        .filter(({ name }) => name.endsWith(FAILED))
        .reduce((sum, { approximateMessageCount }) => sum + approximateMessageCount, 0),
    close: async () => {
      client.destroy();
      await app.close();
      restoreDns();
    },
  };
};

import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LOCAL_AWS } from '../aws.ts';
import { type BusEvent, startBus } from '../bus/start-bus.ts';
import type { Closing } from '../closing.ts';
import { createTable } from '../dynamodb/create-table.ts';
import { startDynamoDbLocal } from '../dynamodb/start-dynamodb-local.ts';
import { pointSdks } from '../point-sdks.ts';
import { type Queues, startQueues } from '../queues/start-queues.ts';
import { TABLE_NAME } from '../settings.ts';

export type Services = {
  readonly dynamodb: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly queues: Queues;
};

type Options = {
  readonly tableDirectory: string | undefined;
  readonly onEvent: (event: BusEvent) => void;
  readonly closing: Closing;
};

const prepareTable = async (client: DynamoDBClient): Promise<string> => {
  await createTable(client, TABLE_NAME);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  if (Table?.LatestStreamArn === undefined) throw new Error('the table has no stream');
  return Table.LatestStreamArn;
};

/** Everything that AWS is in production: the table with its stream, the queues and the bus. Points the SDKs at them. */
export const startServices = async ({ tableDirectory, onEvent, closing }: Options): Promise<Services> => {
  const keep = <T extends { readonly close: () => Promise<void> }>(service: T): T => {
    closing.add(service.close);
    return service;
  };
  const started = await Promise.allSettled([
    startDynamoDbLocal({ dataDirectory: tableDirectory }).then(keep),
    startQueues().then(keep),
    startBus(onEvent).then(keep),
  ]);
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason; // after all have ended, so that what did start is closed
  const [table, queues, bus] = started.map((result) => (result as PromiseFulfilledResult<unknown>).value) as [
    Awaited<ReturnType<typeof startDynamoDbLocal>>,
    Queues,
    Awaited<ReturnType<typeof startBus>>,
  ]; // none was rejected, in the order above
  pointSdks({ dynamodb: table.endpoint, sqs: queues.endpoint, eventbridge: bus.url });
  const { region, credentials } = LOCAL_AWS;
  const config = { endpoint: table.endpoint, region, credentials };
  const dynamodb = new DynamoDBClient(config);
  const streams = new DynamoDBStreamsClient(config);
  closing.add(() => {
    dynamodb.destroy();
    streams.destroy();
  });
  return { dynamodb, streams, streamArn: await prepareTable(dynamodb), queues };
};

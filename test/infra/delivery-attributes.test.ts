import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createDynamoClient } from '../../functions/adapters/dynamodb/client.ts';
import { createDynamoTextRepository } from '../../functions/adapters/dynamodb/text-repository.ts';
import { DELIVERY_ATTRIBUTES } from '../../infra/grants.ts';
import { anOutboundText, NOW } from '../fixtures/members.ts';

it('lets the functions that move texts along name every attribute that they change, and none of a member', async () => {
  const client = mockClient(DynamoDBDocumentClient);
  const text = anOutboundText({ status: 'claimed' });
  client.on(GetCommand).resolves({ Item: { ...text } });
  client.on(UpdateCommand).resolves({});
  const texts = createDynamoTextRepository({
    client: createDynamoClient({ region: 'us-east-1' }),
    tableName: 't',
  });
  await texts.claim(text.textId, 'planned', NOW);
  await texts.giveBack(text.textId, NOW);
  await texts.postpone(text.textId, NOW);
  await texts.skip(text.textId, 'window_closed', NOW);
  await texts.markUnknown(text.textId, NOW, NOW);
  await texts.markUnknown(text.textId, NOW);
  await texts.advance(text.textId, { status: 'failed', at: NOW, errorCode: 30005, errorClass: 'permanent' });

  const named = client
    .commandCalls(UpdateCommand)
    .flatMap(({ args }) => [
      ...Object.keys(args[0].input.Key ?? {}),
      ...Object.values(args[0].input.ExpressionAttributeNames ?? {}),
    ]);
  expect(client.commandCalls(UpdateCommand)).toHaveLength(7);
  const allowed: readonly string[] = DELIVERY_ATTRIBUTES;
  expect([...new Set(named)].filter((attribute) => !allowed.includes(attribute))).toEqual([]);
  expect(
    allowed.filter((attribute) => ['version', 'consent', 'hold', 'state', 'reach'].includes(attribute)),
  ).toEqual([]);
});

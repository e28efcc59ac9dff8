import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSqsDoorbell } from '../../../functions/adapters/sqs/create-doorbell.ts';
import { createSqsTextQueue } from '../../../functions/adapters/sqs/create-text-queue.ts';
import { MessagesNotSentError } from '../../../functions/adapters/sqs/send-messages.ts';
import { phoneKeySchema } from '../../../functions/domain/ids.ts';
import { anOutboundText, aPerson, aSafetyText } from '../../fixtures/members.ts';

const sqs = mockClient(SQSClient);
const client = new SQSClient({ region: 'us-east-1' });
const url = (name: string) => `https://sqs.us-east-1.amazonaws.com/123456789012/${name}`;

const phoneKeyOf = (n: number) => phoneKeySchema.parse(aPerson(n).phoneKey);
const sentBatches = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input);

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
});

describe('the doorbell', () => {
  const doorbell = createSqsDoorbell({ client, queueUrl: url('inbox') });

  it('says which number, and perhaps which text', async () => {
    const { textId } = aSafetyText();
    await doorbell.ring([{ phoneKey: phoneKeyOf(0) }, { phoneKey: phoneKeyOf(1), textId }]);
    expect(sentBatches()).toMatchObject([{ QueueUrl: url('inbox') }]);
    expect(sentBatches()[0]?.Entries?.map(({ MessageBody }) => JSON.parse(MessageBody ?? ''))).toEqual([
      { phoneKey: phoneKeyOf(0) },
      { phoneKey: phoneKeyOf(1), textId },
    ]);
  });

  it('rings ten at a time, and not at all for nothing', async () => {
    await doorbell.ring(Array.from({ length: 23 }, (_, n) => ({ phoneKey: phoneKeyOf(n) })));
    expect(sentBatches().map(({ Entries }) => Entries?.length)).toEqual([10, 10, 3]);
    sqs.resetHistory();
    await doorbell.ring([]);
    expect(sentBatches()).toEqual([]);
  });

  it('tries what failed once more', async () => {
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    sqs.on(SendMessageBatchCommand).resolvesOnce({ Failed }).resolves({ Failed: [] });
    await doorbell.ring([{ phoneKey: phoneKeyOf(0) }, { phoneKey: phoneKeyOf(1) }]);
    expect(sentBatches().map(({ Entries }) => Entries?.map(({ Id }) => Id))).toEqual([['0', '1'], ['1']]);
  });

  it('throws when it fails again, in codes and counts', async () => {
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false, Message: phoneKeyOf(1) }];
    sqs.on(SendMessageBatchCommand).resolves({ Failed });
    const ringing = doorbell.ring([{ phoneKey: phoneKeyOf(0) }, { phoneKey: phoneKeyOf(1) }]);
    await expect(ringing).rejects.toThrow(MessagesNotSentError);
    await expect(ringing).rejects.toThrow('1 of 2 messages not sent: InternalError');
  });
});

it('puts each text on the queue of its lane', async () => {
  const queueUrls = { urgent: url('urgent'), routine: url('routine') };
  const queue = createSqsTextQueue({ client, queueUrls });
  await queue.enqueue('urgent', [aSafetyText().textId]);
  await queue.enqueue('routine', [anOutboundText().textId]);
  expect(
    sentBatches().map(({ QueueUrl, Entries }) => [QueueUrl, Entries?.map((entry) => entry.MessageBody)]),
  ).toEqual([
    [url('urgent'), [JSON.stringify({ textId: aSafetyText().textId })]],
    [url('routine'), [JSON.stringify({ textId: anOutboundText().textId })]],
  ]);
});

import { describe, expect, it } from 'vitest';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { createCoachHandler } from '../../functions/lambdas/coach.ts';
import { createReleaseDueHandler } from '../../functions/lambdas/release-due.ts';
import { createSendTextHandler } from '../../functions/lambdas/send-text.ts';
import type { Ring } from '../../functions/ports.ts';
import { aContext, recordedQueueEvent, recordedSchedule } from '../fixtures/events.ts';
import { anOutboundText, aPerson } from '../fixtures/members.ts';

const { textId } = anOutboundText();
const messageId = (n: number) => `059f36b4-87a3-44ab-83d2-66197500000${n}`;

describe('the coach', () => {
  it('answers every ring, those of one number one after the other', async () => {
    const steps: string[] = [];
    const readInbox = async ({ phoneKey, textId: id }: Ring) => {
      steps.push(`${phoneKey} begins${id ? ' with news' : ''}`);
      await Promise.resolve();
      steps.push(`${phoneKey} ends`);
    };
    const handler = createCoachHandler({ readInbox, logger: createMemoryLogger() });
    expect(await handler(recordedQueueEvent('sqs-rings'), aContext())).toEqual({ batchItemFailures: [] });
    const [one, two] = [aPerson(0).phoneKey, aPerson(1).phoneKey];
    expect(steps.filter((step) => step.startsWith(one))).toEqual([
      `${one} begins`,
      `${one} ends`,
      `${one} begins`,
      `${one} ends`,
    ]);
    expect(steps.filter((step) => step.startsWith(two))).toEqual([`${two} begins with news`, `${two} ends`]);
  });

  it('gives back only what failed', async () => {
    const logger = createMemoryLogger();
    const readInbox = async ({ textId: id }: Ring) => {
      if (id) throw new Error('table away');
    };
    const handler = createCoachHandler({ readInbox, logger });
    expect(await handler(recordedQueueEvent('sqs-rings'), aContext())).toEqual({
      batchItemFailures: [{ itemIdentifier: messageId(2) }],
    });
    expect(logger.lines).toMatchObject([
      { level: 'error', outcome: 'message_failed', fields: { function: 'coach', messageId: messageId(2) } },
    ]);
  });

  it('reads on for a number whose ring before failed, and reports a batch that failed whole', async () => {
    let rings = 0;
    const readInbox = async () => {
      rings += 1;
      throw new Error('table away');
    };
    const handler = createCoachHandler({ readInbox, logger: createMemoryLogger() });
    const { batchItemFailures } = await handler(recordedQueueEvent('sqs-rings'), aContext());
    expect(batchItemFailures).toHaveLength(3);
    expect(rings).toBe(3);
  });

  it.each(['nonsense', '{}', '{"phoneKey":"+16125550100"}'])('fails the message %j', async (body) => {
    const logger = createMemoryLogger();
    const handler = createCoachHandler({ readInbox: async () => {}, logger });
    const event = recordedQueueEvent('sqs-rings');
    const [record] = event.Records;
    if (record) record.body = body;
    expect(await handler(event, aContext())).toEqual({
      batchItemFailures: [{ itemIdentifier: messageId(1) }],
    });
    expect(JSON.stringify(logger.lines)).not.toContain('5550100');
  });
});

describe('send-text', () => {
  it('sends what the lane brings, and says what was brought before', async () => {
    const asked: unknown[] = [];
    const sendText = async (...args: readonly unknown[]) => {
      asked.push(args);
      return 'accepted' as const;
    };
    const handler = createSendTextHandler({ sendText, logger: createMemoryLogger() });
    expect(await handler(recordedQueueEvent('sqs-texts'), aContext())).toEqual({ batchItemFailures: [] });
    expect(asked).toEqual([
      [textId, false],
      [textId.replace('d08', 'd09'), true],
    ]);
  });

  it('keeps apart batches that run at once', async () => {
    const sendText = async (id: string) => {
      await Promise.resolve();
      if (id === textId) throw new Error('table away');
      return 'accepted' as const;
    };
    const handler = createSendTextHandler({ sendText, logger: createMemoryLogger() });
    const { Records } = recordedQueueEvent('sqs-texts');
    const [bad, good] = [{ Records: Records.slice(0, 1) }, { Records: Records.slice(1) }];
    const answers = await Promise.all([handler(bad, aContext()), handler(good, aContext())]);
    expect(answers.map(({ batchItemFailures }) => batchItemFailures.length)).toEqual([1, 0]);
  });
});

describe('release-due', () => {
  const released = {
    ticked: 0,
    texts: 0,
    segments: 0,
    rung: 0,
    enqueued: 0,
    failed: 0,
    isBraked: false,
    isBudgetSpent: false,
    isStopped: false,
  };

  it.each([
    [30_000, false],
    [7_000, true],
  ])('with %d ms left is over: %s', async (remaining, isOver) => {
    let answer: boolean | undefined;
    const handler = createReleaseDueHandler({
      releaseDue: async (ask) => {
        answer = ask();
        return released;
      },
      logger: createMemoryLogger(),
    });
    expect(await handler(recordedSchedule(), aContext(remaining))).toEqual(released);
    expect(answer).toBe(isOver);
  });

  it('fails without what the error carries: it is in the log', async () => {
    const logger = createMemoryLogger();
    const handler = createReleaseDueHandler({
      releaseDue: () => Promise.reject(new Error('+16125550100')),
      logger,
    });
    await expect(handler(recordedSchedule(), aContext())).rejects.toThrow('the release failed');
    expect(logger.lines).toMatchObject([{ level: 'error', outcome: 'release_failed' }]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStreamImage } from '../../functions/adapters/dynamodb/stream-image.ts';
import { classifyErrorCode } from '../../functions/adapters/twilio/error-classes.ts';
import { createVerifySignature } from '../../functions/adapters/twilio/verify-signature.ts';
import type { Decide } from '../../functions/domain/decision.ts';
import { createCoachHandler } from '../../functions/lambdas/coach.ts';
import { createReceiveTextHandler } from '../../functions/lambdas/receive-text.ts';
import { createRecordStatusHandler } from '../../functions/lambdas/record-status.ts';
import { createRelayHandler } from '../../functions/lambdas/relay.ts';
import { createReleaseDueHandler } from '../../functions/lambdas/release-due.ts';
import { createSendTextHandler } from '../../functions/lambdas/send-text.ts';
import type { Logger } from '../../functions/ports.ts';
import { createLogger } from '../../functions/runtime/logger.ts';
import { createHashPhone } from '../../functions/runtime/phone-key.ts';
import { createReadInbox } from '../../functions/use-cases/read-inbox.ts';
import { createReceiveText } from '../../functions/use-cases/receive-text.ts';
import { createRecordStatus } from '../../functions/use-cases/record-status.ts';
import { createRelayChanges } from '../../functions/use-cases/relay-changes.ts';
import { createReleaseDue } from '../../functions/use-cases/release-due.ts';
import { createSendText } from '../../functions/use-cases/send-text.ts';
import {
  AUTH_TOKEN,
  aContext,
  PUBLIC_URL,
  recordedQueueEvent,
  recordedSchedule,
  recordedStream,
  recordedWebhook,
  signedWebhook,
} from '../fixtures/events.ts';
import { aMember, anInboundText, anOutboundText, NOW } from '../fixtures/members.ts';
import { createKit, plainDecide } from '../use-cases/kit.ts';

const BODY = 'cant feel my inner thighs';
const SECRET = /5550100|thighs|Day 8|walk for/i;

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => {
      lines.push(words.map(String).join(' '));
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** An error as libraries make them: with the request in its message and beside it. */
const leakyError = () =>
  Object.assign(new Error(`+16125550100: ${BODY}`), { request: { to: '+16125550100' } });
const leak = () => Promise.reject(leakyError());
const leakyDecide: Decide = () => {
  throw leakyError();
};

/** Every function over the memory twins, with the real logger; `isBroken`: whatever can fail does. */
const createFunctions = (isBroken: boolean) => {
  const logger: Logger = createLogger();
  const kit = { ...createKit(), logger };
  kit.putMember(aMember(), { at: NOW, isPaced: false });
  kit.putText(anOutboundText());
  if (isBroken) {
    kit.decideBy(leakyDecide);
    kit.sender.scriptSends(leakyError(), leakyError());
  } else kit.decideBy(plainDecide);
  const verifySignature = createVerifySignature({ authTokens: [AUTH_TOKEN], publicUrl: PUBLIC_URL });
  const inbox = isBroken ? { ...kit.inbox, store: leak } : kit.inbox;
  const queues = isBroken
    ? { doorbell: { ring: leak }, textQueue: { enqueue: leak }, publisher: { publish: leak } }
    : kit;
  const deps = { ...kit, ...queues, wait: async () => {} };
  return {
    ...kit,
    receiveText: createReceiveTextHandler({
      receiveText: createReceiveText({ ...kit, inbox, hashPhone: createHashPhone('k'.repeat(32)) }),
      verifySignature,
      logger,
    }),
    recordStatus: createRecordStatusHandler({
      recordStatus: createRecordStatus({ ...kit, classifyErrorCode }),
      verifySignature,
      logger,
    }),
    relay: createRelayHandler({ relayChanges: createRelayChanges(deps), readStreamImage, logger }),
    coach: createCoachHandler({ readInbox: createReadInbox(kit), logger }),
    sendText: createSendTextHandler({ sendText: createSendText(deps), logger }),
    releaseDue: createReleaseDueHandler({
      releaseDue: createReleaseDue({ ...deps, rate: { segmentsPerSecond: 12, segmentsPerDay: 2000 } }),
      logger,
    }),
  };
};

const runAll = async (functions: ReturnType<typeof createFunctions>) => {
  const answers: unknown[] = [];
  answers.push(await functions.receiveText(recordedWebhook('inbound-text')));
  answers.push(await functions.receiveText({ ...recordedWebhook('inbound-text'), rawPath: '/forged' }));
  answers.push(await functions.receiveText({ ...recordedWebhook('inbound-text'), headers: {} }));
  const named = signedWebhook('inbound-text', { params: { MessageSid: '+16125550100' } });
  answers.push(await functions.receiveText(named));
  const stranger = signedWebhook('inbound-text', { params: { From: 'x+16125550100' } });
  answers.push(await functions.receiveText(stranger));
  await functions.inbox.store(anInboundText({ body: BODY }));
  answers.push(await functions.relay(recordedStream()));
  answers.push(await functions.coach(recordedQueueEvent('sqs-rings'), aContext()));
  answers.push(await functions.sendText(recordedQueueEvent('sqs-texts'), aContext()));
  answers.push(await functions.recordStatus(recordedWebhook('status-undelivered')));
  functions.clock.advance({ minutes: 5 });
  answers.push(await functions.releaseDue(recordedSchedule(), aContext()));
  return answers;
};

describe('no number and no words in any log line or answer', () => {
  it('when all goes well', async () => {
    const answers = await runAll(createFunctions(false));
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => SECRET.test(line))).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(SECRET);
  });

  it('when everything fails with errors that carry both', async () => {
    const answers = await runAll(createFunctions(true));
    const outcomes = lines.map((line) => JSON.parse(line).message);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        'webhook_failed',
        'webhook_refused',
        'text_ignored',
        'not_relayed',
        'text_not_decided',
        'message_failed',
        'send_threw',
        'not_ticked',
        'not_passed_on',
      ]),
    );
    expect(lines.filter((line) => SECRET.test(line))).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(SECRET);
  });
});

import { describe, expect, it } from 'vitest';
import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryLogger } from '../../functions/adapters/memory/logger.ts';
import { type Container, createContainer } from '../../functions/runtime/container.ts';
import { NOW } from '../fixtures/members.ts';
import { testContent } from '../fixtures/program.ts';

const queueUrl = (name: string) => `http://127.0.0.1:9/000000000000/limber-${name}`;

/** What the local run gives: no secret has to be fetched. */
const env = {
  TABLE_NAME: 'limber',
  INBOX_QUEUE_URL: queueUrl('inbox'),
  URGENT_QUEUE_URL: queueUrl('urgent'),
  ROUTINE_QUEUE_URL: queueUrl('routine'),
  EVENT_BUS_NAME: 'limber',
  PUBLIC_BASE_URL: 'http://127.0.0.1:4600',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_MESSAGING_SERVICE_SID: 'MG00000000000000000000000000000001',
  TWILIO_AUTH_TOKEN: 'token',
  PHONE_KEY: 'k'.repeat(32),
  SEGMENTS_PER_SECOND: '12',
  SEGMENTS_PER_DAY: '2000',
  PROGRAM_BRAND: 'Limber',
  PROGRAM_LINK: 'limber.example/t',
};

const create = (given: Record<string, string>) =>
  createContainer({
    env: given,
    clock: createMemoryClock(NOW),
    logger: createMemoryLogger(),
    content: testContent,
  });

type Part = Exclude<keyof Container, 'logger' | 'brake'>;
const PARTS: readonly (readonly [Part, string])[] = [
  ['receiveText', 'receiveText'],
  ['recordStatus', 'recordStatus'],
  ['relay', 'relayChanges'],
  ['coach', 'readInbox'],
  ['releaseDue', 'releaseDue'],
  ['sendText', 'sendText'],
  ['consoleApi', 'actOnMember'],
  ['sweep', 'sweep'],
];

describe('the container', { timeout: 30_000 }, () => {
  const container = create(env); // one for all: it reads the whole program

  it.each(PARTS)('makes what %s needs, once', async (part, useCase) => {
    const made = await container[part]();
    expect(made).toHaveProperty(useCase, expect.any(Function));
    expect(await container[part]()).toBe(made);
  });

  it.each(PARTS)('says all that %s misses in one message', async (part) => {
    await expect(create({})[part]()).rejects.toThrow(/^environment: missing: [A-Z_]+, [A-Z_]+/);
  });

  it('shares the program between functions of one process', async () => {
    const { program } = await container.consoleApi();
    expect(program.content).toBe(testContent.content);
    expect(program.readReply('cant feel my inner thighs').outcome).toBe('escalate');
  });
});

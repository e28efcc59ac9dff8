import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoMemberRepository } from '../../../functions/adapters/dynamodb/member-repository.ts';
import { createTable } from '../../../local/dynamodb/create-table.ts';
import { startDynamoDbLocal } from '../../../local/dynamodb/start-dynamodb-local.ts';
import { createLocalClient } from '../../contract/open-table.ts';
import { aDecision, aMember } from '../../fixtures/members.ts';

const START_THEN_WAIT = fileURLToPath(new URL('start-then-wait.ts', import.meta.url));
const MEMBER = aMember();

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const hasEnded = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 200 && isRunning(pid); tries += 1) await wait(50);
  return !isRunning(pid);
};

describe('DynamoDB Local', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'limber-dynamodb-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('goes when its starter is killed, keeps what was written, and starts again at once', async () => {
    const starter = spawn(process.execPath, [START_THEN_WAIT, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(starter.stdout, 'data');
    const { endpoint, pid }: { endpoint: string; pid: number } = JSON.parse(String(line));
    const client = createLocalClient(endpoint);
    expect(await createTable(client, 'kept')).toBe('made');
    await createDynamoMemberRepository({ client, tableName: 'kept' }).commit(
      aDecision({ isNewMember: true }),
    );
    client.destroy();

    starter.kill('SIGKILL');
    expect(await hasEnded(pid)).toBe(true);

    const again = await startDynamoDbLocal({ dataDirectory: directory });
    const later = createLocalClient(again.endpoint);
    expect(await createTable(later, 'kept')).toBe('kept');
    const members = createDynamoMemberRepository({ client: later, tableName: 'kept' });
    expect((await members.findById(MEMBER.memberId))?.member).toEqual({ ...MEMBER, version: 1 });
    later.destroy();
    await again.close();
    expect(isRunning(again.pid)).toBe(false);
  }, 240_000);

  it('has the table as it is described: keys, stream and sparse indexes', async () => {
    const dynamoDb = await startDynamoDbLocal();
    const client = createLocalClient(dynamoDb.endpoint);
    await createTable(client, 'limber');
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'limber' }));
    expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
    const projections = Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [
      IndexName,
      Projection?.ProjectionType,
    ]);
    expect(Object.fromEntries(projections ?? [])).toEqual({
      due: 'INCLUDE',
      escalations: 'KEYS_ONLY',
      roster: 'KEYS_ONLY',
    });
    client.destroy();
    await dynamoDb.close();
  }, 240_000);

  it.each([
    { java: 'no-such-java-anywhere', says: /^Java was not found: install Java 17 or later/ },
    {
      java: 'java-8',
      answer: 'openjdk version "1.8.0_402"',
      says: /^This is Java 8, which is too old: install/,
    },
    {
      java: 'java-11',
      answer: 'java version "11.0.2" 2019-01-15',
      says: /^This is Java 11, which is too old/,
    },
    { java: 'no-runtime', answer: 'Unable to locate a Java Runtime.', says: /^Java was not found/ },
  ])('says in one line what to do about $java', async ({ java, answer, says }) => {
    const javaCommand = answer === undefined ? java : fakeJava(java, answer);
    const error: unknown = await startDynamoDbLocal({ javaCommand }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'StartupError', message: expect.stringMatching(says) });
    expect(String(error)).not.toContain('\n');
  });

  const fakeJava = (name: string, answer: string): string => {
    const file = path.join(directory, name);
    writeFileSync(file, `#!/bin/sh\necho '${answer}' >&2\n`);
    chmodSync(file, 0o755);
    return file;
  };
});

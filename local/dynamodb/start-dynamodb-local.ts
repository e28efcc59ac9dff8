import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../startup-error.ts';
import { findJava } from './find-java.ts';

export type DynamoDbLocal = {
  readonly endpoint: string;
  /** The Java process. */
  readonly pid: number;
  readonly close: () => Promise<void>;
};

export type DynamoDbLocalProps = {
  /** Where tables and streams are kept. Default: in memory, gone with the process. */
  readonly dataDirectory?: string | undefined;
  /** Default: `java` of JAVA_HOME, or the first one on the path. */
  readonly javaCommand?: string | undefined;
};

const EMULATOR = path.join(
  path.dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);
const TETHER = fileURLToPath(new URL('tether.mjs', import.meta.url));
const START_TRIES = 3;
const READY_MILLISECONDS = 120_000;
const POLL_MILLISECONDS = 50;

/**
 * Starts Amazon's DynamoDB Local on a free port of this machine and answers once it does. It ends with `close`, and
 * with this process, however that ends.
 */
export const startDynamoDbLocal = async ({
  dataDirectory,
  javaCommand,
}: DynamoDbLocalProps = {}): Promise<DynamoDbLocal> => {
  const java = await findJava(javaCommand);
  const directory = dataDirectory && path.resolve(dataDirectory);
  if (directory) mkdirSync(directory, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const tether = launch(java, port, directory);
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isReady(tether, endpoint)) return { endpoint, pid: await tether.pid, close: tether.close };
    const hasEnded = tether.process.exitCode !== null;
    await tether.close();
    // It ends by itself when somebody else has taken the port between the question and the start.
    if (!hasEnded || attempt === START_TRIES) throw new StartupError(notStarted(tether.complaints()));
  }
};

const notStarted = (complaints: string): string => {
  const first = complaints.split('\n').find((line) => line.trim() !== '');
  return `DynamoDB Local did not start${first ? ` (${first.trim()})` : ''}: run npm install again, then start again.`;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null)
    throw new StartupError('This machine has no free port.');
  return address.port;
};

type Tether = {
  readonly process: ChildProcess;
  readonly pid: Promise<number>;
  readonly complaints: () => string;
  readonly close: () => Promise<void>;
};

const launch = (java: string, port: number, directory: string | undefined): Tether => {
  const kept = directory ? ['-dbPath', directory] : ['-inMemory'];
  const flags = [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xmx512m',
    '-Djava.library.path=./DynamoDBLocal_lib',
  ];
  const options = ['-port', String(port), '-sharedDb', '-disableTelemetry', ...kept];
  // Its own process group: Ctrl-C reaches this process alone, which closes things in their order.
  const tether = spawn(process.execPath, [TETHER, java, ...flags, '-jar', 'DynamoDBLocal.jar', ...options], {
    cwd: EMULATOR,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  tether.stderr.on('data', (chunk: Buffer) => {
    complaints = `${complaints}${chunk}`.slice(-4000);
  });
  const pid = once(tether.stdout, 'data').then(([chunk]) => Number(String(chunk)));
  pid.catch(() => undefined); // an end before the first word shows as not ready
  const ended = once(tether, 'exit');
  const close = async (): Promise<void> => {
    tether.stdin.end();
    await ended;
  };
  return { process: tether, pid, complaints: () => complaints, close };
};

const isReady = async (tether: Tether, endpoint: string): Promise<boolean> => {
  const giveUpAt = Date.now() + READY_MILLISECONDS;
  while (tether.process.exitCode === null && tether.process.signalCode === null && Date.now() < giveUpAt) {
    if (await answers(endpoint)) return true;
    await wait(POLL_MILLISECONDS);
  }
  return false;
};

/** Any answer will do: it refuses what is not signed, and to refuse it must be up. */
const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await (await fetch(endpoint)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

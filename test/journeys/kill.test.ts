import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coachingOf, createApi, expectRecordToAgree } from './open-run.ts';

const data = mkdtempSync(join(tmpdir(), 'limber-kill-'));
const PHONES = Array.from({ length: 6 }, (_, index) => `+1612555018${index}`);
const [FLAGGED = ''] = PHONES;

type Started = { readonly process: ChildProcess; readonly url: string };
let current: Started;

/** The run as a person starts it, in a process of its own, on data that is kept. */
const start = async (): Promise<Started> => {
  const process_ = spawn(
    process.execPath,
    ['local/start.mjs', '--port', '0', '--data', data, '--json', '--no-pages'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: process_.stdout }))
    if (line.startsWith('{')) return { process: process_, url: (JSON.parse(line) as { url: string }).url }; // what --json prints
  throw new Error('the run did not start');
};

const kill = async ({ process: process_ }: Started): Promise<void> => {
  const ended = once(process_, 'exit');
  process_.kill('SIGKILL');
  await ended;
};

beforeAll(async () => {
  current = await start();
});
afterAll(async () => {
  await kill(current);
  rmSync(data, { recursive: true, force: true });
});

it('loses no accepted text and sends no coaching text twice through kill -9 in the middle of a burst', async () => {
  const api = createApi(current.url);
  await api.join(Object.fromEntries(PHONES.map((phone) => [phone, '1'])));
  await api.jump({ advance: 'P1D' });

  const accepted = new Map(PHONES.map((phone) => [phone, [] as string[]]));
  const burst = PHONES.flatMap((phone) =>
    Array.from({ length: 4 }, async (_, index) => {
      const body =
        phone === FLAGGED && index === 2
          ? 'I cannot control my bladder'
          : `word ${index} of ${phone.slice(-2)}`;
      await api.post(phone, body);
      accepted.get(phone)?.push(body);
    }),
  );
  const moving = api.jump({ advance: 'P1D' });
  const all = Promise.allSettled([...burst, moving]);
  while ([...accepted.values()].flat().length < PHONES.length * 2) await wait(1);
  await kill(current);
  await all;

  current = await start();
  const again = createApi(current.url);
  await again.settle();
  await again.jump({ advance: 'P1D' });
  for (const phone of PHONES) {
    const record = await again.record(phone);
    const stored = record.conversation.filter(({ direction }) => direction === 'in');
    for (const body of accepted.get(phone) ?? [])
      expect(stored.filter((text) => text.body === body)).toMatchObject([{ status: 'decided' }]);
    const texts = await again.texts(phone);
    for (const { body } of coachingOf(record))
      expect(texts.filter((text) => text.body === body)).toHaveLength(1);
    const days = record.conversation.flatMap(({ kind, day }) => (kind === 'coaching' && day ? [day] : []));
    expect(days).toEqual(days.map((_, index) => index + 1));
    expectRecordToAgree(record, texts);
  }
});

/** The command lines of all processes that know of our data. */
const processesOfOurs = (): readonly string[] => {
  const all = existsSync('/proc')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => readCommandLine(pid))
    : spawnSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).stdout.split('\n');
  return all.filter((line) => line.includes(data));
};

const readCommandLine = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

it('stops everything on Ctrl-C, and starts again at once with the clock where it was', async () => {
  const { now } = await createApi(current.url).settle();
  expect(processesOfOurs().length).toBeGreaterThan(1);
  const ended = once(current.process, 'exit');
  current.process.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(processesOfOurs()).toEqual([]);
  current = await start();
  expect((await createApi(current.url).settle()).now >= now).toBe(true);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBench, createWebhookEar, MEMBER, sendVia } from './carrier-kit.ts';

vi.setConfig({ testTimeout: 20_000 }); // sockets, on a machine that may be busy

let folder: string;
let journal: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrier-'));
  journal = join(folder, 'carrier.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the journal', () => {
  it('brings back what a killed carrier knew and owed, and nothing twice', async () => {
    const ear = await createWebhookEar();
    ear.answerWith(() => new Promise<Response>(() => {})); // the program hangs while the carrier is killed
    const numbers = ['+16125550121', '+16125550122'];
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./carrier-process.ts', import.meta.url)),
        journal,
        `${ear.url}/twilio/text`,
        `${ear.url}/twilio/status`,
        ...numbers,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;

    ear.hooks.length = 0;
    ear.answerWell();
    const bench = await createBench({ journal, inboundUrl: `${ear.url}/twilio/text` });
    await bench.carrier.settled();
    const delivered = ear.inbound().map(({ params }) => params.From);
    await bench.close();
    await ear.close();
    expect(delivered.sort()).toEqual(numbers);
    expect(ear.statuses()).toEqual(['queued', 'sent', 'delivered']);
    expect(numbers.map(bench.carrier.isOptedOut)).toEqual([true, true]);
    expect(bench.carrier.texts('+16125550121').map(({ body }) => body)).toEqual(['stop', 'Stopped.']);
    expect(bench.carrier.texts('+16125550188')).toMatchObject([{ body: 'On its way', status: 'delivered' }]);
  });

  it('owes nothing after a restart when everything was settled', async () => {
    const first = await createBench({ journal });
    await sendVia(first, { Body: 'kept' });
    await first.carrier.receive(MEMBER, 'kept too');
    await first.carrier.settled();
    await first.close();
    const second = await createBench({ journal });
    await second.carrier.settled();
    await second.close();
    expect(second.ear.hooks).toEqual([]);
    expect(second.carrier.texts(MEMBER)).toEqual(first.carrier.texts(MEMBER));
  });

  it('finds a program that came back on another port', async () => {
    const first = await createBench({ journal, schedule: { stepMilliseconds: 60_000 } });
    first.ear.answerWith(() => new Promise<Response>(() => {}));
    await first.carrier.receive(MEMBER, 'hello');
    await sendVia(first);
    await first.close();
    const second = await createBench({ journal });
    await second.carrier.settled();
    await second.close();
    expect(second.ear.url).not.toBe(first.ear.url);
    expect(second.ear.inbound().map(({ params }) => params.Body)).toEqual(['hello']);
    expect(second.ear.statuses()).toEqual(['queued', 'sent', 'delivered']);
  });

  it('forgets a torn last line and goes on writing after it', async () => {
    const first = await createBench({ journal });
    await first.carrier.receive(MEMBER, 'whole');
    await first.carrier.settled();
    await first.close();
    appendFileSync(journal, '[{"kind":"text","text":{"sid":"SM');
    const second = await createBench({ journal });
    await second.carrier.receive(MEMBER, 'after');
    await second.carrier.settled();
    await second.close();
    const third = await createBench({ journal });
    await third.close();
    expect(third.carrier.texts(MEMBER).map(({ body }) => body)).toEqual(['whole', 'after']);
  });

  it('refuses to start on a journal that is broken in the middle', async () => {
    appendFileSync(journal, 'not a line\n[]\n');
    await expect(createBench({ journal })).rejects.toThrow();
  });

  it('is written before the answer', async () => {
    const bench = await createBench({ journal });
    const { sid } = await (await sendVia(bench)).json();
    const written = readFileSync(journal, 'utf8');
    await bench.close();
    expect(written).toContain(sid);
  });
});

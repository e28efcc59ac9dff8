import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPageBoard } from '../../local/bus/page-board.ts';
import { openDataDirectory } from '../../local/data-directory.ts';
import { openGate } from '../../local/open-gate.ts';
import { readOptions } from '../../local/options.ts';

const directory = mkdtempSync(join(tmpdir(), 'limber-start-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('the command line', () => {
  it('has defaults', () => {
    expect(readOptions([])).toEqual({
      port: 4600,
      data: undefined,
      demo: false,
      json: false,
      verbose: false,
      noPages: false,
      plainOptOut: false,
      help: false,
    });
  });

  it('takes its options', () => {
    expect(readOptions(['--port', '0', '--data', '/tmp/x', '--demo', '--json'])).toMatchObject({
      port: 0,
      data: '/tmp/x',
      demo: true,
      json: true,
    });
  });

  it.each([
    [['--port', 'high'], /--port high is no port/],
    [['--port', '70000'], /is no port/],
    [['--prot', '1'], /Unknown option '--prot'.*--help/],
    [['--data='], /--data needs a directory/],
  ])('refuses %j in one line', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
    expect(() => readOptions(args)).not.toThrow(/\n/);
  });
});

describe('starting', () => {
  it('says that a port is busy, and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(openGate(port)).rejects.toThrow(
      `Port ${port} is in use: choose another one, as in npm start -- --port`,
    );
    server.close();
  });

  it('refuses an old Node in one line, before anything else', () => {
    const { status, stderr } = spawnSync(process.execPath, ['local/start.mjs'], {
      env: { ...process.env, npm_config_user_agent: 'npm/8.0.0 node/v16.20.0 linux x64' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'This is Node 16: install Node 20 or later from https://nodejs.org and start again.\n',
    );
  });

  it('keeps two runs out of one directory, and takes over from one that was killed', () => {
    const data = join(directory, 'data');
    openDataDirectory(data);
    writeFileSync(join(data, 'run.pid'), String(process.ppid));
    expect(() => openDataDirectory(data)).toThrow(/is in use by process/);
    writeFileSync(join(data, 'run.pid'), '999999999');
    expect(openDataDirectory(data).table).toBe(join(data, 'table'));
  });
});

describe('the page board', () => {
  const page = (cause: string) => ({
    source: 'coaching.staff',
    detailType: 'StaffPaged.v1',
    detail: { memberId: 'mem_00000001', at: '2027-03-01T12:00:00.000Z', cause, why: 'opened' },
  });

  it('shows each page once, nothing else, and keeps them through a kill in the middle of a line', () => {
    const path = join(directory, 'pages.jsonl');
    const board = createPageBoard(path);
    board.take(page('a'));
    board.take(page('a'));
    board.take({ ...page('b'), detailType: 'DayDone.v1' });
    board.take(page('c'));
    writeFileSync(path, '{"at":"20', { flag: 'a' });
    expect(
      createPageBoard(path)
        .list()
        .map(({ cause }) => cause),
    ).toEqual(['a', 'c']);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCompiledContent } from '../../functions/adapters/content/compiled-content.ts';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import { bundleFunctions } from '../../infra/bundle/bundle-functions.ts';
import { contentForStage } from '../../infra/bundle/content-for-stage.ts';
import { readStage } from '../../infra/stages/read-stage.ts';

const directory = mkdtempSync(join(tmpdir(), 'limber-bundle-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const stage = readStage('prod');
const names = FUNCTIONS.map(({ name }) => name);
bundleFunctions({ names, content: contentForStage(stage), outDirectory: directory });

describe('the bundle', () => {
  it('loads on Node without anything else, a handler in each module', () => {
    const script = `
      for (const name of ${JSON.stringify(names)}) {
        const { handler } = await import('./' + name + '.mjs');
        console.log(name, typeof handler);
      }`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: directory,
      encoding: 'utf8',
      env: {},
    });
    expect(said.trim().split('\n')).toEqual(names.map((name) => `${name} function`));
  });

  it('holds the content, with what the stage decides in it', () => {
    const { content } = readCompiledContent(readFileSync(join(directory, 'content.json'), 'utf8'));
    expect(content.keywords).toEqual(stage.program.keywords);
    expect(content.hours).toMatchObject({ windowFrom: stage.sendWindow.from, windowTo: stage.sendWindow.to });
    expect(content.staffing).toMatchObject({
      ...stage.staff.hours,
      ladderMinutes: stage.staff.ladderMinutes,
    });
  });

  it('has a source map for every module, and no source or path of this machine', () => {
    const files = readdirSync(directory);
    const modules = files.filter((file) => file.endsWith('.mjs'));
    for (const module of modules) expect(files).toContain(`${module}.map`);
    for (const map of files.filter((file) => file.endsWith('.map'))) {
      expect(readFileSync(join(directory, map), 'utf8')).not.toContain('"sourcesContent"');
    }
  });

  it('makes the webhook load little: the carrier’s client and the content stay out of its own file', () => {
    expect(statSync(join(directory, 'receive-text.mjs')).size).toBeLessThan(300_000);
  });
});

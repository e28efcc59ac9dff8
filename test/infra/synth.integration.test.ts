import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const outDirectory = mkdtempSync(join(tmpdir(), 'limber-synth-test-'));
afterAll(() => rmSync(outDirectory, { recursive: true, force: true }));

const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('cdk.json', 'utf8')));

/** What `cdk synth` runs, without its command line: no account, no network. */
const synth = (stage: string) => {
  const { PATH } = process.env;
  const CDK_CONTEXT_JSON = JSON.stringify({ ...context, stage });
  const env = { PATH, CDK_OUTDIR: outDirectory, CDK_CONTEXT_JSON };
  return spawnSync(process.execPath, ['infra/app.ts'], { encoding: 'utf8', env });
};

describe('cdk synth', () => {
  it('passes every rule pack and CloudFormation’s own rules as errors, offline', { timeout: 180_000 }, () => {
    const { status, stderr } = synth('prod');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
    expect(JSON.parse(readFileSync(join(outDirectory, 'validation-report.json'), 'utf8'))).toMatchObject({
      pluginReports: [],
    });
  });

  it('stops at a stage that it does not know, with one line', { timeout: 60_000 }, () => {
    const { status, stderr } = synth('production');
    expect(stderr.trim()).toBe('infra/stages.ts: no stage "production"; use one of dev, prod');
    expect(status).toBe(1);
  });
});

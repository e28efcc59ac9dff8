import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { FUNCTIONS } from '../functions/what-runs.ts';
import { addStacks } from './add-stacks.ts';
import { bundleFunctions } from './bundle/bundle-functions.ts';
import { contentForStage } from './bundle/content-for-stage.ts';
import { addChecks } from './checks/add-checks.ts';
import { readStage } from './stages/read-stage.ts';
import { StageError } from './stages/stage-error.ts';

/** What `cdk synth` and `cdk deploy` run, for the stage of `-c stage=prod`; dev when none is named. */
const synth = (): void => {
  const app = new App();
  const stage = readStage(String(app.node.tryGetContext('stage') ?? 'dev'));
  const bundle = mkdtempSync(join(tmpdir(), 'limber-bundle-'));
  try {
    const names = FUNCTIONS.map(({ name }) => name);
    bundleFunctions({ names, content: contentForStage(stage), outDirectory: bundle });
    addStacks(app, { stage, code: Code.fromAsset(bundle) });
    addChecks(app);
    app.synth();
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
};

try {
  synth();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { addStacks } from '../add-stacks.ts';
import { readStage } from '../stages/read-stage.ts';
import { findAcknowledgements } from './find-acknowledgements.ts';

/** Prints each rule that is acknowledged somewhere, why, and where: `npx node infra/checks/list-acknowledgements.ts`. */
const app = new App();
addStacks(app, { stage: readStage('prod'), code: Code.fromInline('// not looked at') });
const found = findAcknowledgements(app);
for (const rule of new Set(found.map((one) => one.rule))) {
  const places = found.filter((one) => one.rule === rule);
  console.log(`${rule}\n  ${places[0]?.reason}`);
  for (const { at } of places) console.log(`  - ${at}`);
}

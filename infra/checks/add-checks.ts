import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, ServerlessChecks } from 'cdk-nag';

/** The rule packs that a synth must pass. CDK's own CloudFormation rules are errors too: cdk.json. */
export const createRulePacks = (app: App) => [
  new AwsSolutionsChecks(app),
  new HIPAASecurityChecks(app),
  new ServerlessChecks(app),
];

/** Ends the synth at the first open finding. */
export const addChecks = (app: App): void => Validations.of(app).addPlugins(...createRulePacks(app));

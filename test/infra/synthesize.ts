import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { z } from 'zod';
import { addStacks } from '../../infra/add-stacks.ts';
import { readStage } from '../../infra/stages/read-stage.ts';
import type { StageName } from '../../infra/stages/stage-schema.ts';

const cdkSchema = z.object({ context: z.record(z.string(), z.unknown()) });
const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});

export type Resource = z.infer<typeof resourceSchema> & {
  readonly logicalId: string;
  readonly stack: string;
};

/** The whole program for one stage, without bundles: what a deployment of it would ask of CloudFormation. */
export const synthesize = (stageName: StageName) => {
  const { context } = cdkSchema.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
  const stage = readStage(stageName);
  const app = new App({ context, builtinCloudFormationValidation: false });
  const stacks = addStacks(app, { stage, code: Code.fromInline('// not looked at') });
  const resources = app.node.children
    .filter((child) => Stack.isStack(child))
    .flatMap((stack) =>
      Object.entries(Template.fromStack(stack).toJSON().Resources ?? {}).map(([logicalId, resource]) => ({
        ...resourceSchema.parse(resource),
        logicalId,
        stack: stack.node.id,
      })),
    );
  const ofType = (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);
  return { app, stage, stacks, resources, ofType };
};

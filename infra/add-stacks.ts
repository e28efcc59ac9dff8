import { type App, Tags } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { MessagingStack } from './stacks/messaging-stack.ts';
import { MonitoringStack } from './stacks/monitoring-stack.ts';
import { StaffStack } from './stacks/staff-stack.ts';
import type { Stage } from './stages/stage-schema.ts';

export type LimberProps = {
  readonly stage: Stage;
  /** The bundle of all functions: `<name>.handler` for each. */
  readonly code: Code;
};

/** The whole program for one stage: what is kept, who is reached, what runs, what is open, what is watched. */
export const addStacks = (app: App, { stage, code }: LimberProps) => {
  const idOf = (name: string): string => `Limber-${stage.name}-${name}`;
  const env = { account: stage.account, region: stage.region };

  const data = new DataStack(app, idOf('Data'), { env, stage });
  const key = data.platformKey;
  const staff = new StaffStack(app, idOf('Staff'), { env, stage, key });
  const { bus, operations } = staff;
  const messaging = new MessagingStack(app, idOf('Messaging'), { env, stage, data, bus, operations, code });
  const { functions, queues } = messaging;
  const edge = new EdgeStack(app, idOf('Edge'), { env, stage, key, functions, operations });
  const monitoring = new MonitoringStack(app, idOf('Monitoring'), {
    env,
    stage,
    functions,
    queues,
    table: data.members.table,
    api: edge.api,
    operations,
  });
  Tags.of(app).add('program', 'limber');
  Tags.of(app).add('stage', stage.name);
  return { data, staff, messaging, edge, monitoring };
};

import { z } from 'zod';
import type { Trigger } from '../../functions/what-runs.ts';
import type { Resource, synthesize } from './synthesize.ts';

const functionSchema = z.object({
  Handler: z.string(),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const mappingSchema = z.object({
  BatchSize: z.number(),
  FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  FilterCriteria: z.object({ Filters: z.tuple([z.object({ Pattern: z.string() })]) }).optional(),
  MaximumRetryAttempts: z.number().optional(),
  BisectBatchOnFunctionError: z.literal(true).optional(),
  DestinationConfig: z.object({ OnFailure: z.unknown() }).optional(),
});
const filterSchema = z.object({
  dynamodb: z.object({
    NewImage: z.object({ relay: z.object({ S: z.tuple([z.enum(['safety', 'rest'])]) }) }),
  }),
});
const statementSchema = z.object({
  Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.unknown().optional(),
});
const policySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(statementSchema) }) });

export type Statement = z.infer<typeof statementSchema>;

/** Reads the functions back from the templates, in the words of functions/what-runs.ts. */
export const readDeployedFunctions = ({ ofType }: ReturnType<typeof synthesize>) => {
  const about = (type: string, logicalId: string): readonly Resource[] =>
    ofType(type).filter(({ Properties }) => JSON.stringify(Properties).includes(logicalId));

  const readMapping = ({ Properties }: Resource): Trigger => {
    const mapping = mappingSchema.parse(Properties);
    const { BatchSize: batchSize } = mapping;
    if (mapping.FilterCriteria === undefined) {
      const queue = /"(Inbox|Urgent|Routine)Queue/.exec(JSON.stringify(Properties.EventSourceArn))?.[1];
      return {
        kind: 'queue',
        queue: z.enum(['inbox', 'urgent', 'routine']).parse(queue?.toLowerCase()),
        batchSize,
        maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? 0,
      };
    }
    z.object({ BisectBatchOnFunctionError: z.literal(true), DestinationConfig: z.object({}) }).parse(
      Properties,
    );
    const filter = filterSchema.parse(JSON.parse(mapping.FilterCriteria.Filters[0].Pattern));
    const [carries] = filter.dynamodb.NewImage.relay.S;
    return { kind: 'stream', carries, batchSize, retries: mapping.MaximumRetryAttempts ?? -1 };
  };

  const readRoute = ({ Properties }: Resource): Trigger => {
    const [method, path = ''] = String(Properties.RouteKey).split(' ');
    return { kind: 'route', method: z.enum(['GET', 'POST', 'ANY']).parse(method), path };
  };

  const readSchedule = ({ Properties }: Resource): Trigger => ({
    kind: 'schedule',
    everyMinutes: Number(/^rate\((\d+) minutes?\)$/.exec(String(Properties.ScheduleExpression))?.[1]),
  });

  return ofType('AWS::Lambda::Function').map(({ logicalId, Properties }) => {
    const fn = functionSchema.parse(Properties);
    const integrations = about('AWS::ApiGatewayV2::Integration', logicalId);
    const roleId = logicalId.replace(/Function[0-9A-F]{8}$/, 'Role');
    return {
      name: fn.Handler.replace('.handler', ''),
      timeoutSeconds: fn.Timeout,
      environment: Object.keys(fn.Environment.Variables),
      triggers: [
        ...integrations.flatMap((integration) =>
          about('AWS::ApiGatewayV2::Route', integration.logicalId).map(readRoute),
        ),
        ...about('AWS::Lambda::EventSourceMapping', logicalId).map(readMapping),
        ...about('AWS::Events::Rule', logicalId).map(readSchedule),
      ],
      statements: ofType('AWS::IAM::ManagedPolicy')
        .filter((policy) => policy.logicalId.startsWith(`${roleId}Permissions`))
        .flatMap((policy) => policySchema.parse(policy.Properties).PolicyDocument.Statement),
    };
  });
};

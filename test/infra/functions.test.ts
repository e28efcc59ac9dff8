import { describe, expect, it } from 'vitest';
import { ENV, SETTINGS_OF } from '../../functions/runtime/env-names.ts';
import { FUNCTIONS, QUEUES } from '../../functions/what-runs.ts';
import { readDeployedFunctions, type Statement } from './deployed-functions.ts';
import { synthesize } from './synthesize.ts';

const synthesized = synthesize('dev');
const deployed = readDeployedFunctions(synthesized);
const byName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : 1));

const settingsOf: Readonly<Record<string, readonly (keyof typeof ENV)[]>> = SETTINGS_OF;

describe('what is deployed', () => {
  it('is what functions/what-runs.ts says: functions, triggers, time-outs', () => {
    const wanted = FUNCTIONS.map(({ name, triggers, timeoutSeconds }) => ({
      name,
      triggers,
      timeoutSeconds,
    }));
    const found = deployed.map(({ name, triggers, timeoutSeconds }) => ({ name, triggers, timeoutSeconds }));
    expect(byName(found)).toEqual(byName(wanted));
  });

  it('has the queues of functions/what-runs.ts', () => {
    const queues = synthesized
      .ofType('AWS::SQS::Queue')
      .filter(({ Properties }) => Properties.RedrivePolicy !== undefined)
      .map(({ logicalId, Properties }) => ({
        name: /^(\w+)Queue[0-9A-F]{8}$/.exec(logicalId)?.[1]?.toLowerCase(),
        visibilitySeconds: Properties.VisibilityTimeout,
        redrive: Properties.RedrivePolicy,
      }));
    expect(queues).toEqual(
      QUEUES.map(({ name, visibilitySeconds, maxReceives }) => ({
        name,
        visibilitySeconds,
        redrive: { deadLetterTargetArn: expect.anything(), maxReceiveCount: maxReceives },
      })),
    );
  });

  it('hides a message at least six times as long as its function may take', () => {
    for (const { name, triggers, timeoutSeconds } of FUNCTIONS) {
      for (const trigger of triggers) {
        if (trigger.kind !== 'queue') continue;
        const queue = QUEUES.find((one) => one.name === trigger.queue);
        expect(queue?.visibilitySeconds, `${trigger.queue} for ${name}`).toBeGreaterThanOrEqual(
          6 * timeoutSeconds,
        );
      }
    }
  });

  it('runs on arm64 and Node 24, traced, as many at once as its queues bring', () => {
    for (const { Properties } of synthesized.ofType('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
      const entry = FUNCTIONS.find(({ name }) => `${name}.handler` === Properties.Handler);
      const brought = (entry?.triggers ?? []).map((trigger) =>
        trigger.kind === 'queue' ? trigger.maxConcurrency : 0,
      );
      expect(Properties.ReservedConcurrentExecutions, entry?.name).toBeGreaterThanOrEqual(
        brought.reduce((sum, one) => sum + one, 0),
      );
    }
  });
});

describe('the environment of', () => {
  it.each(deployed)('$name holds every name that it reads, and no other', ({ name, environment }) => {
    const reads = (settingsOf[name] ?? []).map((setting) => ENV[setting]);
    expect(reads.length).toBeGreaterThan(0);
    expect([...environment].sort()).toEqual([...reads, 'NODE_OPTIONS'].sort());
  });
});

/** What every function may do beside its own work: log, trace, and put what failed into its failure queue. */
const SHARED = [
  'logs:CreateLogStream @ Logs',
  'logs:PutLogEvents @ Logs',
  'sqs:GetQueueAttributes @ Failures',
  'sqs:GetQueueUrl @ Failures',
  'sqs:SendMessage @ Failures',
  'xray:PutTelemetryRecords @ *',
  'xray:PutTraceSegments @ *',
];
const TABLE_KEY = [
  'kms:Decrypt @ MembersKey',
  'kms:DescribeKey @ MembersKey',
  'kms:Encrypt @ MembersKey',
  'kms:GenerateDataKey @ MembersKey',
  'kms:GenerateDataKeyWithoutPlaintext @ MembersKey',
  'kms:ReEncryptFrom @ MembersKey',
  'kms:ReEncryptTo @ MembersKey',
];
const worksOff = (queue: string) =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map(
    (action) => `sqs:${action} @ ${queue}`,
  );
const SENDS_ON = ['InboxQueue', 'UrgentQueue', 'RoutineQueue'].map((queue) => `sqs:SendMessage @ ${queue}`);
const TWILIO = ['secretsmanager:GetSecretValue @ limber/dev/twilio', 'kms:Decrypt @ PlatformKey'];
const DECIDES = [
  'dynamodb:GetItem @ MEMBER#*',
  'dynamodb:GetItem @ PHONE#*',
  'dynamodb:PutItem @ MEMBER#*',
  'dynamodb:PutItem @ PHONE#*',
  'dynamodb:Query @ MEMBER#*',
  'dynamodb:UpdateItem @ MEMBER#*',
  'dynamodb:UpdateItem @ INBOX#*',
  ...TABLE_KEY,
];
/** Only attributes of a text's way to the phone: a member cannot be written with these. */
const CHANGES_TEXTS = [
  'dynamodb:GetItem @ MEMBER#*',
  'dynamodb:UpdateItem of a text @ MEMBER#*',
  ...TABLE_KEY,
];

const HOLDS: Readonly<Record<string, readonly string[]>> = {
  'receive-text': [
    'dynamodb:PutItem @ INBOX#*',
    ...TABLE_KEY,
    ...TWILIO,
    'secretsmanager:GetSecretValue @ SecretsPhoneKey',
  ],
  'record-status': [...CHANGES_TEXTS, ...TWILIO],
  relay: [
    'dynamodb:DescribeStream @ stream',
    'dynamodb:GetRecords @ stream',
    'dynamodb:GetShardIterator @ stream',
    'dynamodb:ListStreams @ stream',
    'kms:Decrypt @ MembersKey',
    ...SENDS_ON,
    'events:PutEvents @ Bus',
  ],
  coach: [...worksOff('InboxQueue'), ...DECIDES, 'dynamodb:GetItem @ INBOX#*', 'dynamodb:Query @ INBOX#*'],
  'release-due': [
    ...DECIDES,
    'dynamodb:Query @ index due',
    'dynamodb:GetItem @ BRAKE',
    'dynamodb:GetItem @ PACE#*',
    'dynamodb:UpdateItem @ PACE#*',
    ...SENDS_ON,
  ],
  'send-text': [
    ...worksOff('UrgentQueue'),
    ...worksOff('RoutineQueue'),
    ...CHANGES_TEXTS,
    'dynamodb:GetItem @ BRAKE',
    ...TWILIO,
  ],
  'console-api': [
    ...DECIDES,
    'dynamodb:BatchGetItem @ MEMBER#*',
    'dynamodb:Query @ INBOX#*',
    'dynamodb:Query @ index roster',
    'dynamodb:Query @ index escalations',
  ],
};

const KNOWN_RESOURCES = [
  'SecretsPhoneKey',
  'limber/dev/twilio',
  'MembersKey',
  'PlatformKey',
  'InboxQueueFailures',
  'InboxQueue',
  'UrgentQueue',
  'RoutineQueue',
  'Failures',
  'Logs',
  'Bus',
];

const resourceNames = (resource: unknown): readonly string[] => {
  const text = JSON.stringify(resource);
  if (text === '"*"') return ['*'];
  const index = /index\/(\w+)/.exec(text)?.[1];
  if (index) return [`index ${index}`];
  if (text.includes('StreamArn')) return ['stream'];
  return [KNOWN_RESOURCES.find((known) => text.includes(known)) ?? text];
};

/** One line an action and a place, so that a list of them reads like a sentence and nothing hides in a wildcard. */
const linesOf = ({ Action, Resource, Condition }: Statement): readonly string[] => {
  const condition = JSON.stringify(Condition ?? {});
  const partitions = condition.match(/(?:MEMBER|INBOX|PHONE|PACE)#\*|BRAKE/g);
  const isOfText = condition.includes('dynamodb:Attributes') ? ' of a text' : '';
  const places = partitions ?? [Resource].flat().flatMap(resourceNames);
  return Action.flatMap((action) => places.map((place) => `${action}${isOfText} @ ${place}`));
};

describe('permissions', () => {
  it.each(deployed)('$name may do exactly this', ({ name, statements }) => {
    const lines = [...new Set(statements.flatMap(linesOf))].sort();
    expect(lines).toEqual([...new Set([...SHARED, ...(HOLDS[name] ?? [])])].sort());
  });

  it('come from one managed policy a role, and from nowhere else', () => {
    expect(synthesized.ofType('AWS::IAM::Policy')).toEqual([]);
    const roles = synthesized.ofType('AWS::IAM::Role').map(({ Properties }) => Properties);
    expect(roles.filter(({ Policies }) => Policies !== undefined)).toEqual([]);
    expect(roles.filter(({ ManagedPolicyArns }) => ManagedPolicyArns !== undefined)).toHaveLength(1); // AWS Backup's
  });

  it('open the table’s key through the table only', () => {
    for (const { statements } of deployed) {
      for (const { Action, Condition } of statements) {
        if (Action.some((action) => action.startsWith('kms:')))
          expect(JSON.stringify(Condition)).toContain('kms:ViaService');
      }
    }
  });
});

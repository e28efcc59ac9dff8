import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRulePacks } from '../../infra/checks/add-checks.ts';
import { findAcknowledgements } from '../../infra/checks/find-acknowledgements.ts';
import { RESERVABLE_CONCURRENCY } from '../../infra/function-sizes.ts';
import { type Resource, synthesize } from './synthesize.ts';

const { app, stage, ofType, resources } = synthesize('prod');
const properties = (type: string) => ofType(type).map(({ Properties }) => Properties);

describe('what is kept', () => {
  it('keeps the table, the keys and the phone key when a stack is deleted', () => {
    const kept = [
      ...ofType('AWS::DynamoDB::Table'),
      ...ofType('AWS::KMS::Key'),
      ...ofType('AWS::SecretsManager::Secret'),
    ];
    expect(kept.length).toBe(4);
    expect(kept.filter(({ DeletionPolicy }) => DeletionPolicy !== 'Retain')).toEqual([]);
  });

  it('encrypts the table with a key of its own, restorable to any second of 35 days, not to be deleted', () => {
    expect(properties('AWS::DynamoDB::Table')).toEqual([
      expect.objectContaining({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        SSESpecification: expect.objectContaining({ SSEEnabled: true, SSEType: 'KMS' }),
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    ]);
    expect(properties('AWS::DynamoDB::Table')[0]).not.toHaveProperty('TimeToLiveSpecification');
  });

  it('backs the table up each night, for as long as the stage says', () => {
    const [plan] = properties('AWS::Backup::BackupPlan');
    expect(JSON.stringify(plan)).toContain(`"DeleteAfterDays":${stage.retention.backupDays}`);
    expect(JSON.stringify(properties('AWS::Backup::BackupSelection'))).toContain('MembersTable');
  });

  it('turns the keys each year', () => {
    expect(properties('AWS::KMS::Key').map(({ EnableKeyRotation }) => EnableKeyRotation)).toEqual([
      true,
      true,
    ]);
  });
});

describe('queues and topics', () => {
  const isFailureQueue = ({ logicalId }: Resource): boolean => /Failures|Undelivered/.test(logicalId);
  const queues = ofType('AWS::SQS::Queue');

  it('gives every queue that is worked off a failure queue', () => {
    const worked = queues.filter((queue) => !isFailureQueue(queue));
    expect(worked).toHaveLength(3);
    expect(worked.filter(({ Properties }) => !Properties.RedrivePolicy)).toEqual([]);
  });

  it('keeps what failed for 14 days', () => {
    const failures = queues.filter(isFailureQueue);
    expect(failures.length).toBeGreaterThanOrEqual(11);
    expect(failures.filter(({ Properties }) => Properties.MessageRetentionPeriod !== 14 * 24 * 3600)).toEqual(
      [],
    );
  });

  it('encrypts every queue and topic and refuses what does not come over TLS', () => {
    expect(queues.filter(({ Properties }) => Properties.SqsManagedSseEnabled !== true)).toEqual([]);
    expect(ofType('AWS::SNS::Topic').filter(({ Properties }) => !Properties.KmsMasterKeyId)).toEqual([]);
    const denied = [...ofType('AWS::SQS::QueuePolicy'), ...ofType('AWS::SNS::TopicPolicy')];
    expect(denied).toHaveLength(queues.length + ofType('AWS::SNS::Topic').length);
    for (const policy of denied)
      expect(JSON.stringify(policy.Properties)).toContain('"aws:SecureTransport":"false"');
  });
});

describe('pages', () => {
  const rules = properties('AWS::Events::Rule').filter(({ EventPattern }) => EventPattern !== undefined);

  it('sends every page to exactly one rung, whatever its number', () => {
    const matchers = rules.map(({ EventPattern }) => EventPattern);
    const paged = (rung: unknown) => ({ 'detail-type': ['StaffPaged.v1'], detail: { rung } });
    expect(matchers).toEqual([paged([0, { exists: false }]), paged([1]), paged([{ numeric: ['>=', 2] }])]);
  });

  it('reaches every rung in two ways, and loses none that is refused', () => {
    const subscriptions = properties('AWS::SNS::Subscription');
    expect(subscriptions.map(({ Protocol }) => Protocol).sort()).toEqual(
      Array.from({ length: 4 }, () => ['email', 'https'])
        .flat()
        .sort(),
    );
    expect(subscriptions.filter(({ RedrivePolicy }) => !RedrivePolicy)).toEqual([]);
    expect(JSON.stringify(rules).match(/DeadLetterConfig/g)).toHaveLength(3);
  });

  it('names the telephone of the last rung in its pages, and in no others', () => {
    const withTelephone = rules.filter((rule) =>
      JSON.stringify(rule).includes(stage.staff.lastRungTelephone),
    );
    expect(withTelephone).toEqual([rules[2]]);
  });

  it('says no symptom in a page', () => {
    expect(JSON.stringify(rules)).not.toMatch(/detail\.(flags|evidence|body|phone)/);
  });
});

describe('alarms', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm');
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );

  it.each(alarms.map((alarm) => [alarm.logicalId, alarm] as const))(
    '%s says what it means and tells somebody',
    (_, alarm) => {
      const [, impact, anchor] =
        /^(.{20,}?)\. What to do: https:.+#([a-z0-9-]+)$/.exec(String(alarm.Properties.AlarmDescription)) ??
        [];
      expect(impact).toBeTruthy();
      expect(anchors).toContain(anchor);
      expect(alarm.Properties.AlarmActions).toHaveLength(1);
      expect(alarm.Properties.OKActions).toHaveLength(1);
    },
  );

  it('watches every failure queue', () => {
    const visible = alarms.filter(
      ({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible',
    );
    const failures = ofType('AWS::SQS::Queue').filter(({ Properties }) => !Properties.RedrivePolicy);
    expect(visible).toHaveLength(failures.length);
  });

  it('takes a schedule that does not run, and silence, for bad news', () => {
    const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData === 'breaching');
    expect(silent.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual(
      expect.arrayContaining(['ReleaseDueDidNotRun', 'Silence']),
    );
  });
});

describe('the edge', () => {
  it('asks for a token on every route but the carrier’s', () => {
    const open = properties('AWS::ApiGatewayV2::Route').filter(
      ({ AuthorizationType }) => AuthorizationType !== 'JWT',
    );
    expect(open.map(({ RouteKey }) => RouteKey)).toEqual(['POST /twilio/text', 'POST /twilio/status']);
  });

  it('answers only to its own name, over TLS 1.2, and throttles', () => {
    expect(properties('AWS::ApiGatewayV2::Api')[0]).toMatchObject({ DisableExecuteApiEndpoint: true });
    expect(JSON.stringify(properties('AWS::ApiGatewayV2::DomainName'))).toContain(
      '"SecurityPolicy":"TLS_1_2"',
    );
    expect(properties('AWS::ApiGatewayV2::Stage')[0]).toMatchObject({
      DefaultRouteSettings: { ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 },
    });
  });

  it('logs no path, no query, no address, no body', () => {
    const format = JSON.stringify(properties('AWS::ApiGatewayV2::Stage')[0]?.AccessLogSettings);
    expect(format).toContain('$context.status');
    expect(format).not.toMatch(
      /\$context\.(path|identity|authorizer|domainName)|\$request|querystring|body/i,
    );
  });

  it('lets nobody enter themselves, and nobody in without a second factor', () => {
    expect(properties('AWS::Cognito::UserPool')[0]).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    expect(properties('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName)).toEqual([
      'viewer',
      'care-manager',
      'clinician',
      'lead',
    ]);
  });
});

describe('rules', () => {
  it.each(createRulePacks(app).map((pack) => [pack.name, pack] as const))(
    'leaves no finding of %s open',
    (_, pack) => {
      expect(pack.validateScope(app).violations).toEqual([]);
    },
  );

  it('acknowledges few rules, and none about encryption, access, backups, logs or wildcard data', () => {
    const rules = new Set(findAcknowledgements(app).map(({ rule }) => rule));
    expect(rules.size).toBeLessThanOrEqual(12);
    expect(rules.size).toBeGreaterThan(0);
    for (const rule of rules)
      expect(rule).not.toMatch(/Encrypt|KMS|SSL|TLS|Public|PITR|BackupPlan|Log|IAM5\[Action/);
  });

  it('reserves no more concurrency than an account has', () => {
    const reserved = properties('AWS::Lambda::Function').map((fn) => Number(fn.ReservedConcurrentExecutions));
    expect(reserved.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(RESERVABLE_CONCURRENCY);
  });

  it('encrypts every log and keeps it as long as the stage says', () => {
    const logs = properties('AWS::Logs::LogGroup');
    expect(logs).toHaveLength(properties('AWS::Lambda::Function').length + 1);
    for (const log of logs) {
      expect(log).toMatchObject({ RetentionInDays: stage.retention.logDays, KmsKeyId: expect.anything() });
    }
  });

  it('makes nothing by a function of CDK’s own', () => {
    expect(
      resources.filter(({ Type }) => Type.startsWith('Custom::') || Type.includes('CustomResource')),
    ).toEqual([]);
  });
});

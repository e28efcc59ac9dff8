import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { FunctionEntry } from '../../functions/what-runs.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import type { FunctionSize } from '../function-sizes.ts';
import { EncryptedLogGroup } from './encrypted-log-group.ts';
import { FailureQueue } from './failure-queue.ts';
import { allow, FunctionRole } from './function-role.ts';
import { ImpactAlarm, ONE_MINUTE } from './impact-alarm.ts';
import type { Operations } from './operations.ts';

export type LimberFunctionProps = {
  /** Its line in functions/what-runs.ts: name, time-out, and what its failure means to a person. */
  readonly entry: FunctionEntry;
  /** Memory and reserved concurrency. */
  readonly size: FunctionSize;
  /** The bundle with its file, `<name>.mjs`. */
  readonly code: Code;
  /** Encrypts the logs. */
  readonly logKey: IKey;
  readonly logDays: number;
  readonly operations: Operations;
};

/** One function with everything it must not be without: failure queue, log group, role, and alarms with an impact. */
export class LimberFunction extends Construct {
  readonly function: LambdaFunction;
  readonly failures: FailureQueue;
  readonly entry: FunctionEntry;

  constructor(scope: Construct, id: string, props: LimberFunctionProps) {
    super(scope, id);
    const { entry, operations } = props;
    this.entry = entry;
    this.failures = new FailureQueue(this, 'Failures', { impact: entry.impact, operations });
    this.function = this.createFunction(props);
    acknowledge(this, 'HIPAA.Security-LambdaInsideVPC', 'AwsSolutions-IAM5[Resource::*]');

    const alarm = { impact: entry.impact, operations, bad: { of: 5, atLeast: 3 } };
    new ImpactAlarm(this, 'Errors', {
      ...alarm,
      metric: this.function.metricErrors({ period: ONE_MINUTE }),
      runbook: 'a-function-fails',
    });
    new ImpactAlarm(this, 'Throttles', {
      ...alarm,
      metric: this.function.metricThrottles({ period: ONE_MINUTE }),
      runbook: 'a-function-is-throttled',
    });
  }

  private createFunction(props: LimberFunctionProps): LambdaFunction {
    const { entry, size } = props;
    const logGroup = new EncryptedLogGroup(this, 'Logs', { key: props.logKey, retentionDays: props.logDays });
    const role = new FunctionRole(this, 'Role');
    allow(role, ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    return new LambdaFunction(this, 'Function', {
      description: `Without it: ${entry.impact}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: `${entry.name}.handler`,
      role,
      memorySize: size.memoryMegabytes,
      timeout: Duration.seconds(entry.timeoutSeconds),
      reservedConcurrentExecutions: size.reservedConcurrency,
      tracing: Tracing.ACTIVE,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      deadLetterQueue: this.failures,
      onFailure: new SqsDestination(this.failures),
      // The next minute's run, the queue or the carrier tries again; a second try of the same call adds nothing.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
  }
}

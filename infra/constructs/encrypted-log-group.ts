import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export type EncryptedLogGroupProps = {
  readonly key: IKey;
  /** Days; one of the lengths that CloudWatch knows. */
  readonly retentionDays: number;
};

const isKnownLength = (days: number): days is RetentionDays => RetentionDays[days] !== undefined;

/** Logs, encrypted with the platform's key, gone after the days that the stage says. */
export class EncryptedLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    if (!isKnownLength(props.retentionDays)) {
      throw new Error(
        `retention.logDays: CloudWatch keeps logs for 30, 90, 365 ... days, not ${props.retentionDays}`,
      );
    }
    super(scope, id, {
      encryptionKey: props.key,
      retention: props.retentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

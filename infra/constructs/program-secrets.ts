import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ENV } from '../../functions/runtime/env-names.ts';
import { acknowledge } from '../checks/acknowledge.ts';
import { allow } from './function-role.ts';

export type ProgramSecretsProps = {
  /** Encrypts both secrets. */
  readonly key: Key;
  /** The secret with Twilio's auth token, which a person makes before the first deployment (docs/runbook.md). */
  readonly twilioSecretName: string;
};

/** The two secrets: Twilio's token, which a person brings, and the key of the phone keys, which nobody ever sees. */
export class ProgramSecrets extends Construct {
  private readonly phoneKey: Secret;
  private readonly key: Key;
  private readonly twilioSecretName: string;

  constructor(scope: Construct, id: string, { key, twilioSecretName }: ProgramSecretsProps) {
    super(scope, id);
    this.key = key;
    this.twilioSecretName = twilioSecretName;
    this.phoneKey = new Secret(this, 'PhoneKey', {
      description: 'Turns telephone numbers into the keys of the table. Never change it',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.phoneKey, 'AwsSolutions-SMG4', 'HIPAA.Security-SecretsManagerRotationEnabled');
  }

  /** Lets a function check Twilio's signatures and call its API. */
  grantTwilio(fn: LambdaFunction): void {
    // The name of a secret's ARN ends in six letters that Secrets Manager draws.
    const arn = Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${this.twilioSecretName}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    fn.addEnvironment(ENV.twilioSecretName, this.twilioSecretName);
    this.grantRead(fn, arn);
  }

  /** Lets a function turn a number into its key. */
  grantPhoneKey(fn: LambdaFunction): void {
    // Secrets Manager takes an ARN for a name; its own name has six letters that are not known before.
    fn.addEnvironment(ENV.phoneKeySecretName, this.phoneKey.secretArn);
    this.grantRead(fn, this.phoneKey.secretArn);
  }

  private grantRead(fn: LambdaFunction, secretArn: string): void {
    allow(fn, ['secretsmanager:GetSecretValue'], [secretArn]);
    allow(fn, ['kms:Decrypt'], [this.key.keyArn], {
      StringEquals: { 'kms:ViaService': `secretsmanager.${Stack.of(this).region}.amazonaws.com` },
    });
  }
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { LimberFunction } from '../constructs/limber-function.ts';
import type { Operations } from '../constructs/operations.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { StaffDirectory } from '../constructs/staff-directory.ts';
import type { Stage } from '../stages/stage-schema.ts';

export type EdgeStackProps = StackProps & {
  readonly stage: Stage;
  /** Encrypts the access logs. */
  readonly key: IKey;
  readonly functions: ReadonlyMap<string, LimberFunction>;
  readonly operations: Operations;
};

/** The routes under this path are Twilio's: no token, a signature. Every other route wants a person's token. */
const CARRIER_PATH = '/twilio/';

/** What can be reached from outside, and by whom. */
export class EdgeStack extends Stack {
  readonly api: PublicApi;

  constructor(scope: Construct, id: string, { stage, key, functions, operations, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const staff = new StaffDirectory(this, 'Staff', {
      consoleUrl: `https://${stage.publicHostName}/console/`,
    });
    const staffOnly = new HttpJwtAuthorizer(
      'StaffOnly',
      `https://cognito-idp.${this.region}.amazonaws.com/${staff.pool.userPoolId}`,
      { jwtAudience: [staff.client.userPoolClientId] },
    );
    this.api = new PublicApi(this, 'Public', {
      hostName: stage.publicHostName,
      logKey: key,
      logDays: stage.retention.logDays,
      operations,
    });
    for (const fn of functions.values()) {
      for (const trigger of fn.entry.triggers) {
        if (trigger.kind !== 'route') continue;
        if (trigger.path.startsWith(CARRIER_PATH)) this.api.addSignedRoute(fn, trigger);
        else this.api.addRoute(fn, trigger, staffOnly);
      }
    }
    new CfnOutput(this, 'PublicTarget', {
      value: this.api.domain.regionalDomainName,
      description: `Point the CNAME of ${stage.publicHostName} here`,
    });
    new CfnOutput(this, 'StaffPool', { value: staff.pool.userPoolId });
  }
}

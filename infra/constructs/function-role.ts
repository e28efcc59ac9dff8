import {
  type AddToPrincipalPolicyResult,
  type Conditions,
  type IGrantable,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A function's role. What it is granted stands in one managed policy of its own: nothing inline, and nothing that
 * was not named.
 */
export class FunctionRole extends Role {
  private readonly permissions: ManagedPolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.permissions = new ManagedPolicy(this, 'Permissions', { roles: [this] });
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.permissions.addStatements(statement);
    return { statementAdded: true, policyDependable: this.permissions };
  }
}

/** Lets somebody do exactly these actions, on exactly these resources, under these conditions. */
export const allow = (
  grantee: IGrantable,
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Conditions,
): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: [...actions],
      resources: [...resources],
      ...(conditions === undefined ? {} : { conditions }),
    }),
  );
};

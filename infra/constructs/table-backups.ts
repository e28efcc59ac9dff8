import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge.ts';
import { BACKUP_POLICY } from '../checks/acknowledgements.ts';

export type TableBackupsProps = {
  readonly table: Table;
  /** Encrypts the backups: another key than the table's. */
  readonly key: IKey;
  readonly keepDays: number;
};

/** A backup each night, in a vault that gives up none before its time. */
export class TableBackups extends Construct {
  constructor(scope: Construct, id: string, props: TableBackupsProps) {
    super(scope, id);
    const backupVault = new BackupVault(this, 'Vault', {
      encryptionKey: props.key,
      blockRecoveryPointDeletion: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
      ],
    });
    acknowledge(role, BACKUP_POLICY);
    const plan = new BackupPlan(this, 'Plan', { backupVault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Nightly',
        // UTC: night in every zone of the United States, no members' texts under way.
        scheduleExpression: Schedule.cron({ hour: '9', minute: '0' }),
        deleteAfter: Duration.days(props.keepDays),
      }),
    );
    plan.addSelection('Table', {
      resources: [BackupResource.fromArn(props.table.tableArn)],
      role,
      disableDefaultBackupPolicy: true,
    });
  }
}

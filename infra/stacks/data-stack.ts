import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MemberTable } from '../constructs/member-table.ts';
import { PlatformKey } from '../constructs/platform-key.ts';
import { ProgramSecrets } from '../constructs/program-secrets.ts';
import { TableBackups } from '../constructs/table-backups.ts';
import type { Stage } from '../stages/stage-schema.ts';

export type DataStackProps = StackProps & { readonly stage: Stage };

/** What must outlive every deployment: keys, the table with its backups, the secrets. */
export class DataStack extends Stack {
  readonly platformKey: PlatformKey;
  readonly members: MemberTable;
  readonly secrets: ProgramSecrets;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.platformKey = new PlatformKey(this, 'PlatformKey', { alias: `alias/limber-${stage.name}` });
    this.members = new MemberTable(this, 'Members');
    new TableBackups(this, 'Backups', {
      table: this.members.table,
      key: this.platformKey,
      keepDays: stage.retention.backupDays,
    });
    this.secrets = new ProgramSecrets(this, 'Secrets', {
      key: this.platformKey,
      twilioSecretName: stage.twilio.secretName,
    });
  }
}

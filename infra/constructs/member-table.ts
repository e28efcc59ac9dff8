import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { TABLE_DEFINITION } from '../../functions/adapters/dynamodb/table-definition.ts';
import { ENV } from '../../functions/runtime/env-names.ts';
import { allow } from './function-role.ts';

type IndexName = (typeof TABLE_DEFINITION.indexes)[number]['name'];

/** Which partitions an item of a kind lives in; see functions/adapters/dynamodb/keys.ts. */
type Partition = 'MEMBER#*' | 'INBOX#*' | 'PHONE#*' | 'PACE#*' | 'BRAKE';

type ItemAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

export type ItemGrant = {
  readonly actions: readonly ItemAction[];
  readonly partitions: readonly Partition[];
  /** The only attributes that may be named. @default every attribute */
  readonly attributes?: readonly string[];
};

/** What DynamoDB does with the table's key in the name of who reads or writes. */
const KEY_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/**
 * The one table, as functions/adapters/dynamodb/table-definition.ts describes it: on demand, its own key, restorable
 * to any second of 35 days, and not to be deleted by accident. Grants name the table in the environment as well, so
 * that permission and name cannot drift apart.
 */
export class MemberTable extends Construct {
  readonly table: Table;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the members: texts, records, consent',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = new Table(this, 'Table', {
      partitionKey: { name: TABLE_DEFINITION.partitionKey, type: AttributeType.STRING },
      sortKey: { name: TABLE_DEFINITION.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      stream: StreamViewType[TABLE_DEFINITION.stream],
    });
    for (const { name, partitionKey, sortKey, includes } of TABLE_DEFINITION.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        ...(includes.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...includes] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      });
    }
  }

  get streamArn(): string {
    if (this.table.tableStreamArn === undefined) throw new Error('the table has no stream');
    return this.table.tableStreamArn;
  }

  /** Lets a function do these things to items of these partitions, and to no others. */
  grantItems(fn: LambdaFunction, { actions, partitions, attributes }: ItemGrant): void {
    this.name(fn);
    allow(
      fn,
      actions.map((action) => `dynamodb:${action}`),
      [this.table.tableArn],
      {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
        ...(attributes === undefined
          ? {}
          : { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...attributes] } }),
      },
    );
    this.grantKey(fn);
  }

  /** Lets a function ask one index. */
  grantIndex(fn: LambdaFunction, index: IndexName): void {
    this.name(fn);
    allow(fn, ['dynamodb:Query'], [`${this.table.tableArn}/index/${index}`]);
    this.grantKey(fn);
  }

  /** Lets an event source mapping read the stream. */
  grantStream(grantee: IGrantable): void {
    allow(
      grantee,
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [this.streamArn],
    );
    allow(grantee, ['kms:Decrypt'], [this.key.keyArn], this.throughDynamoDb());
  }

  private name(fn: LambdaFunction): void {
    fn.addEnvironment(ENV.tableName, this.table.tableName);
  }

  private grantKey(grantee: IGrantable): void {
    allow(grantee, KEY_ACTIONS, [this.key.keyArn], this.throughDynamoDb());
  }

  /** The key opens nothing but through the table. */
  private throughDynamoDb() {
    return { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } };
  }
}

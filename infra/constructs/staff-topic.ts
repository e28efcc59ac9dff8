import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Rung } from '../stages/stage-schema.ts';

export type StaffTopicProps = {
  /** Who is reached: an incident tool and a mailbox, two ways that fail independently. */
  readonly rung: Rung;
  /** Which service of this account may publish here. */
  readonly publisher: 'events.amazonaws.com' | 'cloudwatch.amazonaws.com';
  readonly key: IKey;
};

/** One place to reach people: encrypted, TLS only, and open to one service of this account. */
export class StaffTopic extends Topic {
  private readonly rung: Rung;

  constructor(scope: Construct, id: string, props: StaffTopicProps) {
    super(scope, id, {
      displayName: `Limber: ${props.rung.name}`,
      masterKey: props.key,
      enforceSSL: true,
    });
    this.rung = props.rung;
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(props.publisher)],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** Subscribes both ways; what either does not take lies in `undelivered`. */
  reach(undelivered: IQueue): void {
    const deadLetterQueue = undelivered;
    this.addSubscription(new UrlSubscription(this.rung.incidentEndpoint, { deadLetterQueue }));
    this.addSubscription(new EmailSubscription(this.rung.email, { deadLetterQueue }));
  }
}

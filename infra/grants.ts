import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ENV } from '../functions/runtime/env-names.ts';
import type { QueueName } from '../functions/what-runs.ts';
import { allow } from './constructs/function-role.ts';
import type { LimberFunction } from './constructs/limber-function.ts';
import type { MemberTable } from './constructs/member-table.ts';
import type { ProgramSecrets } from './constructs/program-secrets.ts';
import type { WorkQueue } from './constructs/work-queue.ts';
import type { Stage } from './stages/stage-schema.ts';

export type Holdings = {
  readonly stage: Stage;
  readonly members: MemberTable;
  readonly secrets: ProgramSecrets;
  readonly queues: ReadonlyMap<QueueName, WorkQueue>;
  readonly bus: EventBus;
};

type Grant = (fn: LambdaFunction, holdings: Holdings) => void;

/** The attributes that a text's way to the phone changes; a member's own are not among them. */
export const DELIVERY_ATTRIBUTES = [
  'pk',
  'sk',
  'status',
  'statusAt',
  'claimedAt',
  'notAfter',
  'attempts',
  'reason',
  'sid',
  'errorCode',
  'errorClass',
  'relay',
  'dueShard',
  'dueAt',
] as const;

const storesInbound: Grant = (fn, { members }) =>
  members.grantItems(fn, { actions: ['PutItem'], partitions: ['INBOX#*'] });

/** Load, decide, commit: nothing is ever deleted, and a number is found by its key. */
const decides: Grant = (fn, { members }) => {
  members.grantItems(fn, { actions: ['GetItem', 'PutItem'], partitions: ['MEMBER#*', 'PHONE#*'] });
  members.grantItems(fn, { actions: ['Query'], partitions: ['MEMBER#*'] });
  members.grantItems(fn, { actions: ['UpdateItem'], partitions: ['MEMBER#*', 'INBOX#*'] });
};

const readsInbox: Grant = (fn, { members }) =>
  members.grantItems(fn, { actions: ['GetItem', 'Query'], partitions: ['INBOX#*'] });

const changesTexts: Grant = (fn, { members }) => {
  members.grantItems(fn, { actions: ['GetItem'], partitions: ['MEMBER#*'] });
  members.grantItems(fn, {
    actions: ['UpdateItem'],
    partitions: ['MEMBER#*'],
    attributes: DELIVERY_ATTRIBUTES,
  });
};

const readsBrake: Grant = (fn, { members }) =>
  members.grantItems(fn, { actions: ['GetItem'], partitions: ['BRAKE'] });

const keepsPace: Grant = (fn, { members, stage }) => {
  members.grantItems(fn, { actions: ['GetItem', 'UpdateItem'], partitions: ['PACE#*'] });
  fn.addEnvironment(ENV.segmentsPerSecond, String(stage.carrier.segmentsPerSecond));
  fn.addEnvironment(ENV.segmentsPerDay, String(stage.carrier.segmentsPerDay));
};

const readsDue: Grant = (fn, { members }) => members.grantIndex(fn, 'due');

const readsRecords: Grant = (fn, { members }) => {
  members.grantItems(fn, { actions: ['BatchGetItem'], partitions: ['MEMBER#*'] });
  members.grantItems(fn, { actions: ['Query'], partitions: ['INBOX#*'] });
  members.grantIndex(fn, 'roster');
  members.grantIndex(fn, 'escalations');
};

const QUEUE_NAMES_IN_ENVIRONMENT: Readonly<Record<QueueName, string>> = {
  inbox: ENV.inboxQueueUrl,
  urgent: ENV.urgentQueueUrl,
  routine: ENV.routineQueueUrl,
};

const sendsTo =
  (...names: readonly QueueName[]): Grant =>
  (fn, { queues }) => {
    for (const name of names) {
      const target = queues.get(name);
      if (target === undefined) throw new Error(`functions/what-runs.ts has no queue ${name}`);
      target.grantSend(fn);
      fn.addEnvironment(QUEUE_NAMES_IN_ENVIRONMENT[name], target.queue.queueUrl);
    }
  };

const publishes: Grant = (fn, { bus }) => {
  allow(fn, ['events:PutEvents'], [bus.eventBusArn]);
  fn.addEnvironment(ENV.eventBusName, bus.eventBusName);
};

/** Twilio signs, and is called back at, the public address; never what a request says of itself. */
const knowsItsAddress: Grant = (fn, { stage }) =>
  fn.addEnvironment(ENV.publicBaseUrl, `https://${stage.publicHostName}`);

const checksSignatures: Grant = (fn, holdings) => {
  holdings.secrets.grantTwilio(fn);
  knowsItsAddress(fn, holdings);
};

const callsTwilio: Grant = (fn, holdings) => {
  holdings.secrets.grantTwilio(fn);
  knowsItsAddress(fn, holdings);
  fn.addEnvironment(ENV.twilioAccountSid, holdings.stage.twilio.accountSid);
  fn.addEnvironment(ENV.twilioMessagingServiceSid, holdings.stage.twilio.messagingServiceSid);
};

const keysPhones: Grant = (fn, { secrets }) => secrets.grantPhoneKey(fn);

const speaks: Grant = (fn, { stage }) => {
  fn.addEnvironment(ENV.brand, stage.program.brand);
  fn.addEnvironment(ENV.link, stage.program.link);
};

/** What each function may touch. A function that is not here may touch nothing, and does not synthesize. */
const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  'receive-text': [storesInbound, keysPhones, checksSignatures],
  'record-status': [changesTexts, checksSignatures],
  relay: [sendsTo('inbox', 'urgent', 'routine'), publishes],
  coach: [decides, readsInbox, speaks],
  'release-due': [decides, readsDue, readsBrake, keepsPace, sendsTo('inbox', 'urgent', 'routine'), speaks],
  'send-text': [changesTexts, readsBrake, callsTwilio],
  'console-api': [decides, readsRecords, speaks],
};

/** Gives a function what the list says: permission and environment name in one go. */
export const grantTo = ({ entry, function: fn }: LimberFunction, holdings: Holdings): void => {
  const grants = GRANTS[entry.name];
  if (grants === undefined) throw new Error(`infra/grants.ts does not say what ${entry.name} may do`);
  for (const grant of grants) grant(fn, holdings);
};

/**
 * Which functions exist, what triggers each, and what its failure means to a person: the one list that `infra/`
 * deploys and `local/` runs. Data only.
 */
export type Trigger =
  | { readonly kind: 'route'; readonly method: 'GET' | 'POST' | 'ANY'; readonly path: string }
  | {
      readonly kind: 'queue';
      readonly queue: QueueName;
      readonly batchSize: number;
      readonly maxConcurrency: number;
    }
  | { readonly kind: 'schedule'; readonly everyMinutes: number }
  /** A stream mapping: carries the items whose `relay` attribute is `carries`. */
  | {
      readonly kind: 'stream';
      readonly carries: 'safety' | 'rest';
      readonly batchSize: number;
      readonly retries: number;
    };

export type FunctionEntry = {
  /** Also the file name in functions/lambdas/. */
  readonly name: string;
  readonly triggers: readonly Trigger[];
  /** What a failure of it means to a person. */
  readonly impact: string;
  readonly timeoutSeconds: number;
};

const QUEUE_NAMES = ['inbox', 'urgent', 'routine'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export type QueueEntry = {
  readonly name: QueueName;
  readonly visibilitySeconds: number;
  readonly maxReceives: number;
  readonly impact: string;
};

export const QUEUES: readonly QueueEntry[] = [
  {
    name: 'inbox',
    visibilitySeconds: 60,
    maxReceives: 5,
    impact: 'a member may have reported a red flag that nobody has read',
  },
  {
    name: 'urgent',
    visibilitySeconds: 60,
    maxReceives: 5,
    impact: 'a member waits for an answer, perhaps for the emergency numbers',
  },
  {
    name: 'routine',
    visibilitySeconds: 60,
    maxReceives: 5,
    impact: 'a member did not get the text of the day',
  },
];

export const FUNCTIONS: readonly FunctionEntry[] = [
  {
    name: 'receive-text',
    triggers: [{ kind: 'route', method: 'POST', path: '/twilio/text' }],
    impact: 'texts of members are not accepted: red flags reach nobody',
    timeoutSeconds: 10,
  },
  {
    name: 'record-status',
    triggers: [{ kind: 'route', method: 'POST', path: '/twilio/status' }],
    impact: 'it is not known whether texts arrive, safety texts among them',
    timeoutSeconds: 10,
  },
  {
    name: 'relay',
    triggers: [
      { kind: 'stream', carries: 'safety', batchSize: 25, retries: 5 },
      { kind: 'stream', carries: 'rest', batchSize: 100, retries: 5 },
    ],
    impact: 'what was decided is not carried out: safety replies and pages to staff wait',
    timeoutSeconds: 10,
  },
  {
    name: 'coach',
    triggers: [{ kind: 'queue', queue: 'inbox', batchSize: 10, maxConcurrency: 50 }],
    impact: 'texts of members are stored but not read',
    timeoutSeconds: 10,
  },
  {
    name: 'release-due',
    triggers: [{ kind: 'schedule', everyMinutes: 1 }],
    impact: 'no coaching, no follow-up and no repeated page goes out',
    timeoutSeconds: 55,
  },
  {
    name: 'send-text',
    triggers: [
      { kind: 'queue', queue: 'urgent', batchSize: 1, maxConcurrency: 20 },
      { kind: 'queue', queue: 'routine', batchSize: 10, maxConcurrency: 5 },
    ],
    impact: 'texts are decided but do not leave',
    timeoutSeconds: 10,
  },
  {
    name: 'console-api',
    triggers: [{ kind: 'route', method: 'ANY', path: '/api/{proxy+}' }],
    impact: 'nurses and care managers cannot see or act on records',
    timeoutSeconds: 10,
  },
];

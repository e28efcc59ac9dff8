import { ENV, type Env } from '../functions/runtime/env-names.ts';
import type { Queues } from './queues/start-queues.ts';

/** The carrier's account on one machine: made up, in the form of the real thing. None of it opens anything. */
export const LOCAL_CARRIER = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authToken: 'local-auth-token',
  messagingServiceSid: `MG${'0'.repeat(31)}1`,
  sender: '+16125550199',
} as const;

/** What the stage fills into the wording. */
export const STAGE_WORDS = { brand: 'Limber', link: 'limber.example/t' } as const;

export const TABLE_NAME = 'limber';
const EVENT_BUS_NAME = 'limber';
/** The same in every run: a number has to stay the same member in data that was kept. */
export const PHONE_KEY = 'the key of a local run is no secret at all';

type Addresses = { readonly publicBaseUrl: string; readonly carrierUrl: string; readonly queues: Queues };

/** What the functions are given as their environment. The rate is that of a middling 10DLC campaign. */
export const functionSettings = ({ publicBaseUrl, carrierUrl, queues }: Addresses): Env => ({
  [ENV.tableName]: TABLE_NAME,
  [ENV.inboxQueueUrl]: queues.url('inbox'),
  [ENV.urgentQueueUrl]: queues.url('urgent'),
  [ENV.routineQueueUrl]: queues.url('routine'),
  [ENV.eventBusName]: EVENT_BUS_NAME,
  [ENV.publicBaseUrl]: publicBaseUrl,
  [ENV.twilioAccountSid]: LOCAL_CARRIER.accountSid,
  [ENV.twilioAuthToken]: LOCAL_CARRIER.authToken,
  [ENV.twilioMessagingServiceSid]: LOCAL_CARRIER.messagingServiceSid,
  [ENV.twilioApiBaseUrl]: carrierUrl,
  [ENV.phoneKey]: PHONE_KEY,
  [ENV.segmentsPerSecond]: '120',
  [ENV.segmentsPerDay]: '40000',
  [ENV.brand]: STAGE_WORDS.brand,
  [ENV.link]: STAGE_WORDS.link,
});

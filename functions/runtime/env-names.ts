/** Every environment name that the program reads. `infra/` sets them, `local/` gives them, nobody else spells them. */
export const ENV = {
  tableName: 'TABLE_NAME',
  inboxQueueUrl: 'INBOX_QUEUE_URL',
  urgentQueueUrl: 'URGENT_QUEUE_URL',
  routineQueueUrl: 'ROUTINE_QUEUE_URL',
  eventBusName: 'EVENT_BUS_NAME',
  /** Scheme and host that the carrier knows us by, as in `https://texts.example.org`. */
  publicBaseUrl: 'PUBLIC_BASE_URL',
  twilioAccountSid: 'TWILIO_ACCOUNT_SID',
  twilioMessagingServiceSid: 'TWILIO_MESSAGING_SERVICE_SID',
  twilioSecretName: 'TWILIO_SECRET_NAME',
  phoneKeySecretName: 'PHONE_KEY_SECRET_NAME',
  segmentsPerSecond: 'SEGMENTS_PER_SECOND',
  segmentsPerDay: 'SEGMENTS_PER_DAY',
  brand: 'PROGRAM_BRAND',
  link: 'PROGRAM_LINK',
  /** On one machine only: in place of the two secrets, and of Twilio itself. */
  twilioAuthToken: 'TWILIO_AUTH_TOKEN',
  phoneKey: 'PHONE_KEY',
  twilioApiBaseUrl: 'TWILIO_API_BASE_URL',
  /** Where the content lies as one JSON file; beside the code unless said. */
  contentFile: 'CONTENT_FILE',
} as const;

export type Setting = keyof typeof ENV;
export type Env = Readonly<Record<string, string | undefined>>;

const DECIDES = ['tableName', 'brand', 'link'] as const;
const SENDS_ON = ['inboxQueueUrl', 'urgentQueueUrl', 'routineQueueUrl'] as const;

/** What each function must be given, by the name of the function. */
export const SETTINGS_OF = {
  'receive-text': ['tableName', 'publicBaseUrl', 'twilioSecretName', 'phoneKeySecretName'],
  'record-status': ['tableName', 'publicBaseUrl', 'twilioSecretName'],
  relay: [...SENDS_ON, 'eventBusName'],
  coach: [...DECIDES],
  'release-due': [...DECIDES, ...SENDS_ON, 'segmentsPerSecond', 'segmentsPerDay'],
  'send-text': [
    'tableName',
    'publicBaseUrl',
    'twilioSecretName',
    'twilioAccountSid',
    'twilioMessagingServiceSid',
  ],
  'console-api': [...DECIDES],
  sweep: ['tableName', ...SENDS_ON],
} as const satisfies Readonly<Record<string, readonly Setting[]>>;

/** A setting that another one stands in for, on one machine. */
export const STANDS_IN: Partial<Record<Setting, Setting>> = {
  twilioSecretName: 'twilioAuthToken',
  phoneKeySecretName: 'phoneKey',
};

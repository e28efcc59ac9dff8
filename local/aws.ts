/** What the emulators and the SDKs agree on. None of it is a secret: nothing here leaves the machine. */
export const LOCAL_AWS = {
  region: 'us-east-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

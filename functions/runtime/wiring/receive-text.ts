import { createDynamoInboxRepository } from '../../adapters/dynamodb/inbox-repository.ts';
import { createVerifySignature } from '../../adapters/twilio/verify-signature.ts';
import { createReceiveText } from '../../use-cases/receive-text.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import { createHashPhone } from '../phone-key.ts';
import type { Shared } from '../shared.ts';

export const wireReceiveText = async ({ env, clock, logger, secrets, table }: Shared) => {
  const { publicBaseUrl } = loadConfig(env, SETTINGS_OF['receive-text']);
  const [authTokens, phoneKey] = await Promise.all([secrets.twilioAuthTokens(), secrets.phoneKey()]);
  const inbox = createDynamoInboxRepository(await table());
  return {
    receiveText: createReceiveText({ inbox, hashPhone: createHashPhone(phoneKey), clock, logger }),
    verifySignature: createVerifySignature({ authTokens, publicUrl: publicBaseUrl }),
    logger,
  };
};

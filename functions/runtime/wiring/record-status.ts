import { createDynamoTextRepository } from '../../adapters/dynamodb/text-repository.ts';
import { classifyErrorCode } from '../../adapters/twilio/error-classes.ts';
import { createVerifySignature } from '../../adapters/twilio/verify-signature.ts';
import { createRecordStatus } from '../../use-cases/record-status.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';

export const wireRecordStatus = async ({ env, clock, logger, secrets, table }: Shared) => {
  const { publicBaseUrl } = loadConfig(env, SETTINGS_OF['record-status']);
  const authTokens = await secrets.twilioAuthTokens();
  const texts = createDynamoTextRepository(await table());
  return {
    recordStatus: createRecordStatus({ texts, classifyErrorCode, clock, logger }),
    verifySignature: createVerifySignature({ authTokens, publicUrl: publicBaseUrl }),
    logger,
  };
};

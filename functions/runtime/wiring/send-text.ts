import { createDynamoTextRepository } from '../../adapters/dynamodb/text-repository.ts';
import { createTwilioTextSender } from '../../adapters/twilio/create-text-sender.ts';
import { createSendText } from '../../use-cases/send-text.ts';

import { loadConfig } from '../config.ts';
import { ENV, SETTINGS_OF } from '../env-names.ts';
import { routeOf } from '../route-of.ts';
import type { Shared } from '../shared.ts';
import { wait } from '../wait.ts';

/** How the carrier calls back: three tries, also after a 5xx or a time-out; it asks for this in the fragment. */
const CALLBACK_RETRIES = '#rc=3&rp=5xx,ct,rt&rt=4000&tt=15000';

export const wireSendText = async (shared: Shared) => {
  const { env, clock, logger, secrets } = shared;
  const config = loadConfig(env, SETTINGS_OF['send-text']);
  const [authToken] = await secrets.twilioAuthTokens();
  const statusUrl = new URL(routeOf('record-status'), config.publicBaseUrl).href;
  const sender = createTwilioTextSender({
    accountSid: config.twilioAccountSid,
    authToken,
    messagingServiceSid: config.twilioMessagingServiceSid,
    statusCallbackUrl: `${statusUrl}${CALLBACK_RETRIES}`,
    apiBaseUrl: env[ENV.twilioApiBaseUrl] || undefined,
  });
  const texts = createDynamoTextRepository(await shared.table());
  const brake = await shared.brake();
  return { sendText: createSendText({ texts, sender, brake, clock, wait, logger }), logger };
};

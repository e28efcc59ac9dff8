import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { readStreamImage } from '../../adapters/dynamodb/stream-image.ts';
import { createEventBridgePublisher } from '../../adapters/eventbridge/create-event-publisher.ts';
import { createRelayChanges } from '../../use-cases/relay-changes.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';
import { wireQueues } from './queues.ts';

export const wireRelay = async ({ env, logger }: Shared) => {
  const config = loadConfig(env, SETTINGS_OF.relay);
  const client = new EventBridgeClient({});
  const publisher = createEventBridgePublisher({ client, busName: config.eventBusName });
  return {
    relayChanges: createRelayChanges({ ...wireQueues(config), publisher, logger }),
    readStreamImage,
    logger,
  };
};

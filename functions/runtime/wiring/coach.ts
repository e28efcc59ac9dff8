import { createDynamoInboxRepository } from '../../adapters/dynamodb/inbox-repository.ts';
import { createDynamoTextRepository } from '../../adapters/dynamodb/text-repository.ts';
import { createReadInbox } from '../../use-cases/read-inbox.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';
import { wireDeciding } from './deciding.ts';

export const wireCoach = async (shared: Shared) => {
  const { env, logger } = shared;
  loadConfig(env, SETTINGS_OF.coach); // all that is missing, in one message
  const table = await shared.table();
  const { decideAndCommit } = await wireDeciding(shared);
  const inbox = createDynamoInboxRepository(table);
  const texts = createDynamoTextRepository(table);
  return { readInbox: createReadInbox({ inbox, texts, decideAndCommit, logger }), logger };
};

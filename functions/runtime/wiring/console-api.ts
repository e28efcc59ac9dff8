import { createDynamoRecordReader } from '../../adapters/dynamodb/record-reader.ts';
import { createActOnMember } from '../../use-cases/act-on-member.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';
import { wireDeciding } from './deciding.ts';

/** Everything that the console's API needs but one thing: who may look is said where it is served. */
export const wireConsoleApi = async (shared: Shared) => {
  const { env, clock, logger } = shared;
  loadConfig(env, SETTINGS_OF['console-api']); // all that is missing, in one message
  const { members, decideAndCommit } = await wireDeciding(shared);
  return {
    records: createDynamoRecordReader(await shared.table()),
    members,
    actOnMember: createActOnMember({ decideAndCommit, logger }),
    clock,
    program: await shared.program(),
    logger,
  };
};

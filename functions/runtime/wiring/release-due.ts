import { createDynamoDueIndex } from '../../adapters/dynamodb/due-index.ts';
import { createDynamoPaceLedger } from '../../adapters/dynamodb/pace-ledger.ts';
import { createReleaseDue } from '../../use-cases/release-due.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';
import { wireDeciding } from './deciding.ts';
import { wireQueues } from './queues.ts';

export const wireReleaseDue = async (shared: Shared) => {
  const { env, clock, logger } = shared;
  const { segmentsPerSecond, segmentsPerDay, ...config } = loadConfig(env, SETTINGS_OF['release-due']);
  const table = await shared.table();
  const { decideAndCommit } = await wireDeciding(shared);
  const releaseDue = createReleaseDue({
    due: createDynamoDueIndex(table),
    decideAndCommit,
    ...wireQueues(config),
    brake: await shared.brake(),
    ledger: createDynamoPaceLedger(table),
    rate: { segmentsPerSecond, segmentsPerDay },
    clock,
    logger,
  });
  return { releaseDue, logger };
};

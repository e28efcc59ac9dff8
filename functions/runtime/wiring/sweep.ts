import { createDynamoDueIndex } from '../../adapters/dynamodb/due-index.ts';
import { createDynamoRecordReader } from '../../adapters/dynamodb/record-reader.ts';
import { createSweep } from '../../use-cases/sweep.ts';
import { loadConfig } from '../config.ts';
import { SETTINGS_OF } from '../env-names.ts';
import type { Shared } from '../shared.ts';
import { wireQueues } from './queues.ts';

export const wireSweep = async ({ env, clock, logger, table }: Shared) => {
  const config = loadConfig(env, SETTINGS_OF.sweep);
  const due = createDynamoDueIndex(await table());
  const records = createDynamoRecordReader(await table());
  return { sweep: createSweep({ due, records, ...wireQueues(config), clock, logger }), logger };
};

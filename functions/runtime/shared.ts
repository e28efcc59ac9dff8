import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type CompiledContent, readCompiledContent } from '../adapters/content/compiled-content.ts';
import { createDynamoBrake, type DynamoBrake } from '../adapters/dynamodb/brake.ts';
import { createDynamoClient, type DynamoTable } from '../adapters/dynamodb/client.ts';
import { memberIdSchema } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import { fromEpochMilliseconds } from '../domain/time.ts';
import type { Clock, Ids, Logger } from '../ports.ts';
import { loadConfig } from './config.ts';
import { ENV, type Env } from './env-names.ts';
import { createLogger } from './logger.ts';
import { once } from './once.ts';
import { createSecrets, type Secrets } from './secrets.ts';

export type ContainerOptions = {
  readonly env: Env;
  /** Default: the wall clock. */
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly logger?: Logger;
  /** Default: the JSON file that lies beside the code. */
  readonly content?: CompiledContent;
};

/** What functions have in common, each made when it is first asked for. */
export type Shared = {
  readonly env: Env;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly table: () => Promise<DynamoTable>;
  readonly brake: () => Promise<DynamoBrake>;
  readonly program: () => Promise<Program>;
};

const wallClock: Clock = { now: () => fromEpochMilliseconds(Date.now()) };
const randomIds: Ids = {
  newMemberId: () => memberIdSchema.parse(`mem_${randomBytes(12).toString('hex')}`),
};

const readContentFile = async (env: Env): Promise<CompiledContent> =>
  readCompiledContent(
    await readFile(env[ENV.contentFile] || new URL('./content.json', import.meta.url), 'utf8'),
  );

export const createShared = ({ env, content, ...given }: ContainerOptions): Shared => {
  const { clock = wallClock, ids = randomIds, logger = createLogger() } = given;
  const fetchSecret = async (name: string) => (await import('./fetch-secret.ts')).fetchSecret(name);
  const table = once(async () => ({
    client: createDynamoClient(),
    tableName: loadConfig(env, ['tableName']).tableName,
  }));
  return {
    env,
    clock,
    ids,
    logger,
    secrets: createSecrets({ env, fetchSecret }),
    table,
    brake: once(async () => createDynamoBrake({ ...(await table()), clock })),
    program: once(async () => {
      const { createProgram } = await import('./program.ts');
      return createProgram(content ?? (await readContentFile(env)), loadConfig(env, ['brand', 'link']));
    }),
  };
};

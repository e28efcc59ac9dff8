import { z } from 'zod';
import { ENV, type Env, type Setting, STANDS_IN } from './env-names.ts';

const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/ });

/** Either the setting itself or, on one machine, the one that stands in for it. */
const replaceable = text.optional();

const configSchema = z.object({
  tableName: text,
  inboxQueueUrl: url,
  urgentQueueUrl: url,
  routineQueueUrl: url,
  eventBusName: text,
  publicBaseUrl: url,
  twilioAccountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'an account SID: AC and 32 hex digits'),
  twilioMessagingServiceSid: z.string().regex(/^MG[0-9a-f]{32}$/, 'a service SID: MG and 32 hex digits'),
  twilioSecretName: replaceable,
  phoneKeySecretName: replaceable,
  segmentsPerSecond: z.coerce.number().positive(),
  segmentsPerDay: z.coerce.number().int().positive(),
  brand: text,
  link: text,
});
type Config = z.infer<typeof configSchema>;

/** The environment is not what a function needs. Names every missing and every wrong setting at once; no values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const isGiven = (env: Env, setting: Setting): boolean => {
  const other = STANDS_IN[setting];
  return Boolean(env[ENV[setting]]) || (other !== undefined && Boolean(env[ENV[other]]));
};

/** Reads and checks settings from the environment; throws one `ConfigError` that names all that is missing or wrong. */
export const loadConfig = <Name extends keyof Config>(
  env: Env,
  settings: readonly Name[],
): Pick<Config, Name> => {
  const missing = settings.filter((setting) => !isGiven(env, setting)).map((setting) => ENV[setting]);
  const given = settings.filter((setting) => isGiven(env, setting));
  const parsed = given.map((setting) => {
    const result = configSchema.shape[setting].safeParse(env[ENV[setting]] || undefined);
    return { setting, result };
  });
  const wrong = parsed.flatMap(({ setting, result }) =>
    result.success ? [] : [`${ENV[setting]} (${result.error.issues[0]?.message})`],
  );
  const problems = [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(wrong.length > 0 ? [`wrong: ${wrong.join(', ')}`] : []),
  ];
  if (problems.length > 0) throw new ConfigError(`environment: ${problems.join('; ')}`);
  // every setting that was asked for has passed its schema
  return Object.fromEntries(parsed.map(({ setting, result }) => [setting, result.data])) as Pick<
    Config,
    Name
  >;
};

import { z } from 'zod';
import { ENV, type Env } from './env-names.ts';
import { once } from './once.ts';

/** Twilio's secret as a person stores it: the token alone, or during a rotation both. */
const twilioSecretSchema = z.object({
  authToken: z.string().min(1),
  previousAuthToken: z.string().min(1).optional(),
});

export type Secrets = {
  /** The token to send with comes first; a signature may be of any of them. */
  readonly twilioAuthTokens: () => Promise<readonly [string, ...string[]]>;
  readonly phoneKey: () => Promise<string>;
};

type Deps = {
  readonly env: Env;
  /** Asks Secrets Manager; called once a secret and process. */
  readonly fetchSecret: (name: string) => Promise<string>;
};

const parseJson = (secret: string): unknown => {
  try {
    return JSON.parse(secret);
  } catch {
    return undefined; // a bare token
  }
};

const readTwilioSecret = (secret: string): readonly [string, ...string[]] => {
  const parsed = twilioSecretSchema.safeParse(parseJson(secret));
  if (!parsed.success) return [secret.trim()];
  const { authToken, previousAuthToken } = parsed.data;
  return previousAuthToken ? [authToken, previousAuthToken] : [authToken];
};

/** Secrets, from the environment where it holds them (one machine), else by name; fetched once, kept in memory. */
export const createSecrets = ({ env, fetchSecret }: Deps): Secrets => {
  const read = async (direct: string | undefined, name: string | undefined): Promise<string> =>
    direct || fetchSecret(name ?? '');
  return {
    twilioAuthTokens: once(async () =>
      readTwilioSecret(await read(env[ENV.twilioAuthToken], env[ENV.twilioSecretName])),
    ),
    phoneKey: once(async () => (await read(env[ENV.phoneKey], env[ENV.phoneKeySecretName])).trim()),
  };
};

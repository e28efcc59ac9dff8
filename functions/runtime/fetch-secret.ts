import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads one secret from Secrets Manager. */
export const fetchSecret = async (name: string): Promise<string> => {
  const client = new SecretsManagerClient({});
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  client.destroy();
  if (!SecretString) throw new Error('a secret has no text');
  return SecretString;
};

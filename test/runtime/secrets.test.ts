import { describe, expect, it } from 'vitest';
import { phoneNumberSchema } from '../../functions/domain/ids.ts';
import { once } from '../../functions/runtime/once.ts';
import { createHashPhone } from '../../functions/runtime/phone-key.ts';
import { createSecrets } from '../../functions/runtime/secrets.ts';

const named = { TWILIO_SECRET_NAME: 'limber/twilio', PHONE_KEY_SECRET_NAME: 'limber/phone-key' };
const noFetch = () => Promise.reject(new Error('must not be asked'));

describe('secrets', () => {
  it('are taken from the environment where it holds them', async () => {
    const env = { ...named, TWILIO_AUTH_TOKEN: 'token', PHONE_KEY: 'key' };
    const secrets = createSecrets({ env, fetchSecret: noFetch });
    expect(await secrets.twilioAuthTokens()).toEqual(['token']);
    expect(await secrets.phoneKey()).toBe('key');
  });

  it('are fetched by name, once', async () => {
    const asked: string[] = [];
    const fetchSecret = async (name: string) => {
      asked.push(name);
      return ` value of ${name}\n`;
    };
    const secrets = createSecrets({ env: named, fetchSecret });
    await Promise.all([secrets.phoneKey(), secrets.phoneKey(), secrets.twilioAuthTokens()]);
    expect(await secrets.phoneKey()).toBe('value of limber/phone-key');
    expect(asked.sort()).toEqual(['limber/phone-key', 'limber/twilio']);
  });

  it.each([
    ['bare-token', ['bare-token']],
    ['{"authToken":"new"}', ['new']],
    ['{"authToken":"new","previousAuthToken":"old"}', ['new', 'old']],
  ])('reads the secret %s', async (secret, tokens) => {
    const secrets = createSecrets({ env: named, fetchSecret: async () => secret });
    expect(await secrets.twilioAuthTokens()).toEqual(tokens);
  });
});

it('once tries again what failed, and keeps what came', async () => {
  let calls = 0;
  const get = once(async () => {
    calls += 1;
    if (calls === 1) throw new Error('away');
    return calls;
  });
  await expect(get()).rejects.toThrow('away');
  expect(await Promise.all([get(), get()])).toEqual([2, 2]);
});

describe('hashPhone', () => {
  const phone = (n: number) => phoneNumberSchema.parse(`+1612555010${n}`);
  const hashPhone = createHashPhone('k'.repeat(32));

  it('gives each number one key, which says nothing of it', () => {
    expect(hashPhone(phone(0))).toBe(hashPhone(phone(0)));
    expect(hashPhone(phone(0))).not.toBe(hashPhone(phone(1)));
    expect(hashPhone(phone(0))).toMatch(/^[\w-]{22}$/);
    expect(hashPhone(phone(0))).not.toContain('555');
  });

  it('hangs on the secret key, which must not be short', () => {
    expect(createHashPhone('j'.repeat(32))(phone(0))).not.toBe(hashPhone(phone(0)));
    expect(() => createHashPhone('k'.repeat(31))).toThrow(RangeError);
  });
});

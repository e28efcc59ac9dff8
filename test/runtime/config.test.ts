import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../functions/runtime/config.ts';
import { ENV, SETTINGS_OF } from '../../functions/runtime/env-names.ts';
import { FUNCTIONS } from '../../functions/what-runs.ts';

const whole = {
  TABLE_NAME: 'limber',
  PUBLIC_BASE_URL: 'https://texts.limber.example',
  TWILIO_SECRET_NAME: 'limber/twilio',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_MESSAGING_SERVICE_SID: 'MG00000000000000000000000000000001',
};

describe('loadConfig', () => {
  it('reads what a function needs', () => {
    expect(loadConfig(whole, SETTINGS_OF['send-text'])).toEqual({
      tableName: 'limber',
      publicBaseUrl: 'https://texts.limber.example',
      twilioSecretName: 'limber/twilio',
      twilioAccountSid: whole.TWILIO_ACCOUNT_SID,
      twilioMessagingServiceSid: whole.TWILIO_MESSAGING_SERVICE_SID,
    });
  });

  it('names everything that is missing, and everything that is wrong, in one message without values', () => {
    const { TABLE_NAME: _, ...rest } = whole;
    const env = { ...rest, TWILIO_SECRET_NAME: '', TWILIO_ACCOUNT_SID: 'AC-secret' };
    const load = () => loadConfig(env, SETTINGS_OF['send-text']);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      /^environment: missing: TABLE_NAME, TWILIO_SECRET_NAME; wrong: TWILIO_ACCOUNT_SID \(/,
    );
    expect(load).not.toThrow('AC-secret');
  });

  it('takes a token in place of the name of its secret', () => {
    const env = { ...whole, TWILIO_SECRET_NAME: undefined, TWILIO_AUTH_TOKEN: 'token' };
    expect(loadConfig(env, SETTINGS_OF['send-text']).twilioSecretName).toBeUndefined();
  });

  it.each([
    ['PUBLIC_BASE_URL', 'ftp://texts', 'publicBaseUrl'],
    ['SEGMENTS_PER_SECOND', '0', 'segmentsPerSecond'],
    ['SEGMENTS_PER_DAY', '1.5', 'segmentsPerDay'],
  ] as const)('does not take %s=%s', (name, value, setting) => {
    expect(() => loadConfig({ [name]: value }, [setting])).toThrow(`wrong: ${name}`);
  });

  it('reads numbers', () => {
    const env = { SEGMENTS_PER_SECOND: '0.25', SEGMENTS_PER_DAY: '2000' };
    expect(loadConfig(env, ['segmentsPerSecond', 'segmentsPerDay'])).toEqual({
      segmentsPerSecond: 0.25,
      segmentsPerDay: 2000,
    });
  });
});

it('says for every function what it must be given', () => {
  const names = FUNCTIONS.map(({ name }) => name);
  expect(
    Object.keys(SETTINGS_OF)
      .filter((name) => name !== 'sweep')
      .sort(),
  ).toEqual(names.sort());
  expect(new Set(Object.values(ENV)).size).toBe(Object.keys(ENV).length);
});

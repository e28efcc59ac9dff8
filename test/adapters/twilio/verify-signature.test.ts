import { describe, expect, it } from 'vitest';
import { createVerifySignature } from '../../../functions/adapters/twilio/verify-signature.ts';
import { signForm } from '../../../local/carrier/sign-form.ts';

const PUBLIC_URL = 'https://texts.example.org';
const PATH = '/twilio/status';
const QUERY = `text=${encodeURIComponent('mem_a1b2c3d4~2027-01-04T16:00:00.000Z~day-1')}`;
const PARAMS = { Body: 'Está bien, ¿no?', From: '+16125550123', FromCity: '', MessageSid: 'SM1' };
const sign = (token: string, params: Record<string, string> = PARAMS, query = QUERY) =>
  signForm(token, `${PUBLIC_URL}${PATH}?${query}`, params);
const verify = createVerifySignature({ authTokens: ['new', 'old'], publicUrl: `${PUBLIC_URL}/` });

describe('a signature', () => {
  it('of either token of a rotation is accepted', () => {
    expect(verify(PATH, QUERY, PARAMS, sign('new'))).toBe(true);
    expect(verify(PATH, QUERY, PARAMS, sign('old'))).toBe(true);
  });

  it('is accepted when the gateway hands the query string over decoded', () => {
    expect(verify(PATH, decodeURIComponent(QUERY), PARAMS, sign('new'))).toBe(true);
  });

  it('made before the fragment of the configured URL is the same', () => {
    const signature = signForm('new', `${PUBLIC_URL}/twilio/text#rc=3&rp=5xx,ct,rt`, PARAMS);
    expect(verify('/twilio/text', '', PARAMS, signature)).toBe(true);
  });

  it.each([
    ['another token', PATH, QUERY, PARAMS, sign('other')],
    ['an empty token', PATH, QUERY, PARAMS, sign('')],
    ['another path', '/twilio/text', QUERY, PARAMS, sign('new')],
    ['another query', PATH, 'text=mem_x', PARAMS, sign('new')],
    ['no query', PATH, '', PARAMS, sign('new')],
    ['a changed value', PATH, QUERY, { ...PARAMS, Body: 'x' }, sign('new')],
    ['a parameter more', PATH, QUERY, { ...PARAMS, Extra: '1' }, sign('new')],
    [
      'a blank parameter dropped',
      PATH,
      QUERY,
      { Body: PARAMS.Body, From: PARAMS.From, MessageSid: 'SM1' },
      sign('new'),
    ],
    ['no signature', PATH, QUERY, PARAMS, undefined],
    ['an empty signature', PATH, QUERY, PARAMS, ''],
    ['a shorter signature', PATH, QUERY, PARAMS, sign('new').slice(1)],
  ])('is refused with %s', (_name, path, query, params, signature) => {
    expect(verify(path, query, params, signature)).toBe(false);
  });

  it('cannot be checked without a token or with a URL that is none', () => {
    expect(() => createVerifySignature({ authTokens: [''], publicUrl: PUBLIC_URL })).toThrow(TypeError);
    expect(() => createVerifySignature({ authTokens: ['new'], publicUrl: 'texts' })).toThrow(TypeError);
  });
});

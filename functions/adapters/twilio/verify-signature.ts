import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

type SignatureProps = {
  /** The account's auth token, and during a rotation the one before or after it. */
  readonly authTokens: readonly string[];
  /** Scheme and host that the webhooks are configured with, as in `https://texts.example.org`. */
  readonly publicUrl: string;
};

/** Form parameters as received, blanks included; a parameter that came twice is an array. */
type WebhookParams = Readonly<Record<string, string | readonly string[]>>;

export type VerifySignature = (
  path: string,
  queryString: string,
  params: WebhookParams,
  signature: string | undefined,
) => boolean;

/**
 * Whether a request is the carrier's own. The URL is built from configuration and never from headers, which the
 * sender of a forged request chooses.
 */
export const createVerifySignature = ({ authTokens, publicUrl }: SignatureProps): VerifySignature => {
  const tokens = authTokens.filter((token) => token !== ''); // an empty key would sign for everybody
  if (tokens.length === 0) throw new TypeError('at least one auth token is needed');
  const base = new URL(publicUrl).href.replace(/\/$/, '');
  return (path, queryString, params, signature) => {
    if (!signature) return false;
    const url = `${base}${path}${queryString === '' ? '' : `?${queryString}`}`;
    return tokens.some((token) => validateRequest(token, signature, url, { ...params }));
  };
};

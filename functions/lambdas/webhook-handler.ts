import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Logger } from '../ports.ts';
import { type FormParams, firstValues, headerOf, readForm } from './read-form.ts';

export type VerifySignature = (
  path: string,
  queryString: string,
  params: FormParams,
  signature: string | undefined,
) => boolean;

/** What a signed webhook said: the form's parameters and those of its own URL. */
type Webhook = {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
};
export type Answer = APIGatewayProxyStructuredResultV2;
export type WebhookHandler = (event: APIGatewayProxyEventV2) => Promise<Answer>;

type Deps = {
  readonly name: string;
  readonly verifySignature: VerifySignature;
  readonly logger: Logger;
  readonly handle: (webhook: Webhook) => Promise<Answer>;
};

/** An answer with nothing in it: who is refused learns no detail. */
export const emptyAnswer = (statusCode: number): Answer => ({ statusCode, body: '' });

/**
 * A webhook of the carrier: a form, not too large, signed. Anything else is refused and leaves one log line. A failure
 * is a 500, which the carrier repeats; its error goes no further than the log.
 */
export const createWebhookHandler = ({ name, verifySignature, logger, handle }: Deps): WebhookHandler => {
  const refuse = (statusCode: number, reason: string): Answer => {
    logger.warn('webhook_refused', { webhook: name, statusCode, reason });
    return emptyAnswer(statusCode);
  };

  return async (event) => {
    const form = readForm(event);
    if (form.kind === 'refused') return refuse(form.status, form.status === 413 ? 'too_large' : 'no_form');
    const signature = headerOf(event, 'x-twilio-signature');
    if (!verifySignature(event.rawPath, event.rawQueryString, form.params, signature))
      return refuse(403, 'signature');
    try {
      const query = new URLSearchParams(event.rawQueryString);
      const answer = await handle({ params: firstValues(form.params), query });
      return answer.statusCode === 400 ? refuse(400, 'incomplete') : answer;
    } catch (error) {
      logger.error('webhook_failed', { webhook: name, error: error instanceof Error ? error : undefined });
      return emptyAnswer(500);
    }
  };
};

import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { ConnectionRules } from './connection-rules.ts';

export type PostOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  | { readonly kind: 'not_connected' }
  | { readonly kind: 'no_answer' };

type FormPost = {
  readonly url: string;
  readonly form: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rules: ConnectionRules;
  readonly signal: AbortSignal;
};

const readAnswer = async (answer: IncomingMessage): Promise<PostOutcome> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  return {
    kind: 'answered',
    status: answer.statusCode ?? 0,
    contentType: answer.headers['content-type'] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
  };
};

const openRequest = ({ url, form, headers, signal }: FormPost): ClientRequest => {
  const { protocol } = new URL(url);
  const open = protocol === 'https:' ? httpsRequest : httpRequest;
  return open(url.split('#')[0] ?? '', {
    method: 'POST',
    agent: false, // a connection of its own: whether it could be made decides whether Twilio tries again
    signal,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'content-length': Buffer.byteLength(form),
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      ...headers,
    },
  });
};

/** Posts one form and tells a connection that was never made from one that gave no answer. Follows no redirect. */
export const postForm = (post: FormPost): Promise<PostOutcome> =>
  new Promise((resolve) => {
    let isConnected = false;
    const request = openRequest(post);
    const fail = () => resolve({ kind: isConnected ? 'no_answer' : 'not_connected' });
    const giveUp = () => request.destroy(new Error('too slow'));
    let timer = setTimeout(giveUp, post.rules.connectMilliseconds);
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        isConnected = true;
        clearTimeout(timer);
        timer = setTimeout(giveUp, post.rules.readMilliseconds);
      }),
    );
    request.on('response', (answer) => readAnswer(answer).then(resolve, fail));
    request.on('error', fail);
    request.on('close', () => clearTimeout(timer));
    request.end(post.form);
  });

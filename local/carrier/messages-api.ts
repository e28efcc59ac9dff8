import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { AcceptText } from './accept-text.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { listTexts } from './list-texts.ts';
import type { StoredText } from './stored-text.ts';
import { textResource } from './text-resource.ts';
import { errorAnswer } from './twilio-errors.ts';

type ApiDeps = {
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly acceptText: AcceptText;
  readonly clock: { readonly now: () => string };
  readonly accountSid: string;
  /** User names and passwords that may call: the account with its token, API keys with their secrets. */
  readonly credentials: ReadonlyMap<string, string>;
};
type Api = { Bindings: Partial<HttpBindings> };

const fail = (code: number): Response => {
  const { status, body } = errorAnswer(code);
  return Response.json(body, { status });
};

/** Breaks the connection without an answer. Called in-process, where there is none, it answers 504. */
const hangUp = (c: Context<Api>): Response => {
  const socket = c.env?.incoming?.socket;
  if (socket === undefined) return new Response(null, { status: 504 });
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

const isAuthorized = (header: string | undefined, credentials: ReadonlyMap<string, string>): boolean => {
  const [scheme, encoded = ''] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic') return false;
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return credentials.get(user) === password.join(':');
};

/** Twilio's Messages resource over HTTP: create, list, fetch, redact, delete. */
export const createMessagesApi = (deps: ApiDeps): Hono<Api> => {
  const { ledger, faults, acceptText, clock, accountSid, credentials } = deps;
  const base = `/2010-04-01/Accounts/${accountSid}`;
  const resource = (text: StoredText) => textResource(text, accountSid);
  const find = (file: string): StoredText | undefined => {
    const text = ledger.texts.get(file.replace(/\.json$/, ''));
    return text?.isDeleted ? undefined : text;
  };
  const api = new Hono<Api>();

  api.use('*', async (c, next) => {
    if (!isAuthorized(c.req.header('authorization'), credentials)) return fail(20003);
    return next();
  });

  api.post(`${base}/Messages.json`, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const fault = faults.takeForCreate();
    if (fault?.kind === 'refuse') return fail(fault.code);
    if (fault?.kind === 'hang_up' && !fault.isAccepted) return hangUp(c);
    const answer = acceptText(form, fault);
    if (answer.kind === 'error') return fail(answer.code);
    return fault?.kind === 'hang_up' ? hangUp(c) : c.json(resource(answer.text), 201);
  });

  api.get(`${base}/Messages.json`, (c) => {
    const query = new URL(c.req.url).searchParams;
    const { texts, paging } = listTexts(ledger.texts.values(), query, `${base}/Messages.json`);
    return c.json({ ...paging, messages: texts.map(resource) });
  });

  api.get(`${base}/Messages/:file`, (c) => {
    const text = find(c.req.param('file'));
    return text ? c.json(resource(text)) : fail(20404);
  });

  api.post(`${base}/Messages/:file`, async (c) => {
    const text = find(c.req.param('file'));
    if (!text) return fail(20404);
    const form = new URLSearchParams(await c.req.text());
    if (form.has('Status')) return fail(30409); // only scheduled texts can be canceled, and nothing is scheduled here
    if (form.get('Body') !== '') return fail(20001);
    const redacted: StoredText = { ...text, isRedacted: true, updatedAt: clock.now() };
    ledger.commit([{ kind: 'text', text: redacted }]);
    return c.json(resource(redacted));
  });

  api.delete(`${base}/Messages/:file`, (c) => {
    const text = find(c.req.param('file'));
    if (!text) return fail(20404);
    if (text.plan.length > 0) return fail(20009);
    ledger.commit([{ kind: 'text', text: { ...text, isDeleted: true } }]);
    return c.body(null, 204);
  });

  api.notFound(() => fail(20404));
  return api;
};

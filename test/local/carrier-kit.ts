import { Hono } from 'hono';
import { type Carrier, type CarrierOptions, createCarrier } from '../../local/carrier/create-carrier.ts';
import { serveOnLoopback } from '../../local/carrier/serve-on-loopback.ts';

export const ACCOUNT_SID = `AC${'a'.repeat(32)}`;
export const SERVICE_SID = `MG${'b'.repeat(32)}`;
export const AUTH_TOKEN = 'made-up-token';
export const SENDER = '+16125550100';
export const MEMBER = '+16125550123';
export const START = '2027-01-04T16:00:00.000Z';

export const OPT_OUT_REPLIES = {
  stop: { en: 'Stopped.', es: 'Cancelado.' },
  start: { en: 'Open again.', es: 'Abierto.' },
  help: { en: 'Help line.', es: 'Linea de ayuda.' },
};

type Hook = {
  readonly path: string;
  readonly query: string;
  readonly params: Readonly<Record<string, string>>;
  readonly signature: string;
};
type Answer = () => Response | Promise<Response>;

const emptyTwiml: Answer = () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } });

/** The program's side: takes webhooks and remembers them in the order they came. */
export const createWebhookEar = async (port = 0) => {
  const hooks: Hook[] = [];
  let answer: Answer = emptyTwiml;
  const app = new Hono();
  app.post('*', async (c) => {
    const url = new URL(c.req.url);
    hooks.push({
      path: url.pathname,
      query: url.search.slice(1),
      params: Object.fromEntries(new URLSearchParams(await c.req.text())),
      signature: c.req.header('x-twilio-signature') ?? '',
    });
    return answer();
  });
  const served = await serveOnLoopback(app.fetch, port);
  return {
    ...served,
    hooks,
    inbound: () => hooks.filter(({ path }) => path === '/twilio/text'),
    statuses: () =>
      hooks.filter(({ path }) => path === '/twilio/status').map(({ params }) => params.MessageStatus),
    answerWith: (next: Answer) => {
      answer = next;
    },
    answerWell: () => {
      answer = emptyTwiml;
    },
  };
};
type WebhookEar = Awaited<ReturnType<typeof createWebhookEar>>;

export type Bench = {
  readonly carrier: Carrier;
  readonly ear: WebhookEar;
  readonly clock: { readonly now: () => string; readonly advance: (minutes: number) => void };
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** A listening carrier, a program that answers it, and a clock that moves when told. */
export const createBench = async (changes: Partial<CarrierOptions> = {}): Promise<Bench> => {
  const ear = await createWebhookEar();
  let now = START;
  const clock = {
    now: () => now,
    advance: (minutes: number) => {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
    },
  };
  const carrier = createCarrier({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    messagingServiceSid: SERVICE_SID,
    sender: SENDER,
    inboundUrl: `${ear.url}/twilio/text`,
    clock,
    optOutReplies: OPT_OUT_REPLIES,
    schedule: { stepMilliseconds: 1, retryMilliseconds: 5 },
    ...changes,
  });
  const served = await carrier.start();
  const close = async () => {
    await served.close();
    await ear.close();
  };
  return { carrier, ear, clock, url: served.url, close };
};

/** One request to the carrier's API, with the account's own credentials unless told otherwise. */
export const callApi = (
  bench: Pick<Bench, 'url'>,
  path: string,
  init: {
    readonly method?: string;
    readonly form?: Readonly<Record<string, string>>;
    readonly auth?: string;
  } = {},
): Promise<Response> =>
  fetch(`${bench.url}/2010-04-01/Accounts/${ACCOUNT_SID}/${path}`, {
    method: init.method ?? (init.form ? 'POST' : 'GET'),
    headers: {
      authorization: `Basic ${Buffer.from(init.auth ?? `${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`,
    },
    ...(init.form ? { body: new URLSearchParams(init.form) } : {}),
  });

/** Creates a text through the API, as the program does. */
export const sendVia = (bench: Bench, form: Readonly<Record<string, string>> = {}): Promise<Response> =>
  callApi(bench, 'Messages.json', {
    form: {
      To: MEMBER,
      Body: 'Hello',
      MessagingServiceSid: SERVICE_SID,
      StatusCallback: `${bench.ear.url}/twilio/status?text=mem_x1234567`,
      ...form,
    },
  });

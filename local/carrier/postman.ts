import { setTimeout as wait } from 'node:timers/promises';
import { type ConnectionRules, type Failure, readConnectionRules } from './connection-rules.ts';
import type { DebuggerList, Trouble } from './debugger-list.ts';
import { createGate } from './gate.ts';
import type { Delivery } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { type PostOutcome, postForm } from './post-form.ts';
import { signForm } from './sign-form.ts';

type PostmanDeps = {
  readonly ledger: Ledger;
  readonly troubles: DebuggerList;
  readonly authToken: string;
  readonly clock: { readonly now: () => string };
  readonly retryMilliseconds: number;
};

export type Postman = {
  /** Starts on deliveries that are already in the ledger. */
  readonly deliver: (deliveries: readonly Delivery[]) => void;
  /** Starts on everything that the ledger says is owed and that is not under way. */
  readonly resume: () => void;
  readonly close: () => void;
};

const MOST_AT_ONCE = 50;
const EMPTY_TWIML = /^\s*(<\?xml[^>]*\?>)?\s*<Response\s*(\/>|>\s*<\/Response\s*>)\s*$/;

const failureOf = (outcome: PostOutcome): Failure | undefined => {
  if (outcome.kind === 'not_connected') return 'ct';
  if (outcome.kind === 'no_answer') return 'rt';
  if (outcome.status >= 500) return '5xx';
  return outcome.status >= 400 ? '4xx' : undefined;
};

const troubleWith = (
  delivery: Delivery,
  outcome: PostOutcome,
): Pick<Trouble, 'errorCode' | 'detail'> | undefined => {
  if (outcome.kind !== 'answered')
    return { errorCode: 11200, detail: outcome.kind === 'not_connected' ? 'no connection' : 'no answer' };
  if (outcome.status < 200 || outcome.status >= 300)
    return { errorCode: 11200, detail: `HTTP ${outcome.status}` };
  if (delivery.purpose === 'status' || outcome.status === 204) return undefined;
  if (!/^(text|application)\/xml\b/.test(outcome.contentType))
    return { errorCode: 12300, detail: 'the answer is not XML' };
  return EMPTY_TWIML.test(outcome.body)
    ? undefined
    : { errorCode: 12100, detail: 'anything but an empty Response is beyond this carrier' };
};

/** Makes the requests that the carrier owes, signed as Twilio signs them, and tries again only as Twilio would. */
export const createPostman = (deps: PostmanDeps): Postman => {
  const { ledger, troubles, authToken, clock, retryMilliseconds } = deps;
  const stopped = new AbortController();
  const lanes = new Map<string, Promise<void>>();
  const underway = new Set<string>();
  const gate = createGate(MOST_AT_ONCE);

  const post = ({ id, url, params }: Delivery, rules: ConnectionRules) =>
    postForm({
      url,
      form: new URLSearchParams(params).toString(),
      headers: {
        'x-twilio-signature': signForm(authToken, url, params),
        'i-twilio-idempotency-token': id,
      },
      rules,
      signal: stopped.signal,
    });

  const settle = (delivery: Delivery, outcome: PostOutcome): void => {
    const trouble = troubleWith(delivery, outcome);
    if (trouble) {
      const path = new URL(delivery.url).pathname;
      troubles.add({ at: clock.now(), messageSid: delivery.sid, path, ...trouble });
    }
    ledger.commit([{ kind: 'settled', id: delivery.id }]);
  };

  const carry = async (delivery: Delivery): Promise<void> => {
    const rules = readConnectionRules(delivery.url);
    const endsAt = performance.now() + rules.totalMilliseconds;
    for (let triesLeft = rules.retries; !stopped.signal.aborted; triesLeft -= 1) {
      const outcome = await post(delivery, rules);
      if (stopped.signal.aborted) return; // still owed; the next start carries it
      const failure = failureOf(outcome);
      const isRetried = failure !== undefined && rules.retriedOn.has(failure) && performance.now() < endsAt;
      if (!isRetried || triesLeft === 0) return settle(delivery, outcome);
      await wait(retryMilliseconds);
    }
  };

  const enter = (delivery: Delivery): void => {
    underway.add(delivery.id);
    const before = lanes.get(delivery.lane) ?? Promise.resolve();
    const mine = before
      .then(() => gate(() => carry(delivery)))
      .finally(() => {
        underway.delete(delivery.id);
        if (lanes.get(delivery.lane) === mine) lanes.delete(delivery.lane);
      });
    lanes.set(delivery.lane, mine);
  };

  return {
    deliver: (deliveries) => deliveries.forEach(enter),
    resume: () => [...ledger.owed.values()].filter(({ id }) => !underway.has(id)).forEach(enter),
    close: () => stopped.abort(),
  };
};

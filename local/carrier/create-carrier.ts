import { setTimeout as wait } from 'node:timers/promises';
import { createAcceptText } from './accept-text.ts';
import { conversationOf, type PhoneText, phonesIn } from './conversation.ts';
import { createDebuggerList, type Trouble } from './debugger-list.ts';
import { createFaults, type SetFaultsAnswer } from './faults.ts';
import { openJournal } from './journal.ts';
import { createJourneys } from './journeys.ts';
import { createLedger } from './ledger.ts';
import { createMessagesApi } from './messages-api.ts';
import type { OptOutMode, OptOutReplies } from './opt-out-words.ts';
import { createPostman } from './postman.ts';
import { createReceiveText, type ReceiveText } from './receive-text.ts';
import { type Served, serveOnLoopback } from './serve-on-loopback.ts';
import type { StoredText } from './stored-text.ts';

export type CarrierOptions = {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeys?: readonly { readonly sid: string; readonly secret: string }[];
  readonly messagingServiceSid: string;
  /** The program's own number. */
  readonly sender: string;
  /** The program's inbound webhook; its fragment may hold Twilio's connection overrides. */
  readonly inboundUrl: string;
  /** The program's clock: every date of a text is on it. */
  readonly clock: { readonly now: () => string };
  /** `default`: Twilio without Advanced Opt-Out. Default `advanced`. */
  readonly optOut?: OptOutMode;
  /** The answers to keywords that are configured at the carrier. */
  readonly optOutReplies: OptOutReplies;
  /** File that keeps everything through a crash. Default: nothing is kept. */
  readonly journal?: string | undefined;
  /** Texts that were carried before this carrier began; taken when it has none of its own. */
  readonly past?: readonly StoredText[] | undefined;
  /** Real milliseconds between two statuses, and before a webhook is tried again. */
  readonly schedule?: { readonly stepMilliseconds?: number; readonly retryMilliseconds?: number };
};

export type Carrier = {
  readonly app: ReturnType<typeof createMessagesApi>;
  /** Listens on 127.0.0.1 and takes up what a crash left undone; start it when the webhooks can be answered. */
  readonly start: (port?: number) => Promise<Served>;
  /** Takes up what a crash left undone, for a carrier whose `app` is served by somebody else. */
  readonly resume: () => void;
  /** Stops timers and requests; what is owed stays in the journal. */
  readonly close: () => void;
  readonly receive: ReceiveText;
  readonly texts: (e164: string) => readonly PhoneText[];
  readonly phones: () => readonly string[];
  readonly isOptedOut: (e164: string) => boolean;
  readonly setFaults: (names: readonly string[]) => SetFaultsAnswer;
  readonly faults: () => readonly string[];
  readonly debugger: () => readonly Trouble[];
  /** Statuses, callbacks and webhooks still to come, not counting those that wait for the program's clock. */
  readonly owes: () => number;
  /** Resolves when nothing is owed. */
  readonly settled: () => Promise<void>;
  /** When something that waits for the program's clock comes due next. */
  readonly nextDueAt: () => string | undefined;
  /** Does what the program's clock has made due, and resolves when nothing is owed. Call it after moving the clock. */
  readonly deliverDue: () => Promise<void>;
  /** Called after every change; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
};

const POLL_MILLISECONDS = 2;
const DUE_POLL_MILLISECONDS = 1000;

/** A carrier and its handsets on one machine: Twilio's API on one side, phones on the other. */
export const createCarrier = (options: CarrierOptions): Carrier => {
  const { accountSid, authToken, apiKeys = [], inboundUrl, optOut = 'advanced', schedule = {} } = options;
  if (!URL.canParse(inboundUrl)) throw new TypeError('inboundUrl is not a URL');
  const ledger = createLedger(openJournal(options.journal), new URL(inboundUrl).origin);
  if (options.past && ledger.texts.size === 0)
    ledger.commit(options.past.map((text) => ({ kind: 'text', text })));
  const faults = createFaults();
  const troubles = createDebuggerList();
  const deps = { ...options, ledger, faults, troubles, optOut };
  const postman = createPostman({ ...deps, retryMilliseconds: schedule.retryMilliseconds ?? 100 });
  const journeys = createJourneys({ ...deps, postman, stepMilliseconds: schedule.stepMilliseconds ?? 3 });
  const receive = createReceiveText({ ...deps, postman, journeys });
  const credentials = new Map([
    [accountSid, authToken],
    ...apiKeys.map((key) => [key.sid, key.secret] as const),
  ]);
  const app = createMessagesApi({
    ...deps,
    credentials,
    acceptText: createAcceptText({ ...deps, journeys }),
  });

  const owes = () => journeys.moving() + ledger.owed.size;
  const settled = async () => {
    while (owes() > 0) await wait(POLL_MILLISECONDS);
  };
  const resume = () => {
    postman.resume();
    journeys.resume();
  };
  const close = () => {
    journeys.close();
    postman.close();
  };

  const start = async (port = 0): Promise<Served> => {
    const served = await serveOnLoopback(app.fetch, port);
    resume();
    // for a clock that runs by itself; whoever moves the clock calls deliverDue
    const poll = setInterval(journeys.resume, DUE_POLL_MILLISECONDS);
    const stop = () => {
      clearInterval(poll);
      close();
      return served.close();
    };
    return { url: served.url, close: stop };
  };

  return {
    app,
    start,
    resume,
    close,
    receive,
    texts: (e164) => conversationOf(ledger.texts.values(), e164),
    phones: () => phonesIn(ledger.texts.values()),
    isOptedOut: (e164) => ledger.optedOut.has(e164),
    setFaults: faults.set,
    faults: faults.list,
    debugger: troubles.list,
    owes,
    settled,
    nextDueAt: journeys.nextDueAt,
    deliverDue: async () => {
      journeys.resume();
      await settled();
    },
    subscribe: ledger.subscribe,
  };
};

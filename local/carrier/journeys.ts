import { randomUUID } from 'node:crypto';
import type { Delivery } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { Postman } from './postman.ts';
import { statusCallback } from './status-callback.ts';
import type { Step, StoredText } from './stored-text.ts';

type JourneysDeps = {
  readonly ledger: Ledger;
  readonly postman: Postman;
  readonly clock: { readonly now: () => string };
  readonly accountSid: string;
  readonly sender: string;
  readonly stepMilliseconds: number;
};

export type Journeys = {
  /** Moves a text along its plan, a few real milliseconds a step, up to a step that waits for the program's clock. */
  readonly follow: (sid: string) => void;
  /** Moves whatever has a step that is due. */
  readonly resume: () => void;
  /** How many texts are on the move. */
  readonly moving: () => number;
  /** When the next waiting step comes due on the program's clock. */
  readonly nextDueAt: () => string | undefined;
  readonly close: () => void;
};

const isUnsent = (text: StoredText) => text.status === 'accepted' || text.status === 'queued';

/** Carries accepted texts through queued, sent and delivered, and reports each status. */
export const createJourneys = (deps: JourneysDeps): Journeys => {
  const { ledger, postman, clock, accountSid, sender, stepMilliseconds } = deps;
  const timers = new Map<string, NodeJS.Timeout>();

  const stepOf = (text: StoredText, now: string): Step | undefined => {
    const [step] = text.plan;
    if (step === undefined || (step.notBefore !== undefined && step.notBefore > now)) return undefined;
    const isTooLate = step.status === 'sent' && isUnsent(text) && text.validUntil < now;
    return isTooLate ? { status: 'failed', errorCode: 30036 } : step;
  };

  const advance = (text: StoredText, step: Step, now: string): StoredText => ({
    ...text,
    status: step.status,
    from: text.from ?? sender,
    errorCode: step.errorCode ?? null,
    updatedAt: now,
    sentAt: step.status === 'sent' ? now : text.sentAt,
    plan: step.status === 'failed' ? [] : text.plan.slice(1),
  });

  const owe = (text: StoredText, url: string, params: Record<string, string>): Delivery => ({
    id: randomUUID(),
    purpose: 'status',
    sid: text.sid,
    lane: text.sid,
    url,
    params,
  });

  const report = (text: StoredText): { readonly text: StoredText; readonly owed: readonly Delivery[] } => {
    const { callbackUrl: url, callbacks } = text;
    if (url === undefined || callbacks === 'lost') return { text, owed: [] };
    const params = statusCallback(text, accountSid);
    if (callbacks === 'in_order') return { text, owed: [owe(text, url, params)] };
    const keptBack = [params, ...text.keptBack];
    if (text.plan.length > 0) return { text: { ...text, keptBack }, owed: [] };
    return { text: { ...text, keptBack: [] }, owed: keptBack.map((each) => owe(text, url, each)) };
  };

  const move = (sid: string): void => {
    timers.delete(sid);
    const before = ledger.texts.get(sid);
    const now = clock.now();
    const step = before && stepOf(before, now);
    if (!before || !step) return;
    const { text, owed } = report(advance(before, step, now));
    ledger.commit([{ kind: 'text', text }, ...owed.map((delivery) => ({ kind: 'owed' as const, delivery }))]);
    postman.deliver(owed);
    follow(sid);
  };

  const follow = (sid: string): void => {
    const text = ledger.texts.get(sid);
    if (!text || timers.has(sid) || stepOf(text, clock.now()) === undefined) return;
    timers.set(sid, setTimeout(move, stepMilliseconds, sid));
  };

  const waiting = () =>
    [...ledger.texts.values()].flatMap(({ plan: [step] }) => (step?.notBefore ? [step.notBefore] : []));

  return {
    follow,
    resume: () => [...ledger.texts.keys()].forEach(follow),
    moving: () => timers.size,
    nextDueAt: () => waiting().sort()[0],
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
};

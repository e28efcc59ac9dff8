import type { CreateFault } from './faults.ts';
import { handsetOf, planJourney } from './handsets.ts';
import type { Journeys } from './journeys.ts';
import type { Ledger } from './ledger.ts';
import { newText } from './new-text.ts';
import type { OptOutMode } from './opt-out-words.ts';
import { readCreateRequest } from './read-create-request.ts';
import type { StoredText } from './stored-text.ts';

type AcceptDeps = {
  readonly ledger: Ledger;
  readonly journeys: Journeys;
  readonly clock: { readonly now: () => string };
  readonly messagingServiceSid: string;
  readonly sender: string;
  readonly optOut: OptOutMode;
};

export type AcceptText = (
  form: URLSearchParams,
  fault: CreateFault | undefined,
) =>
  | { readonly kind: 'accepted'; readonly text: StoredText }
  | { readonly kind: 'error'; readonly code: number };

/** Takes one create request, or refuses it with Twilio's code. An accepted text is journaled before the answer. */
export const createAcceptText = (deps: AcceptDeps): AcceptText => {
  const { ledger, journeys, clock, optOut } = deps;
  return (form, fault) => {
    const read = readCreateRequest(form, deps);
    if (read.kind === 'error') return read;
    const { to, body, from, serviceSid, media, validitySeconds, callbackUrl } = read.request;
    const handset = handsetOf(to);
    if (handset.kind === 'refused') return { kind: 'error', code: handset.code };
    const isBlocked = ledger.optedOut.has(to) || handset.kind === 'blocked';
    // with Advanced Opt-Out Twilio looks only after it has accepted the text
    if (isBlocked && optOut === 'default') return { kind: 'error', code: 21610 };

    const now = clock.now();
    const validUntil = new Date(Date.parse(now) + validitySeconds * 1000).toISOString();
    const plan = planJourney({ to, now, validUntil, isBlocked, fault });
    const isQueuedAtOnce = serviceSid === null;
    const text = newText({
      direction: 'outbound-api',
      from: isQueuedAtOnce ? from : null,
      to,
      body,
      serviceSid,
      media: media.map((url) => ({ url, contentType: 'application/octet-stream' })),
      status: isQueuedAtOnce ? 'queued' : 'accepted',
      now,
      validUntil,
      callbackUrl,
      callbacks: fault?.kind === 'callbacks' ? fault.callbacks : 'in_order',
      plan: isQueuedAtOnce ? plan.filter(({ status }) => status !== 'queued') : plan,
    });
    ledger.commit([{ kind: 'text', text }]);
    journeys.follow(text.sid);
    return { kind: 'accepted', text };
  };
};

import type { SendOutcome } from '../domain/texts/delivery.ts';
import type { OutboundText } from '../domain/texts/outbound-text.ts';
import { addMinutes, minutesBetween } from '../domain/time.ts';
import type { Clock, Logger, TextRepository, TextSender } from '../ports.ts';

/** How often a safety text is tried before a person has to phone. */
export const SAFETY_ATTEMPTS = 4;
/** How long a text of unknown outcome is left alone: the carrier's list is a little behind itself. */
export const RECONCILE_MINUTES = 0.25;

const ATTEMPTS = 2;
const THROTTLED_MINUTES = 0.5;
const TRANSIENT_MINUTES = { safety: 0.5, other: 60 };
const QUICK_TRIES = { safety: 5, other: 3 };
const QUICK_WAIT_MILLISECONDS = 100;
/** Too many requests in this moment; the other throttles (a full queue, a daily cap) do not pass in a second. */
const TOO_FAST = new Set([429, 20429]);
const VALIDITY_SECONDS = { least: 1, most: 36_000 };

export type HandedOver = 'accepted' | 'given_back' | 'refused' | 'unknown';

type Deps = {
  readonly texts: TextRepository;
  readonly sender: TextSender;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
};

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/**
 * Gives a text that was just claimed to the carrier and records the answer. `claimed` is the text as it was found,
 * before the claim. It sends again only where the carrier certainly does not have the text.
 */
export const createHandOver = (deps: Deps): ((claimed: OutboundText) => Promise<HandedOver>) => {
  const { texts, sender, clock, wait, logger } = deps;

  const trySending = async (text: OutboundText): Promise<SendOutcome> => {
    const { textId, to, body, notAfter } = text;
    const left = Math.floor(minutesBetween(clock.now(), notAfter) * 60);
    const validitySeconds = Math.min(VALIDITY_SECONDS.most, Math.max(VALIDITY_SECONDS.least, left));
    try {
      return await sender.send({ textId, to, body, validitySeconds });
    } catch (error) {
      // whatever it was, it came after the claim: the carrier may have the text
      logger.error('send_threw', { textId, error: error instanceof Error ? error : undefined });
      return { kind: 'unknown' };
    }
  };

  const sendPatiently = async (text: OutboundText): Promise<SendOutcome> => {
    const tries = text.kind === 'safety' ? QUICK_TRIES.safety : QUICK_TRIES.other;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await trySending(text);
      if (outcome.kind !== 'throttled' || !TOO_FAST.has(outcome.code) || attempt === tries) return outcome;
      await wait(QUICK_WAIT_MILLISECONDS * 2 ** (attempt - 1));
    }
  };

  const giveBack = async (text: OutboundText, minutes: number): Promise<HandedOver> => {
    await texts.giveBack(text.textId, addMinutes(clock.now(), minutes));
    return 'given_back';
  };

  const mayTryLater = (text: OutboundText, { errorClass }: Refused): boolean => {
    if (errorClass !== 'transient') return false;
    const attempts = text.attempts + 1; // this one counts
    if (text.kind === 'safety') return attempts < SAFETY_ATTEMPTS;
    return attempts < ATTEMPTS && addMinutes(clock.now(), TRANSIENT_MINUTES.other) < text.notAfter;
  };

  const refuse = async (text: OutboundText, refused: Refused): Promise<HandedOver> => {
    const { code: errorCode, errorClass } = refused;
    const { textId, memberId, kind } = text;
    if (mayTryLater(text, refused))
      return giveBack(text, kind === 'safety' ? TRANSIENT_MINUTES.safety : TRANSIENT_MINUTES.other);
    await texts.advance(textId, { status: 'failed', at: clock.now(), errorCode, errorClass });
    const isAlarming = errorClass !== 'permanent' && errorClass !== 'transient';
    logger[isAlarming ? 'error' : 'warn']('carrier_refused', { textId, memberId, errorCode, errorClass });
    return 'refused';
  };

  const leaveUnknown = async ({ textId, memberId, kind }: OutboundText): Promise<HandedOver> => {
    const now = clock.now();
    const reconcileAt = kind === 'safety' ? addMinutes(now, RECONCILE_MINUTES) : undefined;
    await texts.markUnknown(textId, now, reconcileAt);
    logger.warn('outcome_unknown', { textId, memberId });
    return 'unknown';
  };

  return async (text) => {
    const outcome = await sendPatiently(text);
    switch (outcome.kind) {
      case 'accepted': {
        const { sid, status } = outcome;
        await texts.advance(text.textId, { status, sid, at: clock.now() });
        return 'accepted';
      }
      case 'throttled':
        logger.warn('carrier_throttles', { textId: text.textId, errorCode: outcome.code });
        return giveBack(text, THROTTLED_MINUTES);
      case 'refused':
        return refuse(text, outcome);
      case 'unknown':
        return leaveUnknown(text);
      default:
        return outcome satisfies never;
    }
  };
};

import type { TextId } from '../domain/ids.ts';
import type { OutboundText } from '../domain/texts/outbound-text.ts';
import { addMinutes, minutesBetween } from '../domain/time.ts';
import type { Brake, Clock, Logger, TextRepository, TextSender } from '../ports.ts';
import { ClaimInFlightError } from './errors.ts';
import { createHandOver, type HandedOver, RECONCILE_MINUTES, SAFETY_ATTEMPTS } from './hand-over.ts';

/** Longer than any send may run, shorter than the queue hides a message: an older claim belongs to nobody any more. */
const CLAIM_MINUTES = 0.5;
const BRAKE_MINUTES = 1;

type SendTextOutcome = HandedOver | 'skipped' | 'postponed' | 'left' | 'not_found';

/** `isRedelivery`: the queue has brought this message before, so whoever held it did not finish. */
export type SendText = (textId: TextId, isRedelivery?: boolean) => Promise<SendTextOutcome>;

type Deps = {
  readonly texts: TextRepository;
  readonly sender: TextSender;
  readonly brake: Brake;
  readonly clock: Clock;
  /** Waits about this long, never much less. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
};

/**
 * Sends one text, by what the table says of it now and not by what the queue meant. The claim orders it against STOP
 * and against every other sender: coaching goes out at most once, a safety text at least once (laws 4 and 5).
 */
export const createSendText = (deps: Deps): SendText => {
  const { texts, sender, brake, clock, logger } = deps;
  const handOver = createHandOver(deps);

  const isHeldBack = async (text: OutboundText): Promise<boolean> => {
    if (text.kind === 'safety') return false; // not even asked: a brake that cannot be read holds back no safety text
    const { scope } = await brake.read();
    return scope === 'all' || (scope === 'routine' && text.lane === 'routine');
  };

  const start = async (text: OutboundText): Promise<SendTextOutcome> => {
    const { textId, notAfter, kind } = text;
    const now = clock.now();
    if (notAfter <= now && kind !== 'safety')
      return (await texts.skip(textId, 'window_closed', now)) ? 'skipped' : 'left';
    if (await isHeldBack(text))
      return (await texts.postpone(textId, addMinutes(now, BRAKE_MINUTES))) ? 'postponed' : 'left';
    if (await texts.claim(textId, 'planned', now)) return handOver(text);
    return notAfter <= now ? giveUp(text, 'safety_text_too_late') : 'left';
  };

  /** A safety text that can no longer be sent becomes `failed`, which pages staff. */
  const giveUp = async (text: OutboundText, why: string): Promise<SendTextOutcome> => {
    const news = { status: 'failed', at: clock.now(), errorClass: 'expired' } as const;
    if (!(await texts.advance(text.textId, news))) return 'left';
    logger.error(why, { textId: text.textId, memberId: text.memberId });
    return 'refused';
  };

  const reconcile = async (text: OutboundText): Promise<SendTextOutcome> => {
    const { textId, to, body, plannedAt } = text;
    const found = await sender.find({ to, body, since: plannedAt });
    if (found) {
      await texts.advance(textId, { status: found.status, at: clock.now(), sid: found.sid });
      return 'accepted';
    }
    if (text.attempts >= SAFETY_ATTEMPTS) return giveUp(text, 'safety_text_given_up');
    const now = clock.now();
    if (await texts.claim(textId, 'unknown', now)) return handOver(text);
    return text.notAfter <= now ? giveUp(text, 'safety_text_too_late') : 'left';
  };

  const takeUpUnknown = async (text: OutboundText): Promise<SendTextOutcome> => {
    if (text.kind !== 'safety') return 'left';
    const wait = text.statusAt ? minutesBetween(text.statusAt, clock.now()) : RECONCILE_MINUTES;
    return wait < RECONCILE_MINUTES ? 'left' : reconcile(text); // asked too early, the carrier may not show it yet
  };

  const takeUpClaim = async (text: OutboundText, isRedelivery: boolean): Promise<SendTextOutcome> => {
    const { textId, kind, claimedAt, plannedAt } = text;
    const now = clock.now();
    if (minutesBetween(claimedAt ?? plannedAt, now) < CLAIM_MINUTES) {
      if (isRedelivery) throw new ClaimInFlightError('a claim that may still be at work'); // comes back later
      return 'left';
    }
    if (kind !== 'safety') return (await texts.markUnknown(textId, now)) ? 'unknown' : 'left';
    const isMarked = await texts.markUnknown(textId, now, addMinutes(now, RECONCILE_MINUTES));
    return isMarked ? reconcile(text) : 'left';
  };

  const step = async (text: OutboundText, isRedelivery: boolean): Promise<SendTextOutcome> => {
    switch (text.status) {
      case 'planned':
        return start(text);
      case 'claimed':
        return takeUpClaim(text, isRedelivery);
      case 'unknown':
        return takeUpUnknown(text);
      default:
        return 'left'; // the carrier has it, or nobody shall have it
    }
  };

  return async (textId, isRedelivery = false) => {
    const text = await texts.find(textId);
    if (!text) {
      logger.warn('text_not_found', { textId });
      return 'not_found';
    }
    const outcome = await step(text, isRedelivery);
    logger.info(`text_${outcome}`, { textId, memberId: text.memberId, key: text.key, was: text.status });
    return outcome;
  };
};

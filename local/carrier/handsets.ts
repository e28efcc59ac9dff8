import type { CreateFault } from './faults.ts';
import type { Step } from './stored-text.ts';

type Behavior =
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'ends'; readonly status: 'undelivered' | 'failed'; readonly errorCode: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'slow_queue' }
  | { readonly kind: 'delivers' };

/**
 * What a made-up number does with texts, by the last two digits of 555-01xx. All others deliver.
 *
 * | number   | the handset                                                   |
 * | -------- | ------------------------------------------------------------- |
 * | 555-0190 | is no phone number: refused, 21211                            |
 * | 555-0191 | is a landline: undelivered, 30006                             |
 * | 555-0192 | is off: undelivered, 30003                                    |
 * | 555-0193 | is behind a filter: undelivered, 30007                        |
 * | 555-0194 | gets texts, but no receipt comes back: stays at `sent`        |
 * | 555-0195 | has blocked us: 21610, as after STOP                          |
 * | 555-0196 | gets texts after two minutes of the program's clock           |
 * | 555-0197 | gets texts after twenty minutes in the carrier's queue        |
 */
const HANDSETS: Readonly<Record<string, Behavior>> = {
  '90': { kind: 'refused', code: 21211 },
  '91': { kind: 'ends', status: 'undelivered', errorCode: 30006 },
  '92': { kind: 'ends', status: 'undelivered', errorCode: 30003 },
  '93': { kind: 'ends', status: 'undelivered', errorCode: 30007 },
  '94': { kind: 'silent' },
  '95': { kind: 'blocked' },
  '96': { kind: 'slow' },
  '97': { kind: 'slow_queue' },
};

const SLOW_MINUTES = 2;
const SLOW_QUEUE_MINUTES = 20;

export const handsetOf = (e164: string): Behavior => {
  const [, digits = ''] = /55501(\d\d)$/.exec(e164) ?? [];
  return HANDSETS[digits] ?? { kind: 'delivers' };
};

const behaviorOf = (to: string, isBlocked: boolean, fault: CreateFault | undefined): Behavior => {
  if (isBlocked) return { kind: 'blocked' };
  if (fault?.kind === 'end') return { kind: 'ends', status: fault.status, errorCode: fault.errorCode };
  if (fault?.kind === 'slow_queue') return { kind: 'slow_queue' };
  return handsetOf(to);
};

type Journey = {
  readonly to: string;
  readonly now: string;
  readonly validUntil: string;
  readonly isBlocked: boolean;
  readonly fault?: CreateFault | undefined;
};

/** Everything that will happen to a text that was just accepted. */
export const planJourney = ({ to, now, validUntil, isBlocked, fault }: Journey): readonly Step[] => {
  const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const behavior = behaviorOf(to, isBlocked, fault);
  switch (behavior.kind) {
    case 'blocked':
    case 'refused':
      return [{ status: 'failed', errorCode: behavior.kind === 'blocked' ? 21610 : behavior.code }];
    case 'ends':
      return [
        { status: 'queued' },
        ...(behavior.status === 'undelivered' ? [{ status: 'sent' } as const] : []),
        { status: behavior.status, errorCode: behavior.errorCode },
      ];
    case 'silent':
      return [{ status: 'queued' }, { status: 'sent' }];
    case 'slow':
      return [
        { status: 'queued' },
        { status: 'sent' },
        { status: 'delivered', notBefore: later(SLOW_MINUTES) },
      ];
    case 'slow_queue': {
      const notBefore = later(SLOW_QUEUE_MINUTES);
      if (validUntil < notBefore)
        return [{ status: 'queued' }, { status: 'failed', errorCode: 30036, notBefore: validUntil }];
      return [{ status: 'queued' }, { status: 'sent', notBefore }, { status: 'delivered' }];
    }
    case 'delivers':
      return [{ status: 'queued' }, { status: 'sent' }, { status: 'delivered' }];
    default:
      throw new TypeError(`unknown handset: ${behavior satisfies never}`);
  }
};

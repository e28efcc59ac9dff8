import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFinalTextStatus,
  mayAdvance,
  readCarrierStatus,
  TEXT_STATUSES,
  type TextStatus,
} from '../../../functions/domain/texts/delivery.ts';

const status = fc.constantFrom(...TEXT_STATUSES);
const CARRIER_WORDS = ['accepted', 'queued', 'sending', 'sent', 'delivered'] as const;
const apply = (news: readonly TextStatus[], from: TextStatus = 'claimed') =>
  news.reduce((at, to) => (mayAdvance(at, to) ? to : at), from);

describe('the status of a text', () => {
  it('never leaves a final status and never returns', () => {
    fc.assert(
      fc.property(status, fc.array(status, { maxLength: 12 }), (from, news) => {
        const seen: TextStatus[] = [from];
        for (const to of news) {
          const at = seen.at(-1) ?? from;
          if (!mayAdvance(at, to)) continue;
          expect(isFinalTextStatus(at)).toBe(false);
          expect(seen).not.toContain(to);
          seen.push(to);
        }
      }),
    );
  });

  it('ends the same in whatever order, and however often, the callbacks come', () => {
    const shuffled = fc
      .shuffledSubarray([...CARRIER_WORDS], { minLength: CARRIER_WORDS.length })
      .chain((order) => fc.array(fc.constantFrom(...CARRIER_WORDS)).map((more) => [...order, ...more]));
    fc.assert(
      fc.property(shuffled, (news) => {
        expect(apply(news)).toBe('delivered');
      }),
    );
  });

  it.each([
    ['planned', 'claimed', true],
    ['planned', 'revoked', true],
    ['claimed', 'revoked', false],
    ['claimed', 'skipped', true],
    ['unknown', 'skipped', false],
    ['accepted', 'skipped', false],
    ['claimed', 'unknown', true],
    ['accepted', 'unknown', false],
    ['unknown', 'accepted', true],
    ['unknown', 'delivered', true],
    ['sent', 'queued', false],
    ['sent', 'failed', true],
    ['delivered', 'undelivered', false],
    ['revoked', 'sent', false],
  ] as const)('%s to %s: %s', (from, to, isAllowed) => {
    expect(mayAdvance(from, to)).toBe(isAllowed);
  });

  it.each([
    ['read', 'delivered'],
    ['scheduled', 'accepted'],
    ['undelivered', 'undelivered'],
    ['planned', undefined],
    ['revoked', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])("reads the carrier's %j as %s", (word, expected) => {
    expect(readCarrierStatus(word)).toBe(expected);
  });
});

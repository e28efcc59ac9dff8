import fc from 'fast-check';
import calculator from 'sms-segments-calculator';
import { expect, it } from 'vitest';
import { countSegments } from '../../functions/domain/program/segments.ts';

const byCalculator = (body: string): number => new calculator.SegmentedMessage(body).segmentsCount;

it('agrees with the calculator on plain text of any length', () => {
  const letter = fc.constantFrom(...'aZ09 .,?!@£éñüà¿¡\n&%"\'ÄΩ_');
  const plain = fc.string({ unit: letter, maxLength: 500 });
  fc.assert(
    fc.property(plain, (body) => {
      expect(countSegments(body)).toBe(byCalculator(body));
    }),
    { numRuns: 60 },
  );
});

it('agrees with the calculator on anything else', () => {
  const unit = fc.constantFrom(
    'a',
    '€',
    '{',
    '^',
    'á',
    '\r',
    '\r\n',
    '\u2019',
    '\u{1f600}',
    '\u{1f468}\u200d\u{1f469}',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (body) => {
      expect(countSegments(body)).toBe(byCalculator(body));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['á'.repeat(70), 1],
  ['á'.repeat(71), 2],
  [`${'a'.repeat(158)}€`, 1],
  [`${'a'.repeat(159)}€`, 2],
])('knows the borders', (body, segments) => {
  expect(countSegments(body)).toBe(segments);
});

import { describe, expect, it } from 'vitest';
import { compose, composeStep } from '../../functions/domain/program/compose.ts';
import type { Step } from '../../functions/domain/program/program.ts';
import { countSegments } from '../../functions/domain/program/segments.ts';
import { testProgram } from '../fixtures/program.ts';

describe('compose', () => {
  it('fills in brand, link and care lines', () => {
    expect(compose(testProgram, 'j1', 'en')).toMatch(/^Limber: back care texts.* limber\.example\/t Español/);
    expect(compose(testProgram, 's1', 'es')).toMatch(
      /24 horas: 612-339-3663, 800-551-0859, TTY 952-883-5474\.$/,
    );
  });

  it('fills in what only the moment knows', () => {
    const text = compose(testProgram, 'time_set', 'en', { hour: '7 pm', next: 'tomorrow 7 pm' });
    expect(text).toContain('about 7 pm. Next text: tomorrow 7 pm.');
  });

  it('puts the whole question after its lead-in', () => {
    const question = compose(testProgram, 'j4', 'es');
    const text = compose(testProgram, 'joining_reminder', 'es', { question });
    expect(text.endsWith(question)).toBe(true);
    expect(countSegments(text)).toBe(2);
  });

  it('lets no value bring in a letter that doubles the cost', () => {
    const text = compose(testProgram, 'paused', 'es', { until: 'sábado 10\u00a0am' });
    expect(text).toContain('sabado 10 am');
    expect(countSegments(text)).toBe(2);
  });

  it('throws rather than send a brace to a member', () => {
    expect(() => compose(testProgram, 'time_set', 'en', { hour: '7 pm' })).toThrow(
      '{next} in the text time_set (en)',
    );
  });
});

describe('composeStep', () => {
  const step: Step = { key: 'x', isEasy: false, text: { en: 'Call {L}.' } };

  it('fills in the care lines', () => {
    expect(composeStep(testProgram, step, 'en')).toBe('Call 612-339-3663, 800-551-0859, TTY 952-883-5474.');
  });

  it('falls back to English until the translation is there', () => {
    expect(composeStep(testProgram, step, 'es')).toBe(composeStep(testProgram, step, 'en'));
    const translated = { ...step, text: { ...step.text, es: 'Llame: {L}.' } };
    expect(composeStep(testProgram, translated, 'es')).toMatch(/^Llame: 612/);
  });

  it('throws on a placeholder that no day may have', () => {
    expect(() => composeStep(testProgram, { ...step, text: { en: 'At {hour}.' } }, 'en')).toThrow('{hour}');
  });
});

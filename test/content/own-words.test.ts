import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, composeStep } from '../../functions/domain/program/compose.ts';
import { REPLY_KEYS } from '../../functions/domain/program/program.ts';
import { testProgram } from '../fixtures/program.ts';

const { withoutOwnWords } = testProgram;
const values = {
  hour: '7:30 pm',
  next: 'tomorrow 7:30 pm',
  earliest: '8 am',
  latest: '7 pm',
  until: 'RESUME',
  day: '9',
  score: '6.5',
};
const texts = (['en', 'es'] as const).flatMap((language) => [
  ...REPLY_KEYS.map((key) =>
    compose(testProgram, key, language, { ...values, question: compose(testProgram, 'j2', language) }),
  ),
  ...Object.values(testProgram.content.tracks)
    .flat()
    .map((step) => composeStep(testProgram, step, language)),
]);
const long = texts.filter((text) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 20);
const check = compose(testProgram, 'check', 'en');

describe('an echo', () => {
  it('of any of our texts leaves nothing', () => {
    expect(long.length).toBeGreaterThan(200);
    expect(long.filter((text) => withoutOwnWords(text) !== undefined)).toEqual([]);
  });

  it('is seen through case, spaces, punctuation and accents', () => {
    const changed = long.map(
      (text) => `  > "${text.toUpperCase().normalize('NFD').replace(/ /g, '\n ').replace(/[.,]/g, '')}"`,
    );
    expect(changed.filter((text) => withoutOwnWords(text) !== undefined)).toEqual([]);
  });
});

describe('a reaction', () => {
  it.each([
    `Liked “${check}”`,
    `Loved "${check}"`,
    `Emphasized “${check}”`,
    `Laughed at “${check}”`,
    `Questioned “${check}”`,
    `Disliked “${check}”`,
    `Removed a heart from “${check}”`,
    `Reacted 👍 to “${check}”`,
    ` 👍 to “ ${check} ”`,
    `Le gustó “${check}”`,
    `Me gusta "${check}"`,
    `Le encantó «${check}»`,
    `Liked “${check.slice(0, 60)}…”`,
    'Loved “Well done. Your back thanks you.”',
    'Liked “You are on day 9 of 42. Next text: tomorrow 7:30 pm. Text PAUSE, TIME 7PM or HELP whenever you like.”',
  ])('to a text of ours leaves nothing: %s', (body) => {
    expect(withoutOwnWords(body)).toBeUndefined();
  });

  it.each([
    'Liked "fever"',
    'Loved “I cant feel my inner thighs”',
    'Questioned “am I dying”',
    'Liked the walk, but numb now',
  ])('to something else stays: %s', (body) => expect(withoutOwnWords(body)).toBe(body));
});

describe('a quote with words of the member', () => {
  it('leaves the words of the member', () => {
    expect(withoutOwnWords(`${check} my leg is numb`)).toBe('my leg is numb');
    expect(withoutOwnWords(`help!! "${check}"`)).toBe('help!!');
    const step = testProgram.content.tracks.first[0];
    const sentence = step?.text.en.split('. ')[1] ?? '';
    expect(sentence.length).toBeGreaterThan(50);
    const left = withoutOwnWords(`You said: "${sentence}". I have a fever`);
    expect(left).toMatch(/^You said: .*I have a fever$/);
    expect(left).not.toContain('belly');
  });

  it('leaves them wherever they stand', () => {
    const ours = fc.constantFrom(
      ...long.filter((text) => text.length > 120 && !/\b(am|pm|6\.5|RESUME)\b/.test(text)),
    );
    const theirs = fc.constantFrom(
      'my leg is numb',
      'YES',
      'i have a fever',
      'no siento la pierna',
      '7',
      'STOP',
    );
    fc.assert(
      fc.property(ours, theirs, fc.boolean(), (text, words, isBefore) => {
        const left = withoutOwnWords(isBefore ? `${words}\n${text}` : `${text}\n${words}`);
        expect(left).toContain(words);
      }),
      { numRuns: 300 },
    );
  });

  it('never takes what follows a filled-in text for the value', () => {
    const text = compose(testProgram, 'time_set', 'en', values);
    expect(withoutOwnWords(`${text} my leg is numb`)).toContain('my leg is numb');
  });
});

describe('what is never ours', () => {
  it.each([
    'fever',
    'YES',
    'no',
    'Numb groin',
    'weak leg, fever',
    'Fever - Losing weight without trying',
    // The words of our own list, given as the answer to it.
    'Pain that keeps you up all night, or is no better lying down',
    'Pain that keeps you up all night, or is no better lying down. really bad',
    'Trouble holding or passing urine or stool, numb or tingly upper legs, groin or bottom',
    'bladder or bowel trouble, numb groin or upper legs, weak leg',
    'ingle o muslos sin tacto, pierna débil, fiebre, baja de peso',
    'Fever with back pain needs a check today',
  ])('%s', (body) => {
    expect(withoutOwnWords(body)).toBe(body);
  });

  it('is left as it was, trimmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
        expect(withoutOwnWords(body)).toBe(body.trim());
      }),
    );
    expect(withoutOwnWords('')).toBe('');
    expect(withoutOwnWords(' 👍 ')).toBe('👍');
  });
});

it('takes a very long text in its stride', () => {
  const startedAt = performance.now();
  withoutOwnWords(`${check} `.repeat(200));
  withoutOwnWords('z'.repeat(50_000));
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

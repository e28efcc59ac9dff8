import { describe, expect, it } from 'vitest';
import { languageSchema } from '../../functions/domain/flags.ts';
import { compose, type Values } from '../../functions/domain/program/compose.ts';
import { REPLY_KEYS, type ReplyKey } from '../../functions/domain/program/program.ts';
import { countSegments } from '../../functions/domain/program/segments.ts';
import { testProgram } from '../fixtures/program.ts';

const LANGUAGES = languageSchema.options;
const values: Values = {
  hour: '10:30 am',
  next: 'Wednesday 10:30 am',
  earliest: '8 am',
  latest: '7 pm',
  until: 'Wednesday 10:30 am',
  day: '42',
  score: '6.5',
};
const QUESTIONS = ['j2', 'j3', 'j4', 'j5'] as const;
const all = LANGUAGES.flatMap((language) =>
  REPLY_KEYS.flatMap((key) => {
    const questions =
      key === 'joining_reminder' ? QUESTIONS.map((each) => compose(testProgram, each, language)) : [''];
    return questions.map((question) => ({
      key,
      language,
      text: compose(testProgram, key, language, { ...values, question }),
    }));
  }),
);
const SAFETY: readonly ReplyKey[] = [
  's0',
  'sc',
  'sp',
  's1',
  's2',
  's2_screen',
  's3',
  'check',
  'check_no',
  'xf',
  'xf_doctor',
  'xc',
  'f1',
  'f2',
  'f2_doctor',
  'after_no',
  'fa',
  'weekly',
  'j4_yes',
  'j7',
  'under_18',
  'stopped',
  'help',
  'nurse',
  'question',
  'stranger',
  'noted',
  'picture',
  'score',
  'paused',
];
const EMERGENCY: readonly ReplyKey[] = [
  's0',
  'sp',
  's1',
  's2',
  's2_screen',
  's3',
  'xf',
  'xf_doctor',
  'held',
  'after_no',
  'j2',
];

/** The texts that break a rule, by key and language. */
const breaking = (isBroken: (text: string) => boolean): readonly string[] =>
  all.filter(({ text }) => isBroken(text)).map(({ key, language }) => `${key} ${language}`);

describe('every reply in both languages', () => {
  it('is there for every key', () => {
    expect(all).toHaveLength(LANGUAGES.length * (REPLY_KEYS.length + QUESTIONS.length - 1));
    expect(breaking((text) => text.trim() === '')).toEqual([]);
  });

  it('fits two segments with everything filled in', () => {
    expect(breaking((text) => countSegments(text) > 2)).toEqual([]);
  });

  it('has nothing left to fill in, no typographic marks, no emoji', () => {
    expect(breaking((text) => /[{}]|[\u2010-\u2026\u00a0]|\p{Extended_Pictographic}/u.test(text))).toEqual(
      [],
    );
  });

  it('gives no number but the care lines', () => {
    const lines = /612-339-3663|800-551-0859|952-883-5474|952-883-5000|800-883-2177|952-883-5127/g;
    expect(breaking((text) => /\d[\d-]{6,}\d/.test(text.replace(lines, '')))).toEqual([]);
  });

  it('promises no call and names no health plan', () => {
    expect(breaking((text) => /we('ll| will) (call|phone)|le llamaremos|HealthPartners/i.test(text))).toEqual(
      [],
    );
  });
});

describe.each(LANGUAGES)('safety in %s', (language) => {
  it.each(SAFETY)('%s names both CareLine numbers and the TTY', (key) => {
    const text = compose(testProgram, key, language, values);
    expect(text).toContain('612-339-3663, 800-551-0859, TTY 952-883-5474');
  });

  it.each(EMERGENCY)('%s says where to go in an emergency', (key) => {
    expect(compose(testProgram, key, language, values)).toContain('911');
  });

  it.each([
    'sc',
    'xc',
    'sp',
    'check',
    'help',
    'under_18',
    'stopped',
    'nurse',
    'stranger',
    'question',
  ] as const)('%s names 988', (key) => expect(compose(testProgram, key, language, values)).toContain('988'));

  it('says in the invitation what it must', () => {
    const text = compose(testProgram, 'j1', language);
    for (const part of ['Limber', 'limber.example/t', 'STOP', '911', '988', '18', '24/7'])
      expect(text).toContain(part);
    expect(text).toMatch(
      language === 'en' ? /Texts are not secure.*Msg & data rates.*HELP/ : /No son seguros.*tarifas.*AYUDA/,
    );
  });

  it('never names the symptom that was reported', () => {
    for (const key of [
      's0',
      'sc',
      's1',
      'xf',
      'xf_doctor',
      'xc',
      'f1',
      'f2',
      'f2_doctor',
      'held',
      'after_no',
    ] as const) {
      expect(compose(testProgram, key, language)).not.toMatch(
        /numb|fever|bladder|bowel|weight|fiebre|orina|tacto/i,
      );
    }
  });

  it('asks one question in each joining text', () => {
    for (const key of ['j1', 'j2', 'j3', 'j4', 'j5'] as const) {
      expect(compose(testProgram, key, language).match(/\?/g)).toHaveLength(1);
    }
  });
});

it('tells a screen answer from a reported fever', () => {
  expect(compose(testProgram, 's2', 'en')).toContain('Fever with back pain needs a check today.');
  expect(compose(testProgram, 's2_screen', 'en')).toContain('. This needs a check today.');
  expect(compose(testProgram, 's2_screen', 'es')).toContain('. Esto se debe revisar hoy.');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadReply } from '../../../functions/domain/triage/read-reply.ts';
import { replyContextSchema } from '../../../functions/domain/triage/reading.ts';
import { loadLanguages } from '../../corpus/load-languages.ts';

const read = createReadReply(loadLanguages());

const reported = fc.constantFrom(
  'I cant feel my inner thighs',
  'my left leg gave out',
  'I have a fever of 102',
  'I lost control of my bladder',
  'the pain kept me awake all night',
  'I lost 15 pounds without trying',
  'I want to kill myself',
  'I cant breathe',
  'no puedo orinar',
  'tengo fiebre de 39',
);
const neutral = fc.constantFrom(
  'Did all 3 today.',
  'Pain is a 4.',
  'The weather is nice.',
  'Thank you!',
  'I walked the dog.',
  'No fever.',
  'My son had a fever.',
  'Hola, buenos dias.',
  'What time is the next text?',
);
const words = fc.constantFrom(
  'no',
  'fever',
  'leg',
  'numb',
  'my',
  'son',
  '?',
  '.',
  ',',
  'cant',
  'feel',
  '102',
  'but',
  'si',
  'no puedo',
  '🍑',
  "'",
  'weak',
  'last year',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
);
const anyContext = fc.option(fc.constantFrom(...replyContextSchema.options), { nil: undefined });

describe('readReply', () => {
  it('answers every text, with evidence that is in it', () => {
    fc.assert(
      fc.property(anyText, anyContext, (text, context) => {
        for (const { start, end, text: said, flag } of read(text, context).evidence) {
          expect(text.slice(start, end)).toBe(said);
          expect(said).not.toBe('');
          expect(read(text, context).flags).toContain(flag);
        }
      }),
      { numRuns: 300 },
    );
  });
  it('is clear exactly when it names no flag, unless a safety question was asked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { outcome, flags } = read(text);
        expect(flags.length === 0).toBe(outcome === 'clear');
      }),
    );
  });
  it('hears a flag through a neutral sentence before or after it', () => {
    fc.assert(
      fc.property(reported, neutral, fc.boolean(), (flag, sentence, isBefore) => {
        const text = isBefore ? `${sentence} ${flag}` : `${flag}. ${sentence}`;
        expect(read(text).outcome).not.toBe('clear');
      }),
    );
  });
  it('hears a flag in capitals, through doubled spaces, with pictures behind it', () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.replaceAll(' ', '  '),
      (text) => `${text} 😭🙏`,
      (text) => text.replaceAll("'", '’'),
      (text) => `\n${text}\n`,
      (text) => text.replaceAll('a', 'а'), // Cyrillic
    );
    fc.assert(
      fc.property(reported, dress, (flag, wear) => {
        expect(read(wear(flag)).outcome).toBe('escalate');
      }),
    );
  });
  it('reads ten thousand characters in a moment', () => {
    const long = 'no numb leg weak cant feel my thighs fever son '.repeat(220);
    const startedAt = performance.now();
    expect(read(long).outcome).toBe('escalate');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadWant } from '../../../functions/domain/conversation/read-want.ts';
import { replyContextSchema } from '../../../functions/domain/triage/reading.ts';
import { loadLanguages } from '../../corpus/load-languages.ts';

const read = createReadWant(loadLanguages(), ['BACK', 'ESPALDA', 'SPINE']);

describe('opting out', () => {
  it.each([
    'STOP',
    'stop.',
    'Stop please',
    'stop. thank you',
    'STOPALL',
    'unsubscribe',
    'CANCEL',
    'END',
    'quit',
    'revoke',
    'optout',
    'opt out',
    'stop texting me',
    'no more texts',
    'take me off this list',
    'leave me alone',
    'wrong number',
    'not interested',
    'please remove me',
    'pls take me off this',
    'quit texting my phone',
    'do not text me again',
    'I dont want these messages anymore',
    'unsubscribe me now',
    'BAJA',
    'alto',
    'parar',
    'no mas',
    'ya no me manden nada',
    'dejen de mandar mensajes',
    'quitenme de la lista',
    'ya no quiero mensajes',
    'numero equivocado',
    'STOP. no use in any of it',
  ])('%s', (text) => {
    expect(read(text).intent).toBe('opt_out');
  });
  it.each([
    'STOP this bill',
    'I had to stop after five',
    'cant stop laughing',
    'dont stop sending these',
    'should i stop if it hurts',
    'does the pain ever stop',
    'the pain wont quit',
    'how do i stop slouching',
    'I cancelled my gym',
    'end of week 2 already',
    'que pasa si pongo STOP',
    'este dolor no me deja en paz',
    'hice todos sin parar',
  ])('not: %s', (text) => {
    expect(read(text).intent).not.toBe('opt_out');
  });
  it('comes before every other want', () => {
    expect(read('whats the nurse line number? then take me off this list').intent).toBe('opt_out');
    expect(read('did all 3 but please stop texting me').intent).toBe('opt_out');
  });
});

describe('commands and plain words', () => {
  it.each([
    ['BACK', 'join'],
    ['espalda', 'join'],
    ['Spine', 'join'],
    ['sign me up', 'join'],
    ['START', 'opt_in'],
    ['unstop', 'opt_in'],
    ['HELP', 'help'],
    ['info', 'help'],
    ['AYUDA', 'help'],
    ['who is this', 'help'],
    ['RESUME', 'resume'],
    ['im back, lets start again', 'resume'],
    ['NURSE', 'nurse'],
    ['can somebody call me', 'nurse'],
    ['enfermera', 'nurse'],
    ['STATUS', 'status'],
    ['what next', 'status'],
    ['DONE', 'done'],
    ['did all 3', 'done'],
    ['ya los hice', 'done'],
    ['not today', 'skipped'],
    ['didnt do them, too tired', 'skipped'],
    ['no los hice', 'skipped'],
    ['FLARE', 'flare'],
    ['LESS', 'less'],
    ['too many texts', 'less'],
    ['MORE', 'more'],
    ['thanks!', 'thanks'],
    ['hola', 'thanks'],
    ['is it normal for my hip to pop?', 'question'],
    ['the bus was late', 'other'],
    ['yes', 'yes'],
    ['yep', 'yes'],
    ['sí', 'yes'],
    ['claro', 'yes'],
    ['ok', 'yes'],
    ['no', 'no'],
    ['nope', 'no'],
    ['no thanks', 'no'],
    ['no gracias', 'no'],
  ] as const)('%s: %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });
  it.each([
    ['PAUSE', 'pause', undefined],
    ['PAUSE 5', 'pause', '5'],
    ['pause for a week', 'pause', '7'],
    ['pause til monday', 'pause', 'monday'],
    ['hold these for two weeks', 'pause', '14'],
    ['pausa una semana', 'pause', '7'],
    ['TIME 7PM', 'change_time', '19:00'],
    ['time 7am', 'change_time', '07:00'],
    ['HORA 7PM', 'change_time', '19:00'],
    ['TIME 19:30', 'change_time', '19:30'],
    ['7am', 'change_time', '07:00'],
    ['can you text after 6 instead', 'change_time', '18:00'],
    ['send at 9 not 7', 'change_time', '09:00'],
    ['mejor a las 9 de la noche', 'change_time', '21:00'],
    ['mornings are better', 'change_time', 'morning'],
    ['ZIP 55425', 'change_zone', '55425'],
    ['55425', 'change_zone', '55425'],
    ['in spanish please', 'language', 'es'],
    ['no hablo inglés', 'language', 'es'],
    ['do you have this in hmong', 'language', 'hmong'],
    ['no sundays', 'no_sundays', 'sunday'],
    ['skip weekends', 'no_sundays', 'saturday,sunday'],
    ['2 out of 3', 'done', '2'],
    ['did them twice', 'done', '2'],
  ] as const)('%s: %s %s', (text, intent, value) => {
    expect(read(text)).toMatchObject({ intent, ...(value === undefined ? {} : { value }) });
    expect(read(text).value).toBe(value);
  });
});

describe('scores', () => {
  it.each([
    ['4', '4'],
    ['7/10', '7'],
    ['a solid 6', '6'],
    ['6-7', '6.5'],
    ['seis', '6'],
    ['ten', '10'],
    ['was a 7, now a 3', '3'],
    ['pain is 5 today', '5'],
    ['same', 'same'],
    ['igual', 'same'],
    ['12', '12'],
    ['between a 4 and a 5', '4.5'],
  ])('%s -> %s', (text, value) => {
    expect(read(text, 'score')).toMatchObject({ intent: 'score', value });
  });
});

describe('terse answers and their question', () => {
  it.each([
    ['2', 'kind_of_pain', 'track', 'repeat'],
    ['its always there', 'kind_of_pain', 'track', 'persistent'],
    ['la primera', 'kind_of_pain', 'track', 'first'],
    ['2', 'peg', 'score', '2'],
    ['2', 'screen', 'yes', undefined],
    ['none', 'safety_check', 'no', undefined],
    ['talked to a nurse', 'reached_line', 'yes', undefined],
    ['not yet', 'reached_line', 'no', undefined],
    ['54016', 'zip', 'change_zone', '54016'],
  ] as const)('%s after %s: %s', (text, context, intent, value) => {
    expect(read(text, context).intent).toBe(intent);
    expect(read(text, context).value).toBe(value);
  });
  it('is no track when the kind of pain was not asked', () => {
    expect(read('it comes and goes').intent).not.toBe('track');
  });
});

describe('marks', () => {
  it.each([
    ['wrong number', 'wrong_number'],
    ['numero equivocado', 'wrong_number'],
    ['this isnt her number anymore', 'wrong_number'],
    ['im 15', 'under_18'],
    ['tengo 16 años', 'under_18'],
    ['im pregnant', 'screen_condition'],
    ['it started when i fell off a ladder', 'screen_condition'],
    ['had cancer in 2019', 'screen_condition'],
    ['i take prednisone', 'screen_condition'],
    ['estoy embarazada', 'screen_condition'],
    ['back is all better so stop', 'better'],
  ] as const)('%s: %s', (text, mark) => {
    expect(read(text).marks).toContain(mark);
  });
  it.each([
    'im not pregnant',
    'my wife is pregnant',
    'no cancer no surgery',
    'im 15 minutes late',
    'my son is 15',
    'no estoy embarazada',
  ])('none: %s', (text) => {
    expect(read(text).marks).toEqual([]);
  });
});

describe('readWant', () => {
  it.each(['STOP', ' stop ', 'Unsubscribe', 'start', 'HELP', 'baja'])('%j is a bare keyword', (text) => {
    expect(read(text).isBareKeyword).toBe(true);
  });
  it.each(['stop please', 'BACK', 'help me', 'stop texting'])('%j is none', (text) => {
    expect(read(text).isBareKeyword).toBe(false);
  });
  it('answers every text in every context', () => {
    const anyContext = fc.option(fc.constantFrom(...replyContextSchema.options), { nil: undefined });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), anyContext, (text, context) => {
        expect(() => read(text, context)).not.toThrow();
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Flag } from '../../../functions/domain/flags.ts';
import { createReadReply } from '../../../functions/domain/triage/read-reply.ts';
import type { ReplyContext } from '../../../functions/domain/triage/reading.ts';
import { loadLanguages } from '../../corpus/load-languages.ts';

const read = createReadReply(loadLanguages());

const REPORTED: readonly (readonly [Flag, readonly string[]])[] = [
  [
    'weight_loss',
    [
      "I've lost 15 pounds without trying",
      'pants keep getting bigger on me and i aint dieting',
      'no fever but ive lost a lot of weight, no idea why',
      'he bajado 8 kilos sin hacer dieta',
    ],
  ],
  [
    'fever',
    [
      'I have a fever',
      'temp was 101.8 this morning',
      'chills and sweats all night',
      'F E V E R',
      '38.9 rn',
      'tengo calentura',
    ],
  ],
  [
    'night_pain',
    [
      'The pain keeps me up all night',
      'laying down doesnt help at all',
      'no position helps, awake all nite with my back',
      'el dolor no me deja dormir',
    ],
  ],
  [
    'bladder_bowel',
    [
      'I cant control my bladder',
      'cant pee since yesterday',
      'wet the bed last night',
      'pooped my pants',
      'no puedo orinar',
      'se me sale la orina',
    ],
  ],
  [
    'leg_weakness',
    [
      'my right leg is getting weaker',
      'LEFT LEG GAVE OUT',
      'foot keeps dragging',
      'lft leg gvs out',
      'se me doblan las piernas',
    ],
  ],
  [
    'numbness',
    [
      'cant feel my inner thighs',
      'numb in the saddle area',
      'my whole 🍑 is numb',
      'tingling in both upper legs',
      'tengo dormida la entrepierna',
    ],
  ],
  [
    'crisis',
    [
      'I want to die',
      'thinking about killing myself',
      'everyone would be better off without me',
      'ya no quiero vivir',
    ],
  ],
  [
    'emergency',
    ['chest pain right now', 'I cant breathe', 'one side of my face is drooping', 'me duele el pecho'],
  ],
];

describe('each flag in ordinary words', () => {
  for (const [flag, texts] of REPORTED) {
    it.each(texts)(`${flag}: %s`, (text) => {
      const reading = read(text);
      expect(reading.outcome).toBe('escalate');
      expect(reading.flags).toContain(flag);
      expect(reading.evidence.some((evidence) => evidence.flag === flag)).toBe(true);
    });
  }
});

describe('words that do not report', () => {
  it.each([
    ['denied', 'no fever, no numbness'],
    ['denied in a list', 'no fever or weakness or tingling'],
    ['denied inside', 'my leg isnt weak its just sore'],
    ['denied after', 'Fever? No. Weight loss? No.'],
    ['denied after, Spanish', 'fiebre no tengo'],
    ['over', 'had a fever last week but its gone'],
    ['long ago', 'my leg gave out once in high school'],
    ['used to', 'used to leak after my baby was born, fine for years'],
    ['somebody else', 'my son has a fever'],
    ['somebody else, Spanish', 'mi hijo tiene calentura'],
    ['asked', 'what if I get a fever?'],
    ['asked in general', 'is numbness normal?'],
    ['quoted', 'I read the part about fever and weight loss, all good'],
    ['idiom', 'this walk is killing me'],
    ['idiom', 'cabin fever over here'],
    ['other sense', 'weak signal at the lake'],
    ['a cause', 'lost 6 lbs on weight watchers'],
    ['program words', 'did all 3, 4/10'],
    ['a terse answer without its question', 'both'],
  ])('%s: %s', (_, text) => {
    expect(read(text)).toMatchObject({ outcome: 'clear', flags: [] });
  });
});

describe('words that still report', () => {
  it.each([
    ['a denial covers its own clause only', 'no fever but I cant feel my inner thighs', ['numbness']],
    ['an answer before a comma is no denial', 'No, my groin is numb', ['numbness']],
    ['a hedge lowers nothing', 'I think I might have a fever', ['fever']],
    ['past and there again', 'had that fever last week. its back', ['fever']],
    ['a question about what is there', "is it bad that I can't feel my thighs?", ['numbness']],
    ['somebody says it of the member', 'my wife says my face is drooping', ['emergency']],
    ['a leg that gave way once', 'my leg gave out yesterday but im ok now', ['leg_weakness']],
    ['not knowing why is no denial', 'dont know why but my leg keeps buckling', ['leg_weakness']],
    ['a comma parts "why, not"', 'my pants are falling off me, dont know why, not dieting', ['weight_loss']],
    ['stated first, then asked', '101 on the thermometer this morning should i still walk', ['fever']],
    [
      'what the symptom says does not end it',
      'both legs lost power, my bladder stopped working',
      ['bladder_bowel', 'leg_weakness'],
    ],
    ['lost feeling that "is gone" is there', 'the feeling in my groin is gone', ['numbness']],
    ['an "I" left out asks nothing', 'can barely breathe', ['emergency']],
    ['"they" can be legs', 'both inner legs feel like they are asleep', ['numbness']],
    ['an opt-out beside it', 'STOP. i dont want to live', ['crisis']],
    [
      'several',
      'numb in the crotch, both legs weak and I lost control of my bladder',
      ['bladder_bowel', 'leg_weakness', 'numbness'],
    ],
  ] as const)('%s: %s', (_, text, flags) => {
    expect(read(text)).toMatchObject({ outcome: 'escalate', flags });
  });
});

describe('check', () => {
  it.each([
    ['my toes are numb', 'numbness'],
    ['running 99.8 tonight', 'fever'],
    ['havent pooped in 5 days', 'bladder_bowel'],
    ['something feels weird down there', 'bladder_bowel'],
  ] as const)('%s', (text, flag) => {
    const reading = read(text);
    expect(reading.outcome).toBe('check');
    expect(reading.flags).toContain(flag);
  });
});

describe('the safety questions', () => {
  const contexts: readonly ReplyContext[] = ['screen', 'safety_check'];
  const table = [
    [
      'escalate',
      [
        'yes',
        'y',
        'both',
        'all of them',
        '2',
        '1 and 3',
        'just the leg one',
        'maybe',
        'a little',
        'sí',
        'lo segundo',
        'no no yes',
        'yes but only sometimes',
      ],
    ],
    ['escalate', ['bladder', 'some tingling in my foot', 'no fever but my leg is weak', 'la pierna']],
    [
      'clear',
      [
        'no',
        'NO.',
        'nope',
        'none of those',
        'no to all',
        'nel',
        'ninguno',
        'neg on all 6',
        'No. Just stiff',
        'Thankfully I have none of those.',
      ],
    ],
    ['check', ['not sure', 'idk', 'no se', 'ok']],
  ] as const;
  for (const context of contexts)
    for (const [outcome, texts] of table)
      it.each(texts)(`${context} ${outcome}: %s`, (text) => {
        expect(read(text, context).outcome).toBe(outcome);
      });
  it('asks nothing of the same words elsewhere', () => {
    expect(read('yes').outcome).toBe('clear');
    expect(read('2', 'score').outcome).toBe('clear');
  });
});

describe('what the answer depends on', () => {
  it.each([
    ['911', 'emergency'],
    ['call 911?', 'emergency'],
    ['988', 'crisis'],
  ] as const)('%s alone escalates', (text, flag) => {
    expect(read(text)).toMatchObject({ outcome: 'escalate', flags: [flag] });
  });
  it.each([
    'took the whole bottle of my pain pills',
    'I took too many pills by accident',
    'me tome muchas pastillas',
  ])('too many pills: %s', (text) => {
    expect(read(text)).toMatchObject({ outcome: 'escalate', flags: ['crisis'], isOverdose: true });
  });
  it('knows another crisis from an overdose', () => {
    expect(read('I want to die').isOverdose).toBe(false);
  });
  it.each([
    ['I have a fever', 'en'],
    ['tengo fiebre desde ayer', 'es'],
  ] as const)('tells the language of %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
  it('names the content that read it', () => {
    const languages = loadLanguages();
    const other = createReadReply({ ...languages, en: { ...languages.en, note: 'changed' } });
    expect(read('hi').version).toBe(createReadReply(languages)('hi').version);
    expect(other('hi').version).not.toBe(read('hi').version);
  });
});

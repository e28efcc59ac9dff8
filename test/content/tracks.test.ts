import { describe, expect, it } from 'vitest';
import { composeStep } from '../../functions/domain/program/compose.ts';
import { PROGRAM_DAYS, type Step, trackSchema } from '../../functions/domain/program/program.ts';
import { countSegments } from '../../functions/domain/program/segments.ts';
import { testProgram } from '../fixtures/program.ts';
import { countsOverCeiling } from './counts.ts';

const TRACKS = trackSchema.options;
const { tracks, replies } = testProgram.content;
const english = (step: Step): string => composeStep(testProgram, step, 'en');
const days = TRACKS.flatMap((track) =>
  tracks[track].map((step, index) => ({ track, step, day: index + 1, text: english(step) })),
);
const own = days.filter(({ step }) => step.asks !== 'weekly');
const inWeeks = (track: string, from: number, to: number) =>
  own.filter((each) => each.track === track && each.day > (from - 1) * 7 && each.day <= to * 7);

describe.each(TRACKS)('the track %s', (track) => {
  const steps = tracks[track];

  it('has 42 texts, none of them twice but the weekly safety text', () => {
    expect(steps).toHaveLength(PROGRAM_DAYS);
    const texts = steps.filter(({ asks }) => asks !== 'weekly').map(({ text }) => text.en);
    expect(new Set(texts).size).toBe(36);
  });

  it('has one easy day, one score and one safety text a week, always at the same place', () => {
    steps.forEach((step, index) => {
      const position = (index % 7) + 1;
      expect({ key: step.key, isEasy: step.isEasy, asks: step.asks }).toEqual({
        key: step.key,
        isEasy: position === 7,
        asks: { 4: 'weekly', 5: 'score' }[position],
      });
    });
  });

  it('asks nothing on an easy day, and names no count', () => {
    const easy = steps.filter(({ isEasy }) => isEasy).slice(0, -1);
    for (const step of easy) expect(step.text.en).not.toMatch(/\?|\d/);
  });

  it('uses the weekly reply word for word, in both languages', () => {
    const weekly = steps.filter(({ asks }) => asks === 'weekly');
    expect(weekly).toHaveLength(6);
    for (const { text } of weekly) expect(text).toEqual({ en: replies.en.weekly, es: replies.es.weekly });
  });

  it('begins with the tilt, on the floor or in bed, and a walk', () => {
    const [first] = steps;
    expect(first?.text.en).toContain('tilt');
    expect(first?.text.en).toContain('A bed is fine if the floor is hard for you');
    expect(first?.text.en).toMatch(/walk/);
  });

  it('closes with thanks, what to keep, and how to come back', () => {
    const goodbye = steps.filter(({ isEasy }) => !isEasy).at(-1);
    expect(goodbye?.text.en).toMatch(/Thank you.*Keep.*last text.*BACK/s);
  });

  it('mostly costs one segment a text', () => {
    const texts = own.filter((each) => each.track === track).map(({ text }) => countSegments(text));
    expect(texts.filter((segments) => segments === 1).length).toBeGreaterThanOrEqual(28);
  });
});

it('gives each text a key of its own over all tracks', () => {
  expect(new Set(days.map(({ step }) => step.key)).size).toBe(days.length);
});

/** The keys of the texts that break a rule. */
const breaking = (isBroken: (each: (typeof own)[number]) => boolean): readonly string[] =>
  own.filter(isBroken).map(({ step }) => step.key);

const LINES = [
  '612-339-3663',
  '800-551-0859',
  '952-883-5474',
  '952-883-5000',
  '800-883-2177',
  '952-883-5127',
];

describe('every text of the six weeks', () => {
  it('fits two plain segments', () => {
    expect(breaking(({ text }) => countSegments(text) > 2)).toEqual([]);
    expect(breaking(({ text }) => /[^ -~]/.test(text))).toEqual([]);
  });

  it('asks for no more than the sources do', () => {
    expect(own.flatMap(({ text }) => countsOverCeiling(text))).toEqual([]);
  });

  it('speaks of no other day, since an easy day may come between', () => {
    const otherDay = /\b(tomorrow|yesterday|(mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/i;
    expect(breaking(({ text }) => otherDay.test(text))).toEqual([]);
  });

  it('gives no number but the care lines, 911 and 988', () => {
    const numbers = own.flatMap(({ text }) => text.match(/\d[\d-]{6,}\d/g) ?? []);
    expect(numbers.filter((number) => !LINES.includes(number))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(0);
  });

  it.each([
    ['imaging, surgery', /x-ray|MRI|scan|surgery|operation|procedure/i, 'If your doctor ordered it, go.'],
    ['strong pain pills', /narcotic|pill|medicine/i, 'Do not change a medicine on your own'],
    ['work', /\bwork\b/i, 'unless your doctor set limits'],
    ['discomfort', /discomfort/i, 'new numbness or weakness: stop and call'],
  ])('never parts what belongs together: %s', (_, fact, partner) => {
    expect(own.some(({ text }) => fact.test(text))).toBe(true);
    expect(breaking(({ text }) => fact.test(text) && !text.includes(partner))).toEqual([]);
  });

  it('allows discomfort only to those whose pain is always there', () => {
    expect(breaking(({ text, track }) => /discomfort/i.test(text) && track !== 'persistent')).toEqual([]);
  });

  it('holds the pain question where the score is asked, and only there', () => {
    expect(
      breaking(({ text, step }) => text.includes('Pain today, 0 to 10?') !== (step.asks === 'score')),
    ).toEqual([]);
  });

  it('names no health plan, and promises no call', () => {
    expect(breaking(({ text }) => /HealthPartners|we('ll| will| may) (call|phone)/i.test(text))).toEqual([]);
  });
});

describe('the pace', () => {
  it.each(['first', 'repeat'] as const)(
    '%s: tilt on day 1, knee raise on day 3, press-up on day 5',
    (track) => {
      const dayOf = (word: string) =>
        own.find((each) => each.track === track && each.text.includes(word))?.day;
      expect([dayOf('tilt'), dayOf('knee raise'), dayOf('press-up')]).toEqual([1, 3, 5]);
    },
  );

  it('persistent: tilt only in week 1, knee raise in week 2, press-up in week 3', () => {
    const dayOf = (word: string) =>
      own.find((each) => each.track === 'persistent' && each.text.includes(word))?.day;
    expect([dayOf('tilt'), dayOf('knee raise'), dayOf('press-up')]).toEqual([1, 8, 15]);
  });

  it.each([
    ['first', 1, 1],
    ['repeat', 1, 1],
    ['persistent', 1, 3],
  ] as const)('%s: never more than twice a day in weeks %i to %i', (track, from, to) => {
    for (const { text } of inWeeks(track, from, to))
      expect(text).not.toMatch(/(three|four|\d) (rounds|times)/i);
  });

  it.each([
    ['first', 2, /7 in 10.*9 in 10/s],
    ['first', 3, /swimming or biking/i],
    ['first', 3, /physical therapy/],
    ['first', 3, /Nurse Navigator/],
    ['first', 4, /walk a little longer/],
    ['repeat', 2, /7 in 10.*9 in 10/s],
    ['repeat', 3, /swimming and biking/i],
    ['repeat', 3, /physical therapy/],
    ['repeat', 5, /staying fit helps keep it from coming back/],
    ['persistent', 1, /weaker/],
    ['persistent', 2, /stress/i],
    ['persistent', 3, /physical therapy.*before any procedure/s],
    ['persistent', 4, /Swimming or biking/],
    ['persistent', 5, /rehab clinics/],
    ['persistent', 6, /Could you refer me/],
    ['first', 6, /talk with your doctor/],
    ['repeat', 6, /talk with your doctor/],
    ['persistent', 6, /talk with your doctor/],
  ] as const)('%s, week %i says %s', (track, week, words) => {
    expect(inWeeks(track, week, week).some(({ text }) => words.test(text))).toBe(true);
  });

  it('gives the odds of a first pain to nobody who lives with it', () => {
    for (const { text } of inWeeks('persistent', 1, 6)) {
      expect(text).not.toMatch(/(7|seven|9|nine) (in|out of) (10|ten)|two to four weeks/i);
    }
  });
});

describe('the check of counts', () => {
  it.each([
    'Do 12 tilts today.',
    'Tilts: hold 15 seconds.',
    '6 knee raises with each leg.',
    'The press-up. Rest first. Hold 20 seconds.',
    'Eleven press-ups.',
    'Five rounds a day.',
  ])('sees too much in: %s', (text) => {
    expect(countsOverCeiling(text)).not.toEqual([]);
  });

  it('leaves walks and full counts alone', () => {
    expect(countsOverCeiling('10 tilts held 10 seconds. Then walk 20 minutes. Four rounds.')).toEqual([]);
  });
});

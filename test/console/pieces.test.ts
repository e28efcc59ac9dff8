import { describe, expect, it } from 'vitest';
import { inRuns } from '../../console/in-runs.ts';
import { count, sayDayTime, sayDistance, sayWallTime, sayZone } from '../../console/say.ts';
import { fromField, toField } from '../../local/page/clock/zoned.ts';
import { quickReplies } from '../../local/page/phone/quick-replies.ts';
import { freshPhone, readPhone, sayPhone } from '../../local/page/say-phone.ts';

describe('inRuns', () => {
  it('folds neighbors that say the same, and only neighbors', () => {
    expect(inRuns(['a3', 'a2', 'b1', 'a0'], (item) => item.charAt(0))).toEqual([
      { item: 'a3', oldest: 'a2', times: 2 },
      { item: 'b1', oldest: 'b1', times: 1 },
      { item: 'a0', oldest: 'a0', times: 1 },
    ]);
  });
});

describe('saying times', () => {
  it('shows an instant as clocks do where the member is', () => {
    expect(sayDayTime('2026-03-02T16:00:00.000Z', 'America/Chicago')).toBe('Mon, Mar 2, 10:00 AM');
    expect(sayZone('America/Chicago')).toBe('Central Time');
    expect(sayWallTime('19:00')).toBe('7:00 PM');
  });

  it.each([
    ['2026-03-02T16:00:20.000Z', 'in a moment'],
    ['2026-03-02T15:59:40.000Z', 'just now'],
    ['2026-03-02T16:05:00.000Z', 'in 5 minutes'],
    ['2026-03-02T13:00:00.000Z', '3 hours ago'],
    ['2026-03-05T16:00:00.000Z', 'in 3 days'],
  ])('says how far %s is: %s', (at, words) => {
    expect(sayDistance(at, '2026-03-02T16:00:00.000Z')).toBe(words);
  });

  it('counts in words', () => {
    expect([count(1, 'text'), count(2, 'text'), count(0, 'time')]).toEqual(['1 text', '2 texts', '0 times']);
  });
});

describe('a date typed for the clock', () => {
  it.each([
    ['2026-07-01T10:00', 'America/Chicago', '2026-07-01T15:00:00.000Z'],
    ['2027-03-14T03:30', 'America/Chicago', '2027-03-14T08:30:00.000Z'],
    ['2027-11-07T12:00', 'America/New_York', '2027-11-07T17:00:00.000Z'],
    ['2026-01-01T00:00', 'America/Phoenix', '2026-01-01T07:00:00.000Z'],
  ])('%s in %s is %s, and back', (field, zone, instant) => {
    expect(fromField(field, zone)).toBe(instant);
    expect(toField(instant, zone)).toBe(field);
  });

  it('is nothing while it is half typed', () => expect(fromField('2026-07', 'UTC')).toBeUndefined());
});

describe('numbers', () => {
  it.each([
    ['612 555 0142', '+16125550142'],
    ['+1 (612) 555-0142', '+16125550142'],
    ['555-0142', '+5550142'],
    ['hello', undefined],
    ['', undefined],
  ])('reads %j as %s', (typed, phone) => expect(readPhone(typed)).toBe(phone));

  it('says a number as people write it', () => {
    expect(sayPhone('+16125550142')).toBe('(612) 555-0142');
    expect(sayPhone('+525512345678')).toBe('+525512345678');
  });

  it('finds one that nobody has used', () => {
    expect(freshPhone(new Set(['+16125550100', '+16125550101']))).toBe('+16125550102');
  });
});

describe('quickReplies', () => {
  it.each([
    [undefined, 'BACK'],
    ['Any of these now? - Fever. Reply YES or NO.', 'NO'],
    ['¿Algo de esto? SI o NO', 'SI'],
    ['Which is most like yours? Reply 1, 2 or 3.', '2'],
    ['How is the pain today, 0 to 10?', '5'],
    ['What is your 5-digit ZIP code?', '55425'],
    ['A ten minute walk is plenty.', 'DONE'],
  ])('fits %j with %s', (last, reply) => expect(quickReplies(last)).toContain(reply));
});

import { describe, expect, it } from 'vitest';
import { coachingCount, DAY, joined, pagesFor } from './joined.ts';

describe('the hold', () => {
  it.each(['STOP', 'START', 'BACK', 'RESUME', 'PAUSE 3', 'TIME 6PM'])('is not lifted by %s', (body) => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.text(body);
    world.pass(2 * DAY);
    expect(world.member.hold).toBeDefined();
    expect(world.texts.filter(({ day }) => day !== undefined)).toHaveLength(1);
  });

  it('ends with a release; the screen comes first, then a week back', () => {
    const world = joined();
    for (let day = 2; day <= 16; day += 1) world.nextText();
    expect(world.member.enrollment?.nextDay).toBe(17);
    world.text('cant feel my inner thighs');
    world.pass(2 * DAY);
    world.staff({ kind: 'release' });
    expect(world.member.hold).toBeUndefined();
    world.nextText();
    expect(world.last?.key).toBe('r1');
    world.pass(DAY);
    expect(world.last?.key).toBe('r1');
    world.text('no');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 10 });
  });

  it('comes back when the screen after a release is answered YES', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'release' });
    world.nextText();
    world.text('yes');
    expect(world.member.hold).toBeDefined();
    expect(world.last?.kind).toBe('safety');
  });

  it('misread: says so, and goes on the next day without a screen', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'misread' });
    expect(world.last?.key).toBe('fa');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 2 });
  });

  it('is listed for a lead on day 14', () => {
    const world = joined();
    world.text('I have a fever');
    world.staff({ kind: 'log_contact', outcome: 'voicemail' });
    world.pass(15 * DAY);
    expect(pagesFor(world)).toContain('review');
  });
});

describe('check', () => {
  const doubtful = 'something feels weird down there';
  it('asks one plain question, holds the coaching, and closes with a plain NO that a person sees', () => {
    const world = joined();
    world.text(doubtful);
    expect(world.last?.key).toBe('check');
    const count = coachingCount(world);
    world.pass(30);
    world.text('no');
    expect(world.last?.key).toBe('check_no');
    expect(world.member.attention.map(({ why }) => why)).toContain('check_answered_no');
    world.nextText();
    expect(coachingCount(world)).toBe(count + 1);
  });

  it.each(['yes', 'both'])('escalates on %s', (answer) => {
    const world = joined();
    world.text(doubtful);
    world.text(answer);
    expect(world.escalation).toMatchObject({ status: 'open', source: 'check' });
    expect(world.last?.kind).toBe('safety');
  });

  it('escalates on a second unclear answer', () => {
    const world = joined();
    for (const body of [doubtful, 'dunno maybe the weather', 'purple']) world.text(body);
    expect(world.escalation?.status).toBe('open');
  });

  it('is not asked again about what a clinician has marked as known; a red flag is raised all the same', () => {
    const world = joined();
    world.text('temp is 99.8 this morning');
    expect(world.last?.key).toBe('check');
    world.text('no');
    expect(world.staff({ kind: 'mark_known' }).staff?.kind).toBe('done');
    world.pass(2 * DAY);
    world.text('temp is 99.9 this morning');
    expect(world.member.question).toBeUndefined();
    world.text('I have a fever of 102');
    expect(world.escalation?.flags).toEqual(['fever']);
  });

  it('cannot be marked as known when it is about the nerves', () => {
    const world = joined();
    for (const body of [doubtful, 'no']) world.text(body);
    expect(world.staff({ kind: 'mark_known' }).staff?.kind).toBe('not_found');
  });

  it('goes to staff when nobody answers', () => {
    const world = joined();
    world.text(doubtful);
    world.pass(61);
    expect(world.escalation).toMatchObject({ source: 'check_silence', status: 'open' });
    expect(world.pages()).toHaveLength(1);
  });
});

describe('the weekly safety text', () => {
  const asked = () => {
    const world = joined();
    for (let day = 2; day <= 4; day += 1) world.nextText();
    expect(world.last?.body).toContain('Weekly check');
    return world;
  };
  it.each(['yes', 'Yes', 'YES I do', 'si'])('takes %s for a red flag', (body) => {
    const world = asked();
    world.text(body);
    expect(world.escalation).toMatchObject({ tier: 'S1', status: 'open' });
  });
  it.each([
    'did all 3',
    '4',
    '4/10',
    'DONE, a bit stiff today',
    'ok',
    'thanks',
    'no',
    'walked to the store',
    'Done',
  ])('takes %s for what it is', (body) => {
    const world = asked();
    world.text(body);
    expect(world.escalation).toBeUndefined();
    expect(world.member.question).toBeUndefined();
  });
});

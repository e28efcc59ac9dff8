import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const DAY = 24 * 60;

describe('joining', () => {
  it('asks one question a text, in the order of the clinical wording', () => {
    const world = createWorld();
    world.join('1');
    expect(world.keys()).toEqual(['j1', 'j2', 'j3', 'j4', 'j5', 'j7', 'j6']);
    expect(world.member.state.status).toBe('active');
    expect(world.member.consent.is).toBe('in');
    expect(world.member.enrollment).toMatchObject({ track: 'first', nextDay: 1, nextOn: '2027-01-12' });
  });

  it.each([
    ['1', 'first'],
    ['2', 'repeat'],
    ['3', 'persistent'],
    ['it comes and goes', 'repeat'],
    ['always there', 'persistent'],
  ])('takes "%s" for the track %s', (answer, track) => {
    const world = createWorld();
    world.join(answer);
    expect(world.member.enrollment?.track).toBe(track);
  });

  it('speaks Spanish to somebody who texts the Spanish keyword', () => {
    const world = createWorld();
    for (const body of ['ESPALDA', 'si', 'no', 'no', 'no', '2']) world.text(body);
    expect(world.member.language).toBe('es');
    expect(world.last?.body).toContain('Listo.');
  });

  it('takes YES to the first screen for a red flag, and asks nothing more', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'yes']) world.text(body);
    expect(world.keys()).toEqual(['j1', 'j2', 's1']);
    expect(world.escalation).toMatchObject({ tier: 'S1', urgency: 'now', source: 'screen', status: 'open' });
    expect(world.pages()).toHaveLength(1);
  });

  it('takes YES to the second screen for a fever or worse, checked today', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'yes']) world.text(body);
    expect(world.last).toMatchObject({ key: 's2_screen', kind: 'safety' });
    expect(world.escalation?.tier).toBe('S2');
  });

  it('waits for the care team after YES to the fourth, and goes on when they clear it', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'no', 'yes']) world.text(body);
    expect(world.last?.key).toBe('j4_yes');
    expect(world.member.attention.map(({ why }) => why)).toContain('clearance');
    world.pass(5 * DAY);
    expect(world.last?.key).toBe('j4_yes');
    world.staff({ kind: 'clear' });
    expect(world.last?.key).toBe('j5');
    world.text('1');
    expect(world.member.state.status).toBe('active');
  });

  it('asks an unclear answer once more, then leaves it to a person', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'the weather is nice', 'hmm well', 'blue']) world.text(body);
    expect(world.keys()).toEqual(['j1', 'j2', 'j2']);
    expect(world.member.attention.map(({ why }) => why)).toEqual(['unclear_answer']);
    world.text('no');
    expect(world.last?.key).toBe('j3');
  });

  it('takes the first track when the kind of pain stays unclear, and tells staff', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'no', 'no', 'purple', 'purple']) world.text(body);
    expect(world.member.enrollment?.track).toBe('first');
    expect(world.member.attention.map(({ why }) => why)).toContain('unclear_answer');
  });

  it('sends nobody under 18 any text again', () => {
    const world = createWorld();
    for (const body of ['BACK', "I'm 15"]) world.text(body);
    expect(world.last?.key).toBe('under_18');
    world.pass(30 * DAY);
    expect(world.last?.key).toBe('under_18');
  });

  it('does not remind of the invitation, and lapses after three days', () => {
    const world = createWorld();
    world.text('BACK');
    world.pass(2.9 * DAY);
    expect(world.member.state.status).toBe('joining');
    world.pass(0.2 * DAY);
    expect(world.member.state).toMatchObject({ status: 'lapsed', why: 'silence' });
    expect(world.keys()).toEqual(['j1']);
  });

  it('reminds once the next day, in the daytime of every candidate zone, with the question; then lapses without a text', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes']) world.text(body);
    expect(world.nextText()).toBe(true);
    expect(world.last).toMatchObject({ key: 'j2', kind: 'coaching', plannedAt: '2027-01-12T16:00:00.000Z' });
    expect(world.last?.body).not.toBe(world.texts[1]?.body);
    expect(world.last?.body).toContain('Numb or tingly');
    expect(world.nextText()).toBe(false);
    world.pass(3 * DAY);
    expect(world.member.state.status).toBe('lapsed');
    expect(world.texts).toHaveLength(3);
  });

  it('goes on from the question that was there when somebody replies late', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'no', 'no']) world.text(body);
    world.pass(5 * DAY);
    expect(world.member.state.status).toBe('lapsed');
    world.text('hello? still interested');
    expect(world.last?.key).toBe('j5');
  });

  it('asks a screen again whose answer comes after more than 48 hours, and both screens after 7 days', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no']) world.text(body);
    world.pass(5 * DAY);
    world.text('no');
    expect(world.last?.key).toBe('j3');
    world.text('no');
    expect(world.last?.key).toBe('j4');
    world.pass(8 * DAY);
    world.text('no');
    expect(world.last?.key).toBe('j2');
  });

  it('starts anew from the invitation after 14 days', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no']) world.text(body);
    world.pass(15 * DAY);
    world.text('no');
    expect(world.last?.key).toBe('j1');
  });

  it('keeps the wording that was answered in the ledger', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes']) world.text(body);
    const consents = world.decisions.flatMap(({ consent }) => (consent ? [consent] : []));
    expect(consents.map(({ action }) => action)).toEqual(['invited', 'in']);
    expect(consents[1]?.wording).toMatch(/^j1\.en@.+/);
    expect(consents[1]?.sid).toMatch(/^SM/);
  });

  it('starts nothing twice when the keyword comes again', () => {
    const world = createWorld();
    world.join();
    const before = world.member.enrollment;
    world.text('BACK');
    expect(world.last?.key).toBe('already_in');
    expect(world.member.enrollment).toEqual(before);
  });

  it('starts a new member on the number after "wrong number"', () => {
    const world = createWorld();
    world.join();
    const before = world.member.memberId;
    world.text('wrong number');
    expect(world.last?.key).toBe('wrong_number');
    world.text('hello');
    expect(world.last?.key).toBe('wrong_number');
    world.text('BACK');
    expect(world.member.memberId).not.toBe(before);
    expect(world.last?.key).toBe('j1');
  });

  it('starts a new member with the keyword 90 days after the end, the same one before', () => {
    const world = createWorld();
    world.join();
    while (world.nextText());
    expect(world.member.state.status).toBe('completed');
    const before = world.member.memberId;
    world.pass(30 * DAY);
    world.text('BACK');
    expect(world.member.memberId).toBe(before);
    world.text('STOP');
    world.pass(5 * DAY);
    expect(world.last?.key).toBe('stopped');
  });
});

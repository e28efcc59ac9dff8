import { describe, expect, it } from 'vitest';
import { DAY, joined, pagesFor } from './joined.ts';
import { createWorld } from './world.ts';

describe('opting out', () => {
  it.each([
    'stop texting me',
    'Stop. Thank you',
    'opt out',
    'please take me off this list',
    'no more',
    'unsubscribe',
  ])('is honored at once and confirmed once: %s', (body) => {
    const world = joined();
    const decision = world.text(body);
    expect(decision.text?.key).toBe('stopped');
    expect(decision.revokes?.which).toBe('all_but_safety');
    expect(decision.consent?.action).toBe('out');
    world.text('stop');
    world.pass(5 * DAY);
    expect(world.last).toBe(decision.text);
    world.text('YES');
    expect(world.member.consent.is).toBe('out');
    expect(world.last).toBe(decision.text);
  });

  it('stays silent when the carrier has answered', () => {
    const world = joined();
    const decision = world.text('STOP', { optOutType: 'STOP' });
    expect(decision.text).toBeUndefined();
    expect(world.member.consent).toMatchObject({ is: 'out', isCarrierBlocked: true });
  });

  it('with a red flag gives one text that honors both, an open escalation and a page', () => {
    const world = joined();
    const decision = world.text('STOP texting me, I cant feel my inner thighs');
    expect(decision.text?.key).toBe('xf');
    expect(decision.consent?.action).toBe('out');
    expect(world.escalation?.status).toBe('open');
    expect(decision.events.map(({ type }) => type)).toContain('StaffPaged.v1');
    const crisis = joined();
    expect(crisis.text('stop. i want to kill myself').text?.key).toBe('xc');
    const fever = joined();
    expect(fever.text('I have a fever. take me off this list').text?.key).toBe('xf_doctor');
  });

  it('a flag from a number that the carrier blocks says to phone now', () => {
    const world = joined();
    world.text('STOP', { optOutType: 'STOP' });
    const decision = world.text('my groin is numb');
    expect(decision.text).toBeUndefined();
    expect(String(world.pages().at(-1)?.detail.firstLine)).toMatch(/^NO SAFETY TEXT REACHED THIS MEMBER/);
  });

  it('within a day of a safety text is paged', () => {
    const world = joined();
    world.text('I have a fever');
    world.text('STOP', { optOutType: 'STOP' });
    expect(pagesFor(world)).toContain('opted_out_after_flag');
  });

  it('is undone by START or the keyword and a new YES, where the program was', () => {
    const world = joined();
    world.text('stop texting me');
    world.pass(3 * DAY);
    world.text('BACK');
    expect(world.last?.key).toBe('j1');
    world.pass(2 * DAY);
    expect(world.last?.key).toBe('j1');
    world.text('yes');
    expect(world.last?.key).toBe('welcome_back');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day: 2 });
  });

  it('leaves a YES to the screen that was open to a person, and restarts nothing', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'STOP', 'yes']) world.text(body);
    expect(world.last?.key).toBe('stopped');
    expect(world.member).toMatchObject({ consent: { is: 'out' }, attention: [{ why: 'unclear_answer' }] });
  });

  it('can be undone while held, and lifts no hold', () => {
    const world = joined();
    world.text('STOP texting me, I cant feel my inner thighs');
    for (const body of ['START', 'yes']) world.text(body);
    expect(world.member.consent.is).toBe('in');
    expect(world.member.hold).toBeDefined();
    expect(world.last?.key).toBe('held');
  });

  it('in the middle of joining goes back to the question that was there', () => {
    const world = createWorld();
    for (const body of ['BACK', 'yes', 'no', 'no', 'stop texting me', 'yes']) world.text(body);
    expect(world.member.consent.is).toBe('out');
    for (const body of ['START', 'yes']) world.text(body);
    expect(world.last?.key).toBe('j4');
  });
});

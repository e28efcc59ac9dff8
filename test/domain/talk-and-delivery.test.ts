import { describe, expect, it } from 'vitest';
import { anInboundText } from '../fixtures/members.ts';
import { arrived, DAY, joined, pagesFor } from './joined.ts';
import { createWorld } from './world.ts';

describe('texts that say little', () => {
  it('leaves a machine that answers every answer the last word, and never the first safety reply', () => {
    const world = joined();
    for (let turn = 0; turn < 60; turn += 1) world.text('ok thanks');
    expect(world.texts.length).toBeLessThan(20);
    world.text('cant feel my inner thighs');
    expect(world.last?.key).toBe('s1');
  });

  it('does not take our own words for a report', () => {
    const world = joined();
    const weekly = world.program.content.replies.en.weekly.replace('{L}', world.program.content.careLine);
    for (const body of [weekly, `Liked "${weekly}"`]) world.text(body);
    expect(world.escalation).toBeUndefined();
    world.text(`"${weekly}" - yes, my groin is numb`);
    expect(world.escalation?.flags).toEqual(['numbness']);
  });

  it('answers a picture without words, and puts it before a person', () => {
    const world = joined();
    world.text('', { mediaCount: 1 });
    expect(world.last?.key).toBe('picture');
    expect(world.member.attention.map(({ why }) => why)).toContain('picture');
  });

  it('tells a stranger what this number is', () => {
    const world = createWorld();
    world.text('hello who is this?');
    expect(world.last?.key).toBe('stranger');
    expect(world.member.state.status).toBe('visitor');
  });

  it('pages staff for HELP within a day of a safety text', () => {
    const world = joined();
    world.text('I have a fever');
    world.text('HELP');
    expect(pagesFor(world)).toContain('help_wanted');
    expect(world.last?.key).toBe('help');
  });

  it('opens an escalation for a text that could not be read', () => {
    const world = joined();
    const { phoneKey, phone } = world.member;
    world.apply({ kind: 'unreadable', inbound: anInboundText({ phoneKey, from: phone, failures: 3 }) });
    expect(world.escalation).toMatchObject({ source: 'unreadable', status: 'open' });
    expect(world.pages()).toHaveLength(1);
  });
});

describe('news from the carrier', () => {
  it('notes a safety text that arrived', () => {
    const world = joined();
    world.text('I have a fever');
    arrived(world);
    expect(world.escalation?.told.delivery).toBe('delivered');
    world.pass(5);
    expect(pagesFor(world)).toEqual(['opened']);
  });

  it('shows a number that can never be reached, and sends it no more coaching until it texts again', () => {
    const world = joined();
    world.apply({
      kind: 'delivery',
      textId: world.last?.textId as never,
      status: 'undelivered',
      errorClass: 'permanent',
    });
    expect(world.member).toMatchObject({ reach: 'unreachable' });
    const count = world.texts.length;
    world.pass(3 * DAY);
    expect(world.texts).toHaveLength(count);
    world.text('hi');
    expect(world.member.reach).toBe('ok');
    expect(world.nextText()).toBe(true);
  });

  it('takes the word of a carrier that blocks the number', () => {
    const world = joined();
    world.apply({
      kind: 'delivery',
      textId: world.last?.textId as never,
      status: 'failed',
      errorClass: 'opted_out',
    });
    expect(world.member.consent).toMatchObject({ is: 'out', isCarrierBlocked: true });
  });
});

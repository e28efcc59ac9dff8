import { describe, expect, it } from 'vitest';
import { type TimeZone, wallTimeIn } from '../../functions/domain/time.ts';
import { arrived, coachingCount, DAY, HOUR, joined, pagesFor } from './joined.ts';
import { createWorld } from './world.ts';

describe('a red flag', () => {
  it.each([
    ['lost 12 pounds and I am not even trying', 's3', 'S3', 'today'],
    ['I have a fever since last night', 's2', 'S2', 'today'],
    ['the pain keeps me up all night', 's3', 'S3', 'today'],
    ['I peed myself twice, cant hold it anymore', 's1', 'S1', 'now'],
    ['my left leg gives way and it is getting weaker', 's1', 'S1', 'now'],
    ['cant feel my inner thighs', 's1', 'S1', 'now'],
    ['i dont want to live anymore', 'sc', 'SC', 'now'],
    ['chest pain and I cant breathe', 's0', 'S0', 'now'],
    ['I took too many of my pain pills', 'sp', 'SP', 'now'],
  ])('%s', (body, key, tier, urgency) => {
    const world = joined();
    const before = coachingCount(world);
    const decision = world.text(body);
    expect(decision.text).toMatchObject({ key, kind: 'safety', lane: 'urgent' });
    for (const number of ['612-339-3663', '800-551-0859', '952-883-5474'])
      expect(decision.text?.body).toContain(number);
    expect(world.escalation).toMatchObject({ tier, urgency, status: 'open' });
    expect(decision.events.map(({ type }) => type)).toEqual(['EscalationOpened.v1', 'StaffPaged.v1']);
    expect(decision.revokes).toEqual({ which: 'coaching', reason: 'held' });
    expect(world.member.hold).toBe(world.escalation?.escalationId);
    world.pass(4 * DAY);
    expect(coachingCount(world)).toBe(before);
  });

  it('is read in STOP texts, from strangers, after the end, and in Spanish', () => {
    const stranger = createWorld();
    stranger.text('i cant hold my pee and my groin is numb');
    expect(stranger.last?.key).toBe('s1');
    const spanish = createWorld();
    spanish.text('tengo fiebre y escalofrios');
    expect(spanish.last).toMatchObject({ key: 's2', language: 'es' });
    const over = joined();
    while (over.nextText());
    over.text('cant feel my inner thighs');
    expect(over.last?.key).toBe('s1');
  });

  it('joins the open escalation, raises it and starts the ladder again', () => {
    const world = joined();
    world.text('I have a fever');
    arrived(world);
    const { escalationId } = world.escalation ?? {};
    world.pass(10);
    world.text('now my inner thighs are numb too');
    expect(world.escalation).toMatchObject({
      escalationId,
      tier: 'S1',
      urgency: 'now',
      flags: ['fever', 'numbness'],
    });
    expect(world.last?.key).toBe('s1');
    expect(pagesFor(world)).toEqual(['opened', 'raised']);
  });

  it('is not answered with the whole text again within the hour, and is after it', () => {
    const world = joined();
    world.text('I have a fever');
    arrived(world);
    world.pass(5);
    world.text('fever still there');
    world.pass(5);
    world.text('I said I have a fever');
    expect(world.keys().slice(-2)).toEqual(['s2', 'held']);
    expect(world.keys().filter((key) => key === 's2')).toHaveLength(1);
    world.pass(70);
    world.text('I have a fever');
    expect(world.keys().filter((key) => key === 's2')).toHaveLength(2);
  });
});

describe('the ladder', () => {
  it('pages again, rung by rung, until a named person acknowledges', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    arrived(world);
    world.pass(31);
    expect(world.pages().map(({ detail }) => detail.rung)).toEqual([0, 1, 2, 3]);
    world.staff({ kind: 'acknowledge' });
    const count = world.pages().length;
    world.pass(10);
    expect(world.pages()).toHaveLength(count);
  });

  it('pages one rung higher when nobody has made contact in time after the acknowledgement', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    arrived(world);
    world.staff({ kind: 'acknowledge' });
    world.pass(16);
    expect(pagesFor(world)).toEqual(['opened', 'no_contact']);
    expect(world.escalation?.status).toBe('open');
  });

  it('is quiet once a contact is logged, and rings again for a new text', () => {
    const world = joined();
    world.text('I am losing weight without trying');
    arrived(world);
    world.staff({ kind: 'log_contact', outcome: 'reached' });
    world.pass(3 * HOUR);
    expect(pagesFor(world)).toEqual(['opened']);
    world.text('thanks for calling');
    expect(pagesFor(world)).toEqual(['opened', 'new_text']);
  });

  it('says in its first line when no safety text has reached the member', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.pass(3);
    expect(world.pages().at(-1)?.detail).toMatchObject({ why: 'not_delivered' });
    expect(String(world.pages().at(-1)?.detail.firstLine)).toMatch(/^NO SAFETY TEXT REACHED THIS MEMBER/);
  });

  it('rings for a fever in staffed hours only, and lists it at once', () => {
    const night = joined({ startAt: '2027-01-11T02:00:00Z' });
    night.pass(6 * HOUR);
    night.text('I have a fever');
    expect(night.pages()[0]?.detail).toMatchObject({
      urgency: 'today',
      rings: wallTimeIn(night.now, 'America/Chicago' as TimeZone) >= '08:00',
    });
  });
});

describe('a staff act', () => {
  it('that comes twice is done once', () => {
    const world = joined();
    world.text('I have a fever');
    const escalationId = world.escalation?.escalationId as never; // opened just now
    const act = {
      kind: 'log_contact',
      outcome: 'voicemail',
      by: 'Pat Lee',
      note: '',
      actId: 'act.same',
      escalationId,
    };
    world.apply({ kind: 'staff', act: act as never }); // as the console sends it
    const again = world.apply({ kind: 'staff', act: act as never });
    expect(again.staff?.kind).toBe('already_done');
    expect(world.escalation?.contacts).toHaveLength(1);
  });

  it('on an escalation that is not there changes nothing', () => {
    const world = joined();
    expect(world.staff({ kind: 'release' }).staff?.kind).toBe('not_found');
  });
});

describe('follow-up texts', () => {
  it('asks after an hour and at nine the next morning; silence pages; NO pages; YES lifts nothing', () => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.staff({ kind: 'log_contact', outcome: 'no_answer' });
    world.pass(61);
    expect(world.last?.key).toBe('f1');
    world.pass(61);
    expect(pagesFor(world)).toContain('follow_up_silence');
    world.nextText();
    expect(world.last?.key).toBe('f2');
    expect(wallTimeIn(world.now, 'America/Chicago' as TimeZone)).toBe('09:00');
    world.text('no');
    expect(world.last?.key).toBe('after_no');
    expect(pagesFor(world)).toContain('follow_up_no');
    expect(world.member.hold).toBeDefined();
  });

  it('sends none after a crisis: phones are shared', () => {
    const world = joined();
    world.text('i want to kill myself');
    world.pass(3 * DAY);
    expect(world.last?.key).toBe('sc');
  });
});

import { describe, expect, it } from 'vitest';
import { type TimeZone, wallTimeIn } from '../../functions/domain/time.ts';
import { DAY, joined } from './joined.ts';
import { createWorld } from './world.ts';

const chicago = 'America/Chicago' as TimeZone;

describe('the follow-up texts of a tier', () => {
  it.each([
    ['chest pain and I cant breathe', '15:30', ['f2@09:00']],
    ['I took too many of my pain pills', '15:30', ['f2@09:00']],
    ['cant feel my inner thighs', '15:30', ['f1@16:30', 'f2@09:00']],
    ['cant feel my inner thighs', '23:30', ['f1@00:30', 'f2@09:00']],
    ['I have a fever', '15:30', ['f1@16:30']],
    ['I have a fever', '22:30', ['f2_doctor@09:00']],
    ['I lost 20 pounds without trying', '07:00', ['f2_doctor@09:00']],
    ['i want to kill myself', '15:30', []],
  ])('%s, at %s: %j', (body, time, expected) => {
    const world = createWorld({ startAt: `2027-01-12T${time}:00-06:00` });
    world.text(body);
    const texts = world.texts.length;
    world.pass(2 * DAY);
    const sent = world.texts
      .slice(texts)
      .map(({ key, plannedAt }) => `${key}@${wallTimeIn(plannedAt, chicago)}`);
    expect(sent).toEqual(expected);
  });

  it('of weight loss comes the next day, also when it was said early in the morning', () => {
    const world = createWorld({ startAt: '2027-01-12T07:00:00-06:00' });
    world.text('I lost 20 pounds without trying');
    world.pass(2 * DAY);
    expect(world.last?.plannedAt).toBe('2027-01-13T15:00:00.000Z');
  });

  it('never go to somebody who has opted out', () => {
    const world = joined();
    world.text('STOP texting me, I cant feel my inner thighs');
    world.pass(2 * DAY);
    expect(world.last?.key).toBe('xf');
  });
});

describe('after a release', () => {
  it.each([
    ['chest pain and I cant breathe', 3],
    ['cant feel my inner thighs', 3],
    ['I have a fever', 10],
    ['I lost 20 pounds without trying', 10],
  ])('%s: the program goes on with day %i', (body, day) => {
    const world = joined();
    for (let sent = 2; sent <= 9; sent += 1) world.nextText();
    world.text(body);
    world.staff({ kind: 'release' });
    world.nextText();
    expect(world.last?.key).toBe('r1');
    world.text('no');
    world.nextText();
    expect(world.last).toMatchObject({ kind: 'coaching', day });
  });
});

describe('the emergency numbers texted to us', () => {
  it.each([
    ['911', 's0'],
    ['988', 'sc'],
  ])('%s escalates', (body, key) => {
    const world = joined();
    world.text(body);
    expect(world.last?.key).toBe(key);
    expect(world.escalation?.status).toBe('open');
  });
});

describe('what was not heard is said again', () => {
  it('when the safety text did not arrive, the same flag within the hour gets the whole text', () => {
    const world = joined();
    world.text('I have a fever');
    world.pass(3);
    world.text('fever is still there');
    expect(world.keys().filter((key) => key === 's2')).toHaveLength(2);
  });

  it('when the carrier blocked it, and the number is open again', () => {
    const world = joined();
    world.text('STOP', { optOutType: 'STOP' });
    world.text('my groin is numb');
    world.text('START', { optOutType: 'START' });
    world.text('my groin is still numb');
    expect(world.last?.kind).toBe('safety');
  });

  it('an opt-out with a flag that was answered before is still confirmed, once', () => {
    const world = joined();
    world.text('I have a fever');
    world.pass(1);
    world.text('I still have the fever. take me off this list');
    expect(world.last?.key).toBe('xf_doctor');
    const count = world.texts.length;
    world.text('fever. take me off this list');
    expect(world.texts).toHaveLength(count);
  });

  it('a follow-up that an outage made late waits for the morning', () => {
    const world = joined();
    world.text('I lost 20 pounds without trying');
    world.staff({ kind: 'log_contact', outcome: 'voicemail' });
    world.outage(40 * 60);
    expect(Number(wallTimeIn(world.now, chicago).slice(0, 2))).toBeLessThan(8);
    const count = world.texts.length;
    world.pass(0);
    expect(world.texts).toHaveLength(count);
    world.pass(DAY);
    expect(wallTimeIn(world.last?.plannedAt ?? world.now, chicago)).toBe('09:00');
  });
});

describe('the keyword while held', () => {
  it.each(['BACK', 'START'])('%s promises no texts', (body) => {
    const world = joined();
    world.text('cant feel my inner thighs');
    world.text(body);
    expect(world.last?.key).toBe('held');
  });

  it('starts no joining for a stranger who reported a red flag', () => {
    const world = createWorld();
    world.text('my groin is numb');
    world.text('BACK');
    expect(world.member.state.status).toBe('visitor');
    expect(world.last?.key).toBe('held');
  });
});

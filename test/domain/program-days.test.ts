import { describe, expect, it } from 'vitest';
import { decide } from '../../functions/domain/decide.ts';
import { localDateIn, type TimeZone, wallTimeIn } from '../../functions/domain/time.ts';
import { testProgram } from '../fixtures/program.ts';
import { createWorld, type World } from './world.ts';

const DAY = 24 * 60;
const chicago = 'America/Chicago' as TimeZone;
const coaching = (world: World) =>
  world.texts.filter(({ kind, day }) => kind === 'coaching' && day !== undefined);
const finish = (world: World) => {
  while (world.nextText());
};

describe('six weeks', () => {
  it.each(['1', '2', '3'])(
    'sends 42 texts, one a day, at ten in the morning, and completes (track %s)',
    (track) => {
      const world = createWorld();
      world.join(track);
      finish(world);
      const sent = coaching(world);
      expect(sent.map(({ day }) => day)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
      expect(new Set(sent.map(({ key }) => key)).size).toBe(42);
      expect(new Set(sent.map(({ plannedAt }) => localDateIn(plannedAt, chicago))).size).toBe(42);
      expect(new Set(sent.map(({ plannedAt }) => wallTimeIn(plannedAt, chicago)))).toEqual(
        new Set(['10:00']),
      );
      expect(world.member.state.status).toBe('completed');
      expect(world.skipped).toEqual([]);
    },
  );

  it('keeps the easy text for the easy weekday, the first day for teaching and the last for closing', () => {
    const saturday = createWorld({ startAt: '2027-01-16T15:00:00Z' });
    saturday.join();
    finish(saturday);
    const steps = new Map(testProgram.content.tracks.first.map((step) => [step.key, step]));
    const sent = coaching(saturday).map(({ key }) => steps.get(key));
    expect(sent[0]?.key).toBe(testProgram.content.tracks.first[0]?.key);
    expect(sent.filter((step) => step?.isEasy)).toHaveLength(6);
    expect(sent[7]?.isEasy).toBe(true);
    expect(sent[41]?.isEasy).toBe(false);
  });

  it.each([
    ['the spring change', '2027-02-22T15:00:00Z'],
    ['the autumn change', '2027-10-18T15:00:00Z'],
  ])('keeps the wall-clock hour over %s', (_name, startAt) => {
    const world = createWorld({ startAt });
    world.join();
    finish(world);
    const sent = coaching(world);
    expect(sent).toHaveLength(42);
    expect(new Set(sent.map(({ plannedAt }) => wallTimeIn(plannedAt, chicago)))).toEqual(new Set(['10:00']));
    expect(new Set(sent.map(({ plannedAt }) => plannedAt.slice(11, 16))).size).toBe(2);
  });

  it('plans nothing twice when a tick runs twice', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    const count = world.texts.length;
    world.apply({ kind: 'tick' });
    world.apply({ kind: 'tick' });
    expect(world.texts).toHaveLength(count);
  });

  it('decides the same for the same cause, to the ids', () => {
    const world = createWorld();
    world.join();
    const aggregate = { member: world.member };
    const moment = { now: world.now, newMemberId: world.member.memberId };
    const once = decide(world.program, aggregate, { kind: 'tick' }, moment);
    expect(decide(world.program, aggregate, { kind: 'tick' }, moment)).toEqual(once);
  });

  it('after three days of outage sends one text, and records the missed days as late', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    world.outage(3 * DAY + 60);
    world.pass(0);
    expect(coaching(world).map(({ day }) => day)).toEqual([1, 4]);
    expect(world.skipped.map(({ day, reason, status }) => [day, reason, status])).toEqual([
      [2, 'late', 'skipped'],
      [3, 'late', 'skipped'],
    ]);
    expect(world.skipped.every(({ body }) => body.length > 0)).toBe(true);
  });

  it('does not send today when its window has closed', () => {
    const world = createWorld();
    world.join();
    world.outage(DAY + 3 * 60);
    world.pass(0);
    expect(coaching(world)).toHaveLength(1);
    world.outage(33 * 60);
    world.pass(0);
    expect(coaching(world)).toHaveLength(1);
  });

  it('pauses without losing a day, and takes up again by itself', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    world.text('PAUSE 5');
    expect(world.member.state).toMatchObject({ status: 'paused', until: '2027-01-17' });
    finish(world);
    expect(coaching(world).map(({ day }) => day)).toEqual(
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
    expect(localDateIn(coaching(world)[1]?.plannedAt ?? world.now, chicago)).toBe('2027-01-17');
  });

  it('asks the safety screen after a pause of 14 days, and waits for its NO', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    world.text('pause');
    world.pass(20 * DAY);
    world.text('RESUME');
    world.pass(60);
    expect(world.last?.key).toBe('check');
    const count = coaching(world).length;
    world.pass(3 * DAY);
    expect(coaching(world)).toHaveLength(count);
    world.text('no');
    world.nextText();
    expect(coaching(world).at(-1)?.day).toBe(2);
  });

  it('moves to the chosen hour, and says the earliest to somebody who wants it earlier', () => {
    const world = createWorld();
    world.join();
    world.text('TIME 7AM');
    expect(world.last?.key).toBe('time_too_early');
    expect(world.last?.body).toContain('8 am');
    world.text('TIME 7PM');
    expect(world.last?.body).toContain('7 pm');
    world.nextText();
    expect(wallTimeIn(coaching(world)[0]?.plannedAt ?? world.now, chicago)).toBe('19:00');
  });

  it('sends no second text on a day whose hour or zone was changed', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    world.text('TIME 1PM');
    world.text('ZIP 96813');
    world.nextText();
    expect(world.member.zones).toEqual(['Pacific/Honolulu']);
    expect(localDateIn(coaching(world)[1]?.plannedAt ?? world.now, 'Pacific/Honolulu' as TimeZone)).toBe(
      '2027-01-13',
    );
  });

  it('sends no second text on one day to somebody who flies from Hawaii to New York after the first', () => {
    const newYork = 'America/New_York' as TimeZone; // an IANA name
    const world = createWorld({ phone: '+18085550123' });
    world.join();
    world.text('TIME 7PM');
    world.nextText();
    expect(wallTimeIn(coaching(world)[0]?.plannedAt ?? world.now, 'Pacific/Honolulu' as TimeZone)).toBe(
      '19:00',
    );
    world.text('ZIP 10001');
    world.nextText();
    const dates = coaching(world).map(({ plannedAt }) => localDateIn(plannedAt, newYork));
    expect(new Set(dates).size).toBe(2);
  });

  it('with a number that may be anywhere, sends only when it is daytime everywhere', () => {
    const world = createWorld({ phone: '+18005550123' });
    world.join();
    finish(world);
    expect(world.member.zones.length).toBeGreaterThan(5);
    for (const { plannedAt } of coaching(world)) {
      for (const zone of world.member.zones) {
        const time = wallTimeIn(plannedAt, zone);
        expect(time >= '08:00' && time < '20:00', `${time} in ${zone}`).toBe(true);
      }
    }
    expect(coaching(world)).toHaveLength(42);
  });

  it('counts days done once a day, and takes scores in many forms', () => {
    const world = createWorld();
    world.join();
    world.nextText();
    for (const body of ['DONE', 'did all three', '7/10', 'seven', '6-7']) world.text(body);
    expect(world.member.enrollment?.daysDone).toBe(1);
    const scores = world.events.filter(({ type }) => type === 'ScoreReported.v1');
    expect(scores.map(({ detail }) => detail.value)).toEqual([7, 7, 6.5]);
  });
});

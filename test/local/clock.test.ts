import { describe, expect, it } from 'vitest';
import { type Instant, toInstant } from '../../functions/domain/time.ts';
import { readJump } from '../../local/clock/jump-request.ts';
import { createSettle, type Settled, type Surroundings } from '../../local/clock/settle.ts';
import { createTurns } from '../../local/clock/turns.ts';
import { type ClockOffset, createVirtualClock } from '../../local/clock/virtual-clock.ts';
import { createWalk } from '../../local/clock/walk.ts';

const NOON = toInstant('2027-03-01T12:00:00Z');

const aClock = (wall = { milliseconds: Date.parse(NOON) }) => {
  let value: ClockOffset | undefined;
  const kept = {
    read: () => value,
    write: (next: ClockOffset) => {
      value = next;
    },
  };
  const make = () => createVirtualClock({ kept, wallMilliseconds: () => wall.milliseconds });
  return { clock: make(), make, wall };
};

describe("the program's clock", () => {
  it('runs with the wall, moves forward and never back', () => {
    const { clock, wall } = aClock();
    clock.moveTo(toInstant('2027-03-02T12:00:00Z'));
    wall.milliseconds += 1000;
    expect(clock.now()).toBe('2027-03-02T12:00:01.000Z');
    clock.moveTo(NOON);
    expect(clock.now()).toBe('2027-03-02T12:00:01.000Z');
    wall.milliseconds -= 60_000;
    expect(clock.now()).toBe('2027-03-02T12:00:01.000Z');
  });

  it('is where it was after a restart', () => {
    const { clock, make } = aClock();
    clock.moveTo(toInstant('2027-04-01T00:00:00Z'));
    expect(make().now()).toBe('2027-04-01T00:00:00.000Z');
  });
});

describe('a request to move the clock', () => {
  it.each([
    [{ until: 'next-text' }, { kind: 'next_text' }],
    [
      { until: 'next-text', phone: '+16125550100' },
      { kind: 'next_text', phone: '+16125550100' },
    ],
    [{ advance: 'P1D' }, { kind: 'to', at: '2027-03-02T12:00:00.000Z', isOutage: false }],
    [
      { advance: 'PT90M', outage: true },
      { kind: 'to', at: '2027-03-01T13:30:00.000Z', isOutage: true },
    ],
    [{ to: '2027-03-01T12:00:00Z' }, { kind: 'to', at: NOON, isOutage: false }],
  ])('reads %j', (body, request) => {
    expect(readJump(body, NOON)).toEqual({ kind: 'ok', request });
  });

  it.each([
    [undefined, /Send one of/],
    [{}, /Send one of/],
    [{ until: 'tomorrow' }, /Send one of/],
    [{ until: 'next-text', phone: '612' }, /Send one of/],
    [{ advance: 'P1D', to: '2028-01-01T00:00:00Z' }, /Send one of/],
    [{ advance: 'a day' }, /no duration/],
    [{ to: 'tomorrow' }, /no instant/],
    [{ advance: '-P1D' }, /only goes forward/],
    [{ to: '2027-02-01T00:00:00Z' }, /only goes forward/],
    [{ advance: 'P3Y' }, /400 days/],
  ])('refuses %j', (body, message) => {
    expect(readJump(body, NOON)).toEqual({ kind: 'refused', message: expect.stringMatching(message) });
  });
});

const calm = (changes: Partial<Surroundings> = {}): Surroundings => ({
  clock: { now: () => NOON },
  passMarker: async () => {},
  runningFunctions: () => 0,
  unfinishedMessages: async () => ({ inbox: 0 }),
  carrierOwes: () => 0,
  readDue: async () => [],
  releaseDue: async () => {},
  ...changes,
});

describe('settling', () => {
  it('looks twice', async () => {
    let markers = 0;
    const settle = createSettle(
      calm({
        passMarker: async () => {
          markers += 1;
        },
      }),
    );
    expect(await settle()).toMatchObject({ isSettled: true });
    expect(markers).toBe(2);
  });

  it('begins again when something has come up behind the marker', async () => {
    const owed = [0, 1, 0, 0, 0, 0, 0];
    let markers = 0;
    const settle = createSettle(
      calm({
        carrierOwes: () => owed.shift() ?? 0,
        passMarker: async () => {
          markers += 1;
        },
      }),
    );
    expect(await settle()).toMatchObject({ isSettled: true });
    expect(markers).toBe(3);
  });

  it('runs the release for what is past due', async () => {
    let due = [{ at: NOON, isText: false }];
    const settle = createSettle(
      calm({
        readDue: async () => due,
        releaseDue: async () => {
          due = [];
        },
      }),
    );
    expect(await settle()).toMatchObject({ isSettled: true });
  });

  it('says what the release leaves behind', async () => {
    const settle = createSettle(calm({ readDue: async () => [{ at: NOON, isText: false }] }));
    expect(await settle()).toEqual({
      isSettled: false,
      leftBehind: { due: [NOON] },
      unsettled: ['something in the due index is past'],
    });
  });

  it.each<[Partial<Surroundings>, string]>([
    [{ runningFunctions: () => 2 }, '2 functions are running'],
    [{ carrierOwes: () => 3 }, 'the carrier owes 3 requests'],
    [{ unfinishedMessages: async () => ({ inbox: 1, urgent: 0 }) }, '1 messages in the queue inbox'],
    [{ passMarker: () => new Promise(() => {}) }, 'the relay is behind'],
  ])('says what does not come to rest in time', async (changes, what) => {
    expect(await createSettle(calm(changes))({ timeLimitMilliseconds: 50 })).toMatchObject({
      isSettled: false,
      unsettled: [what],
    });
  });
});

describe('walking', () => {
  const walkThrough = (dueAt: readonly string[], settled?: Settled) => {
    const { clock } = aClock();
    let due = dueAt.map((at) => toInstant(at));
    const stops: Instant[] = [];
    const walk = createWalk({
      clock,
      settle: async () => settled ?? { isSettled: true, due },
      releaseDue: async () => {
        stops.push(clock.now());
        due = due.filter((at) => at > clock.now());
      },
      carrier: { nextDueAt: () => undefined, deliverDue: async () => {} },
    });
    return { walk, stops };
  };

  it('stops at the whole minute after each due instant, and at the end', async () => {
    const { walk, stops } = walkThrough([
      '2027-03-01T12:10:05Z',
      '2027-03-01T12:10:40Z',
      '2027-03-02T10:00:00Z',
    ]);
    await walk.until(toInstant('2027-03-03T00:00:00Z'));
    expect(stops).toEqual([
      '2027-03-01T12:11:00.000Z',
      '2027-03-02T10:00:00.000Z',
      '2027-03-03T00:00:00.000Z',
    ]);
  });

  it('goes no further than the end', async () => {
    const { walk, stops } = walkThrough(['2027-03-01T12:10:30Z']);
    await walk.until(toInstant('2027-03-01T12:10:45Z'));
    expect(stops).toEqual(['2027-03-01T12:10:45.000Z']);
  });

  it('ends where somebody is satisfied', async () => {
    const { walk, stops } = walkThrough(['2027-03-01T13:00:00Z', '2027-03-01T14:00:00Z']);
    await walk.until(toInstant('2027-03-02T00:00:00Z'), async () => stops.length === 1);
    expect(stops).toEqual(['2027-03-01T13:00:00.000Z']);
  });

  it('ends when something does not settle', async () => {
    const stuck: Settled = { isSettled: false, unsettled: ['x'] };
    const { walk, stops } = walkThrough(['2027-03-01T13:00:00Z'], stuck);
    expect(await walk.until(toInstant('2027-03-02T00:00:00Z'))).toEqual(stuck);
    expect(stops).toEqual([]);
  });
});

describe('turns', () => {
  it('come one after the other, also after a failure', async () => {
    const turns = createTurns();
    const seen: string[] = [];
    const first = turns.take(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push('first');
      throw new Error('failed');
    });
    const second = turns.take(async () => {
      seen.push('second');
    });
    expect(turns.isTaken()).toBe(true);
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(seen).toEqual(['first', 'second']);
    expect(turns.isTaken()).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueNow } from '../../functions/domain/due.ts';
import { datesOf } from '../../functions/domain/program/send-window.ts';
import { wallTimeIn } from '../../functions/domain/time.ts';
import { createWorld, type World } from './world.ts';

/** What people text, in every state: commands, answers, reports, noise. */
const saying = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('BACK', 'yes', 'no', '1', '2', '3', 'START', 'RESUME') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('PAUSE', 'PAUSE 3', 'TIME 6PM', 'ZIP 96813', 'ZIP 10001', 'HELP', 'DONE', '7'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('STOP', 'stop texting me', 'wrong number', 'no more texts please'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'I have a fever',
      'cant feel my inner thighs',
      'i want to die',
      'feels weird down there',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

type Step =
  | { readonly do: 'say'; readonly body: string }
  | { readonly do: 'pass' | 'outage'; readonly minutes: number }
  | { readonly do: 'staff'; readonly kind: 'acknowledge' | 'release' | 'misread' | 'clear' | 'resolve' }
  | {
      readonly do: 'deliver';
      readonly status: 'delivered' | 'undelivered';
      readonly errorClass?: 'permanent' | 'opted_out';
    };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: saying.map((body) => ({ do: 'say', body }) as const) },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 3 * 24 * 60 }).map((minutes) => ({ do: 'pass', minutes }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 60, max: 5 * 24 * 60 })
      .map((minutes) => ({ do: 'outage', minutes }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('acknowledge', 'release', 'misread', 'clear', 'resolve')
      .map((kind) => ({ do: 'staff', kind }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { do: 'deliver', status: 'delivered' } as const,
      { do: 'deliver', status: 'undelivered', errorClass: 'permanent' } as const,
      { do: 'deliver', status: 'undelivered', errorClass: 'opted_out' } as const,
    ),
  },
);

const take = (world: World, next: Step): void => {
  switch (next.do) {
    case 'say':
      world.text(next.body);
      return;
    case 'pass':
      world.pass(next.minutes);
      return;
    case 'outage':
      world.outage(next.minutes);
      return;
    case 'staff':
      world.staff({ kind: next.kind });
      return;
    case 'deliver': {
      const textId = world.last?.textId;
      const { status, errorClass } = next;
      if (textId) world.apply({ kind: 'delivery', textId, status, errorClass });
      return;
    }
    default:
      next satisfies never;
  }
};

const live = (steps: readonly Step[], check: (world: World, before: number) => void): void => {
  const world = createWorld();
  world.text('BACK');
  if (steps.length % 3 !== 0) world.join();
  for (const next of steps) {
    const before = world.texts.length;
    take(world, next);
    check(world, before);
  }
};
const lives = (check: (world: World, before: number) => void) =>
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => live(steps, check)),
    { numRuns: 150 },
  );

describe('whatever happens', { timeout: 60_000 }, () => {
  it('every message in every state is answered, and the timer always moves on', () => {
    lives((world) => {
      const aggregate = { member: world.member, escalation: world.escalation };
      for (let ticks = 0; dueNow(world.program, aggregate, world.now) !== undefined; ticks += 1) {
        expect(ticks).toBeLessThan(20);
        world.apply({ kind: 'tick' });
        Object.assign(aggregate, { member: world.member, escalation: world.escalation });
      }
    });
  });

  it('coaching goes inside the send window of every candidate zone, and once a local day', () => {
    lives((world, before) => {
      for (const text of world.texts.slice(before)) {
        if (text.kind !== 'coaching') continue;
        for (const zone of world.member.zones) {
          const time = wallTimeIn(text.plannedAt, zone);
          expect(time >= '08:00' && time < '20:00').toBe(true);
        }
      }
      const days = world.texts.filter(({ day }) => day !== undefined).slice(-2);
      if (days.length < 2 || days[0]?.memberId !== days[1]?.memberId) return;
      const [one, two] = days.map(({ plannedAt }) => datesOf(plannedAt, world.member.zones));
      expect(one).not.toEqual(two);
    });
  });

  it('after an opt-out nothing goes but its confirmation and safety texts, until the member asks to come back', () => {
    lives((world, before) => {
      const last = world.decisions.at(-1);
      if (world.member.consent.is !== 'out' || last?.consent?.action === 'out') return;
      if (world.decisions.length < 2 || last?.isNewMember) return;
      const isSince = world.texts
        .slice(before)
        .filter(({ plannedAt }) => plannedAt > (world.member.consent.at ?? ''));
      expect(isSince.every(({ kind }) => kind === 'safety')).toBe(true);
    });
  });

  it('while a red flag is open, or a safety question, no coaching of the program goes', () => {
    lives((world, before) => {
      const { hold, question } = world.member;
      const isBlocked = hold !== undefined || question?.kind === 'check';
      const since = world.escalation?.openedAt ?? (question?.kind === 'check' ? question.askedAt : undefined);
      if (!isBlocked || since === undefined) return;
      const days = world.texts
        .slice(before)
        .filter(({ day, plannedAt }) => day !== undefined && plannedAt > since);
      expect(days).toEqual([]);
    });
  });

  it('a hold ends with a recorded release and with nothing else', () => {
    const holds = new Map<World, string | undefined>();
    lives((world) => {
      const before = holds.get(world);
      if (before !== undefined && world.member.hold !== before) {
        expect(world.decisions.at(-1)?.events.map(({ type }) => type)).toContain('EscalationReleased.v1');
      }
      holds.set(world, world.member.hold);
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '../../functions/domain/time.ts';
import { createHashPhone } from '../../functions/runtime/phone-key.ts';
import { DEMO_MEMBERS } from '../../local/demo/fill-with-demo.ts';
import { type Life, startLife } from '../../local/demo/live.ts';
import { liveUntil } from '../../local/demo/live-until.ts';
import { makePersona } from '../../local/demo/persona.ts';
import { testProgram } from '../fixtures/program.ts';

const NOW = toInstant('2027-05-12T18:00:00Z');
const hashPhone = createHashPhone('k'.repeat(40));
/** One round of stories; the others tell the same ones with other draws. */
const ROUND = 50;

describe('the made-up members', () => {
  it('have numbers that nobody can have, each their own', () => {
    const phones = Array.from({ length: DEMO_MEMBERS }, (_, index) => makePersona(index, NOW).phone);
    expect(new Set(phones).size).toBe(DEMO_MEMBERS);
    for (const phone of phones) expect(phone).toMatch(/^\+1\d{3}55501[0-8]\d$/);
  });

  it('are the same ones every time', () => {
    expect(makePersona(7, NOW).deeds).toEqual(makePersona(7, NOW).deeds);
  });
});

describe('their weeks', () => {
  const lives: Life[] = [];
  beforeAll(async () => {
    for (let index = 0; index < ROUND; index += 1) {
      const persona = makePersona(index, NOW);
      const { phone, random } = persona;
      const life = startLife({ program: testProgram, phone, phoneKey: hashPhone(phone), random });
      await liveUntil(NOW, persona, life);
      lives.push(life);
    }
  });
  const members = () => lives.flatMap(({ table }) => [...table.members.values()].map(({ member }) => member));
  const escalations = () => lives.flatMap(({ table }) => [...table.escalations.values()]);

  it('end in every state that staff may find somebody in', () => {
    expect(new Set(members().map(({ state }) => state.status))).toEqual(
      new Set(['active', 'joining', 'paused', 'completed']),
    );
    expect(new Set(members().map(({ consent }) => consent.is))).toContain('out');
    expect(new Set(escalations().map(({ status }) => status))).toEqual(
      new Set(['open', 'acknowledged', 'closed']),
    );
  });

  it('are spread over the six weeks, with scores', () => {
    const days = new Set(members().map(({ enrollment }) => enrollment?.nextDay));
    expect(days.size).toBeGreaterThan(20);
    const scores = lives.flatMap(({ table }) =>
      [...table.events.values()].filter(({ type }) => type === 'ScoreReported.v1'),
    );
    expect(scores.length).toBeGreaterThan(20);
  });

  it('leave nothing due in the past, and nobody paged for days', () => {
    for (const life of lives) expect((life.nextDueAt() ?? NOW) >= NOW).toBe(true);
    for (const { page } of escalations()) expect(page.count).toBeLessThan(12);
  });

  it('open no red flag that no story tells of', () => {
    expect(escalations().length).toBeLessThanOrEqual(6);
  });
});

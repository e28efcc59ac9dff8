import { addDays24, addMinutes, type Instant } from '../../functions/domain/time.ts';
import type { Deed, DeedAct } from './deed.ts';
import type { Random } from './random.ts';

/** What becomes of a made-up member. */
export type Story = {
  readonly joinsAt: Instant;
  /** How many of the joining answers they give; all unless said. */
  readonly joiningSteps?: number;
  readonly answers: number;
  readonly deeds: readonly Deed[];
};

const DAYS = 44;
const NURSES = ['Ana Ruiz, RN', 'Ben Okafor, RN', 'Chia Vang, RN'] as const;
const RED_FLAGS = [
  'I have had a fever since last night',
  'cant feel my inner thighs',
  'my left leg is getting weaker every day',
  "I've lost 12 pounds and I'm not trying to",
  'the pain keeps me up all night',
  "I can't hold my pee since yesterday",
] as const;

const say = (at: Instant, body: string): Deed => ({ kind: 'say', at, body });
const act = (at: Instant, deed: DeedAct): Deed => ({ kind: 'act', at, act: deed });

const careFor = (flaggedAt: Instant, random: Random): readonly Deed[] => {
  const by = random.pick(NURSES);
  const seenAt = addMinutes(flaggedAt, random.between(2, 4));
  return [
    act(seenAt, { kind: 'acknowledge', by, note: 'Calling now' }),
    act(addMinutes(seenAt, random.between(4, 10)), {
      kind: 'log_contact',
      by,
      note: 'Going to be seen today',
      outcome: 'reached',
    }),
  ];
};

/** How far staff are with a red flag, from the newest to the long solved. */
const flagged = (now: Instant, random: Random, stage: number): readonly Deed[] => {
  const said = random.pick(RED_FLAGS);
  if (stage === 0) return [say(addMinutes(now, -random.between(2, 14)), said)];
  if (stage === 1) {
    const at = addMinutes(now, -random.between(90, 300));
    return [say(at, said), ...careFor(at, random)];
  }
  const at = addDays24(now, -random.between(4, 9));
  const releasedAt = addDays24(at, 2);
  const held = [say(at, said), ...careFor(at, random)];
  if (stage === 2) return held;
  const by = random.pick(NURSES);
  const kind = stage === 3 ? 'release' : 'misread';
  const note = stage === 3 ? 'Examined, may go on' : 'Not what was meant';
  return [...held, act(releasedAt, { kind, by, note })];
};

type Make = (now: Instant, random: Random) => Omit<Story, 'joinsAt'> & { readonly joinedDaysAgo?: number };

const enrolled: Make = (_now, random) => ({ answers: random.between(3, 9) / 10, deeds: [] });
const within = (now: Instant, random: Random, fromDays: number, toDays: number): Instant =>
  addMinutes(addDays24(now, -random.between(fromDays, toDays)), random.between(0, 300));

const redFlag =
  (stage: number): Make =>
  (now, random) => ({
    answers: 0.6,
    joinedDaysAgo: random.between(14, 34),
    deeds: flagged(now, random, stage),
  });

const SPECIAL: Readonly<Record<number, Make>> = {
  4: redFlag(0),
  9: (_now, random) => ({ answers: 0, joiningSteps: random.between(1, 5), joinedDaysAgo: 0, deeds: [] }),
  13: redFlag(1),
  17: (now, random) => ({
    answers: 0.5,
    joinedDaysAgo: random.between(8, 30),
    deeds: [say(within(now, random, 1, 3), 'PAUSE 7')],
  }),
  22: redFlag(2),
  28: (now, random) => ({
    answers: 0.3,
    joinedDaysAgo: random.between(6, 38),
    deeds: [say(within(now, random, 1, 5), random.pick(['please stop texting me', 'no more texts thanks']))],
  }),
  33: redFlag(3),
  38: (now, random) => ({
    answers: 0.7,
    joinedDaysAgo: random.between(5, 40),
    deeds: [say(within(now, random, 1, 4), random.pick(['TIME 7PM', 'TIME 8AM', 'TIME 6PM']))],
  }),
  41: (now, random) => ({
    answers: 0.6,
    joinedDaysAgo: random.between(5, 40),
    deeds: [say(within(now, random, 0, 1), random.pick(['NURSE', 'can I take ibuprofen with this?']))],
  }),
  46: redFlag(4),
};
/** Every so many members the same kinds of story come again. */
const ROUND = 50;

/** Most are simply in the program; a few of each other kind, in every stage that staff may find them in. */
export const storyOf = (index: number, now: Instant, random: Random): Story => {
  const make = SPECIAL[index % ROUND] ?? enrolled;
  const { joinedDaysAgo = (index * 7) % DAYS, ...story } = make(now, random);
  // somewhere in the day before, so that nobody joins in the future
  return { ...story, joinsAt: addMinutes(addDays24(now, -joinedDaysAgo), -random.between(60, 600)) };
};

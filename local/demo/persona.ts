import { type PhoneNumber, phoneNumberSchema } from '../../functions/domain/ids.ts';
import { addMinutes, type Instant } from '../../functions/domain/time.ts';
import type { Deed } from './deed.ts';
import { createRandom, type Random } from './random.ts';
import { type Story, storyOf } from './stories.ts';

/** A made-up member: who they are, what they will do, and how they answer. */
export type Persona = {
  readonly phone: PhoneNumber;
  readonly random: Random;
  readonly deeds: readonly Deed[];
  /** How often they answer a day's text, from 0 to 1. */
  readonly answers: number;
  /** Where their pain begins, and how much it changes in a week. */
  readonly pain: { readonly first: number; readonly aWeek: number };
};

const AREA_CODES = [612, 651, 763, 952, 218, 507, 715, 605, 212, 312, 303, 602, 415, 206] as const;
/** From 555-0190 on the local carrier plays handsets that fail. */
const NUMBERS_AN_AREA = 90;
const JOINING = [
  { after: 0, en: 'BACK', es: 'ESPALDA' },
  { after: 3, en: 'YES', es: 'SI' },
  { after: 2, en: 'NO', es: 'NO' },
  { after: 2, en: 'no', es: 'no' },
  { after: 3, en: 'No', es: 'No' },
] as const;
const TRACKS = ['1', '1', '2', '2', '2', '3'] as const;
const SPANISH_ONE_IN = 9;

const joining = (startAt: Instant, random: Random, steps: number): readonly Deed[] => {
  const language = random.between(1, SPANISH_ONE_IN) === 1 ? 'es' : 'en';
  const answers = [...JOINING.map((step) => step[language]), random.pick(TRACKS)];
  let at = startAt;
  return answers.slice(0, steps).map((body, index) => {
    at = addMinutes(at, JOINING[index]?.after ?? 2);
    return { kind: 'say', at, body };
  });
};

const numberOf = (index: number): PhoneNumber => {
  const area = AREA_CODES[index % AREA_CODES.length];
  const line = Math.floor(index / AREA_CODES.length) % NUMBERS_AN_AREA;
  return phoneNumberSchema.parse(`+1${area}55501${String(line).padStart(2, '0')}`);
};

/** The made-up member of this number in the list, always the same one. */
export const makePersona = (index: number, now: Instant): Persona => {
  const random = createRandom(index + 1);
  const story: Story = storyOf(index, now, random);
  return {
    phone: numberOf(index),
    random,
    deeds: [...joining(story.joinsAt, random, story.joiningSteps ?? JOINING.length + 1), ...story.deeds],
    answers: story.answers,
    pain: { first: random.between(3, 8), aWeek: random.between(-12, 2) / 10 },
  };
};

/** The ceilings of the source pages: the most of each exercise, and how often a day. */
const CEILINGS = { tilt: 10, 'knee raise': 5, 'press-up': 10 } as const;
const ROUNDS_A_DAY = 4;

type Exercise = keyof typeof CEILINGS;

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve fifteen twenty'.split(' ');
const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20];

const numbersIn = (clause: string): readonly number[] =>
  (clause.toLowerCase().match(/\d+|[a-z]+/g) ?? []).flatMap((word) => {
    if (/^\d+$/.test(word)) return [Number(word)];
    const at = WORDS.indexOf(word);
    return at < 0 ? [] : [VALUES[at] ?? 0];
  });

const exerciseIn = (clause: string): Exercise | undefined =>
  (['tilt', 'knee raise', 'press-up'] as const).find((name) => clause.includes(name));

// Not counts: telephone numbers, hours, the pain question.
const NO_COUNTS = /\d{3}-\d{3}-\d{4}|24\/7|pain today, 0 to 10\?/g;

const clausesOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(NO_COUNTS, '')
    .split(/[.,;:?!]| and (?=\d)| of (?=\d)/);

/**
 * Every count of an exercise in a text that goes over the ceiling. A count belongs to the exercise of its own clause,
 * else to the one named last; walks and the pain question have no ceiling.
 */
export const countsOverCeiling = (text: string): readonly string[] => {
  const found: string[] = [];
  let exercise: Exercise | undefined;
  for (const clause of clausesOf(text)) {
    const named = exerciseIn(clause);
    if (named === undefined && /walk|minute|block|swim|bik/.test(clause)) exercise = undefined;
    exercise = named ?? exercise;
    const isRounds = /round|times a day|times each day/.test(clause);
    const ceiling = isRounds ? ROUNDS_A_DAY : exercise && CEILINGS[exercise];
    if (ceiling !== undefined && numbersIn(clause).some((number) => number > ceiling))
      found.push(clause.trim());
  }
  return found;
};

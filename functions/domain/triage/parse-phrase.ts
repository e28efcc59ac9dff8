/** One place of a phrase: what may stand there, and how far it may stand from the place before. */
export type Step = { readonly atom: string; readonly gap: number };
/** Words in their order, each with the gap that it allows. */
export type Run = readonly Step[];
/** A phrase: runs that stand near each other in one sentence, in any order (usually only one). */
export type Phrase = readonly Run[];

const GAPS: Readonly<Record<string, number>> = { '..': 4, '...': 9 };
const NEXT = 0;

/** Cuts at a mark, but not inside of parentheses. */
export const splitOutside = (text: string, mark: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === mark && depth === 0) pieces.push('');
    else pieces.push((pieces.pop() ?? '') + character);
  }
  return pieces.filter((piece) => piece !== '');
};

/** The pieces of a phrase: `(a|b c)` and `<name>` stay whole. */
const piecesOf = (run: string): string[] => splitOutside(run, ' ');

const stepsOf = (run: string): { step: Step; isOptional: boolean }[] => {
  const steps: { step: Step; isOptional: boolean }[] = [];
  let gap = NEXT;
  for (const piece of piecesOf(run)) {
    const wider = GAPS[piece];
    if (wider !== undefined) {
      gap = wider;
      continue;
    }
    const isOptional = piece.endsWith('?') && piece.length > 1;
    steps.push({ step: { atom: isOptional ? piece.slice(0, -1) : piece, gap }, isOptional });
    gap = NEXT;
  }
  return steps;
};

/** Every reading of a run with and without its optional words. */
const runsOf = (run: string): Run[] =>
  stepsOf(run).reduce<Step[][]>(
    (readings, { step, isOptional }) => [
      ...readings.map((reading) => [...reading, step]),
      ...(isOptional ? readings : []),
    ],
    [[]],
  );

/**
 * The phrase language of `content/languages`:
 * `word` itself, `word*` any ending, `<name>` any of a group, `{name}` a number of that range, `(a|b c)` any of these,
 * `word?` may be missing, `..` up to four and `...` up to nine other words between, `&` both in one sentence near
 * each other in any order.
 */
export const parsePhrase = (phrase: string): Phrase[] =>
  phrase
    .split(' & ')
    .map(runsOf)
    .reduce<Phrase[]>((phrases, runs) => phrases.flatMap((sofar) => runs.map((run) => [...sofar, run])), [[]])
    .filter((runs) => runs.every((run) => run.length > 0));

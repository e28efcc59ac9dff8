import { type Language, languageSchema } from '../flags.ts';
import { compose, composeStep, VALUE_NAMES } from './compose.ts';
import { lettersOf } from './letters.ts';
import { type ProgramContent, REPLY_KEYS, type ReplyKey, type StageWords } from './program.ts';

/** A run of this many letters that stands in a text of ours was copied, not written. */
export const RUN = 40;
/** How much of a run must lie in another sentence to say that it does: see `runAt`. */
const OVERHANG = 10;

/** One text of ours; what only the moment fills in stands as a gap. */
type OwnText = { readonly body: string; readonly isDay: boolean };

const GAP = '\u0000';
const VALUES = Object.fromEntries(VALUE_NAMES.map((name) => [name, GAP]));
// A value in letters and digits: `tomorrow10am`, `mar31030am`, `3mar10am`, `65`, `resume`, or nothing. Tight on
// purpose: what a member adds after our text must never pass for the value.
const VALUE_LETTERS = '(?:\\d{0,2}\\p{L}{0,12}\\d{1,4}(?:am|pm)|\\d{1,3}|resume)?';

const JOINING_QUESTIONS: readonly ReplyKey[] = ['j2', 'j3', 'j4', 'j5'];

const ownTextsIn = (content: ProgramContent, words: StageWords, language: Language): readonly OwnText[] => {
  const wording = { content, words };
  const replies = REPLY_KEYS.filter((key) => key !== 'joining_reminder').map((key) =>
    compose(wording, key, language, VALUES),
  );
  const reminders = JOINING_QUESTIONS.map((key) =>
    compose(wording, 'joining_reminder', language, { question: compose(wording, key, language) }),
  );
  const days = Object.values(content.tracks)
    .flat()
    .filter((step) => step.asks !== 'weekly')
    .map((step) => composeStep(wording, step, language));
  return [
    ...[...replies, ...reminders].map((body) => ({ body, isDay: false })),
    ...days.map((body) => ({ body, isDay: true })),
  ];
};

/** For each letter of a text, which sentence it stands in. */
const sentencesOf = (body: string): readonly number[] =>
  body.split(/[.?!]/).flatMap((sentence, index) => [...lettersOf(sentence).text].map(() => index));

/** One run of ours, wherever it stands. */
type OwnRun = {
  /** Surely copied: not within one sentence of a reply. */
  readonly isQuote: boolean;
  /** Letters at either end that are a mere beginning or end of another sentence of ours: perhaps the member's own. */
  readonly looseAtStart: number;
  readonly looseAtEnd: number;
};

const loose = (letters: readonly number[], neighbor: number | undefined): number => {
  const [sentence] = letters;
  if (neighbor !== sentence) return 0;
  const length = letters.findIndex((each) => each !== sentence);
  return length < 0 || length >= OVERHANG ? 0 : length;
};

/**
 * Our safety texts list symptoms, and somebody who answers with the very words of the list reports them: within one
 * sentence of a reply nothing is taken for a quote. And what follows a quote ("no siento la pierna") may by chance
 * begin like what follows in a text of ours ("No exercises ...").
 */
const runAt = (sentences: readonly number[], start: number, isDay: boolean): OwnRun => {
  const letters = sentences.slice(start, start + RUN);
  const shares = new Map<number, number>();
  for (const sentence of letters) shares.set(sentence, (shares.get(sentence) ?? 0) + 1);
  return {
    isQuote: isDay || RUN - Math.max(...shares.values()) >= OVERHANG,
    looseAtStart: loose(letters, sentences[start - 1]),
    looseAtEnd: loose(letters.toReversed(), sentences[start + RUN]),
  };
};

/** The same letters in two texts of ours: what is doubtful in one of them is doubtful. */
const merged = (run: OwnRun, other: OwnRun | undefined): OwnRun =>
  other === undefined
    ? run
    : {
        isQuote: run.isQuote && other.isQuote,
        looseAtStart: Math.max(run.looseAtStart, other.looseAtStart),
        looseAtEnd: Math.max(run.looseAtEnd, other.looseAtEnd),
      };

export type OwnTexts = {
  /** Every run of `RUN` letters that stands in a text of ours. */
  readonly runs: ReadonlyMap<string, OwnRun>;
  /** All texts in bare letters. */
  readonly whole: ReadonlySet<string>;
  /** Texts with something filled in, whatever it was. */
  readonly filled: readonly RegExp[];
  /** All of it in one, to find shorter pieces. */
  readonly all: string;
};

/** Everything that we may have written to a member, in both languages, ready to be looked up. */
export const indexOwnTexts = (content: ProgramContent, words: StageWords): OwnTexts => {
  const texts = languageSchema.options.flatMap((language) => ownTextsIn(content, words, language));
  const runs = new Map<string, OwnRun>();
  for (const { body, isDay } of texts) {
    for (const piece of body.split(GAP)) {
      const letters = lettersOf(piece).text;
      const sentences = sentencesOf(piece);
      for (let start = 0; start + RUN <= letters.length; start++) {
        const run = letters.slice(start, start + RUN);
        runs.set(run, merged(runAt(sentences, start, isDay), runs.get(run)));
      }
    }
  }
  const pieces = texts.map(({ body }) => body.split(GAP).map((piece) => lettersOf(piece).text));
  return {
    runs,
    whole: new Set(pieces.filter(({ length }) => length === 1).map(([piece = '']) => piece)),
    filled: pieces
      .filter(({ length }) => length > 1)
      .map((parts) => new RegExp(`^${parts.join(VALUE_LETTERS)}$`, 'u')),
    all: pieces.flat().join('\n'),
  };
};

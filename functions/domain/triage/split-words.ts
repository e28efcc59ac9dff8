import type { FoldedText } from './fold-text.ts';

/** One word or number of a reply. `start` and `end` are places in the original text. */
export type Word = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** A comma, a dash or a picture stands between this word and the one before it. */
  readonly isAfterPause: boolean;
  readonly value?: number;
};

/** A reply as words, and which of its sentences end in a question mark. */
export type SplitText = { readonly words: readonly Word[]; readonly questions: ReadonlySet<number> };

const WORD = /\d+(?::\d\d|[.,]\d+)?|[\p{L}\d]+/gu;
const SENTENCE_END = /[!?;\n\r¿¡]|(?<!\.)\.(?!\.)/;
const PAUSE = /[^\s]/;

const numberIn = (raw: string): number | undefined => {
  if (!/^\d/.test(raw) || raw.includes(':')) return undefined;
  const value = Number(raw.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
};

type Piece = { readonly raw: string; readonly from: number; readonly to: number };

/** "12lb" is a number and a word; "2nite" stays whole when the language knows it. */
const piecesOf = (text: string, isKnown: (raw: string) => boolean): Piece[] => {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const previous = pieces.at(-1);
    const joined = previous && previous.to === from ? previous.raw + match[0] : '';
    if (previous && joined && isKnown(joined)) pieces.pop();
    if (previous && joined && isKnown(joined)) {
      pieces.push({ raw: joined, from: previous.from, to: from + match[0].length });
    } else pieces.push({ raw: match[0], from, to: from + match[0].length });
  }
  return pieces;
};

/** "F E V E R" is one word: four or more single letters in a row. */
const joinSpelledOut = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    let end = index;
    while (/^\p{L}$/u.test(pieces[end]?.raw ?? '') && (end === index || near(pieces[end - 1], pieces[end])))
      end += 1;
    const run = pieces.slice(index, end);
    const first = run[0] ?? pieces[index];
    const last = run.at(-1) ?? first;
    if (!first || !last) break;
    if (run.length >= 4)
      joined.push({ raw: run.map((piece) => piece.raw).join(''), from: first.from, to: last.to });
    else joined.push(...(run.length > 0 ? run : [first]));
    index = Math.max(end, index + 1);
  }
  return joined;
};

const near = (left: Piece | undefined, right: Piece | undefined): boolean =>
  left !== undefined && right !== undefined && right.from - left.to <= 2;

/** Cuts a folded text into words, sentences and pauses. */
export const splitWords = (
  folded: FoldedText,
  isKnown: (raw: string) => boolean = () => false,
): SplitText => {
  const words: Word[] = [];
  const questions = new Set<number>();
  let sentence = 0;
  let last = 0;
  for (const piece of joinSpelledOut(piecesOf(folded.text, isKnown))) {
    const between = folded.text.slice(last, piece.from);
    const isNewSentence = SENTENCE_END.test(between) && words.length > 0;
    if (isNewSentence && between.includes('?')) questions.add(sentence);
    if (isNewSentence) sentence += 1;
    const value = numberIn(piece.raw);
    words.push({
      raw: piece.raw,
      start: folded.starts[piece.from] ?? 0,
      end: folded.ends[piece.to - 1] ?? 0,
      sentence,
      isAfterPause: !isNewSentence && PAUSE.test(between),
      ...(value === undefined ? {} : { value }),
    });
    last = piece.to;
  }
  if (folded.text.slice(last).includes('?')) questions.add(sentence);
  return { words, questions };
};

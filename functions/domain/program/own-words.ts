import { type Letters, lettersOf } from './letters.ts';
import { indexOwnTexts, type OwnTexts, RUN } from './own-texts.ts';
import type { Program, ProgramContent, StageWords } from './program.ts';

/** Shorter than this, a whole echo is as likely a member's own words ("you are welcome"). */
const SHORTEST_ECHO = 20;
/** A reaction names what it reacts to, perhaps cut short; less than this could stand anywhere. */
const SHORTEST_REACTED = 12;

// What phones send as a text when somebody taps a heart or a thumb on a text.
const REACTION = new RegExp(
  `^\\s*(?:${[
    'liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted (?:with )?\\S+ to|removed an? [\\p{L} ]{1,20} from',
    '(?:no )?(?:le|me) gust[aó]|(?:le|me) encant[aó]|(?:le|me) (?:dio|da) risa|se r[ií][oó] de|enfatiz[oó]|destac[oó]',
    'cuestion[oó]|pregunt[oó] (?:por|sobre)|reaccion[oó] (?:con )?\\S+ a|[^\\p{L}\\p{N}]{1,10}(?:to|a)',
  ].join('|')})\\s*["\u201c\u201d\u201e\u00ab]([\\s\\S]+?)(?:\u2026|\\.\\.\\.)?["\u201c\u201d\u00bb]?\\s*$`,
  'iu',
);
/** Marks that stood around the quote and now stand around nothing. */
const LEFT_MARKS = /^[\s>.,:;"'\u2018-\u201f\u00ab\u00bb)\]-]+|[\s>.,"\u2018-\u201f\u00ab\u00bb([]+$/g;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

const isWhole = (letters: string, own: OwnTexts): boolean =>
  own.whole.has(letters) || own.filled.some((pattern) => pattern.test(letters));

const isReaction = (body: string, own: OwnTexts): boolean => {
  const quoted = REACTION.exec(body)?.[1];
  if (quoted === undefined) return false;
  const { text } = lettersOf(quoted);
  return isWhole(text, own) || (text.length >= SHORTEST_REACTED && own.all.includes(text));
};

type Quote = { readonly from: number; readonly to: number };

/** A word is ours or the member's, never half of each. */
const toWholeWords = (body: string, letters: Letters, quote: Quote): Quote => {
  let { from, to } = quote;
  const isInWord = (at: number): boolean =>
    at > 0 &&
    at < letters.text.length &&
    !/[^\p{L}\p{N}\p{M}]/u.test(body.slice(letters.from[at - 1], letters.to[at]));
  while (from < to && isInWord(from)) from += 1;
  while (to > from && isInWord(to)) to -= 1;
  return { from, to };
};

/** Where our own words stand in the letters, in order. */
const findQuotes = (body: string, letters: Letters, own: OwnTexts): readonly Quote[] => {
  const found: { from: number; to: number; isQuote: boolean; looseAtEnd: number }[] = [];
  for (let start = 0; start + RUN <= letters.text.length; start++) {
    const run = own.runs.get(letters.text.slice(start, start + RUN));
    if (run === undefined) continue;
    const last = found.at(-1);
    const to = start + RUN;
    if (last !== undefined && to === last.to + 1) {
      last.to = to;
      last.isQuote ||= run.isQuote;
      last.looseAtEnd = run.looseAtEnd;
    } else {
      const from = start + run.looseAtStart;
      found.push({ from, to, isQuote: run.isQuote, looseAtEnd: run.looseAtEnd });
    }
  }
  return found
    .filter(({ isQuote }) => isQuote)
    .map(({ from, to, looseAtEnd }) => toWholeWords(body, letters, { from, to: to - looseAtEnd }));
};

/**
 * What a member quotes back of our own texts is taken out: an echo of a whole text, a phone's "Liked ...", and quoted
 * runs. Otherwise our own list of symptoms, sent back, would raise every flag in it. Answers what is left, or undefined
 * when nothing but our own words is left.
 */
export const createOwnWords = (content: ProgramContent, words: StageWords): Program['withoutOwnWords'] => {
  const own = indexOwnTexts(content, words);
  return (body) => {
    const letters = lettersOf(body);
    const isEcho = letters.text.length >= SHORTEST_ECHO && isWhole(letters.text, own);
    if (isEcho || isReaction(body, own)) return undefined;
    const quotes = findQuotes(body, letters, own);
    if (quotes.length === 0) return body.trim();
    let left = '';
    let at = 0;
    for (const { from, to } of quotes) {
      left += `${body.slice(at, letters.from[from])} `;
      at = Math.max(at, letters.to[to - 1] ?? at);
    }
    left += body.slice(at);
    return SAYS_SOMETHING.test(left) ? left.replace(LEFT_MARKS, '') : undefined;
  };
};

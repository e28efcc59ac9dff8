import type { Language } from '../flags.ts';
import { createEar } from '../triage/ear.ts';
import { foldText } from '../triage/fold-text.ts';
import { type Heard, overlaps } from '../triage/hear.ts';
import { type LanguageFiles, parseLanguageFile } from '../triage/language-files.ts';
import type { Match } from '../triage/match-phrase.ts';
import type { ReplyContext } from '../triage/reading.ts';
import { parseSpelling } from '../triage/spelling.ts';
import { readAnswer } from './read-want-answer.ts';
import type { Candidate } from './read-want-candidate.ts';
import { readWantNumbers } from './read-want-numbers.ts';
import { readWantValue } from './read-want-value.ts';
import { INTENTS, type Intent, type Mark, markSchema, type ReadWant, type Want } from './want.ts';
import { wantListsOf, wantsSchema } from './wants-file.ts';

/** These must not be missed, in this order; of all others the one said first counts. */
const FIRST: readonly Intent[] = ['opt_out', 'nurse', 'pause'];
/** Said beside a want, these are only its wrapping. */
const LAST: readonly Intent[] = ['question', 'yes', 'no', 'thanks', 'other'];
const SHORT = 6;

const isInnocent = (heard: Heard, name: string, match: Match): boolean =>
  heard.find(`${name}.not`).some((other) => overlaps(other, match));

/** Every one of the words belongs to one of the phrases or is politeness. */
const areCovered = (heard: Heard, matches: readonly Match[], sentence?: number): boolean => {
  const polite = heard.find('polite');
  const isCovered = (at: number): boolean =>
    [...matches, ...polite].some((match) => match.start <= at && at < match.end);
  return heard.words.every(
    (word, at) => (sentence !== undefined && word.sentence !== sentence) || isCovered(at),
  );
};

const saysAlone = (heard: Heard, intent: Intent): boolean => {
  const alone = heard.find(`${intent}.alone`);
  if (alone.length > 0 && areCovered(heard, alone)) return true;
  const sentences = heard.find(`${intent}.sentence`);
  return sentences.some((match) => areCovered(heard, sentences, heard.words[match.start]?.sentence));
};

const positionOf = (heard: Heard, name: string): number | undefined => {
  const said = heard.find(`${name}.says`).filter((match) => !isInnocent(heard, name, match));
  const short = heard.words.length <= SHORT ? heard.find(`${name}.short`) : [];
  const starts = [...said, ...short.filter((match) => !isInnocent(heard, name, match))].map(
    (match) => match.start,
  );
  return starts.length > 0 ? Math.min(...starts) : undefined;
};

const isQuestion = (heard: Heard): boolean =>
  heard.words.length > 0 &&
  (heard.questions.size > 0 ||
    heard.find('questions.asks').length > 0 ||
    heard
      .find('questions.starts')
      .some(({ start }) => heard.words[start]?.sentence !== heard.words[start - 1]?.sentence));

/** A "yes" in the middle of a sentence answers nothing when nothing was asked. */
const isLateAnswer = ({ intent, at }: Candidate): boolean => (intent === 'yes' || intent === 'no') && at > 0;

const candidatesOf = (
  heard: Heard,
  context: ReplyContext | undefined,
  languages: readonly string[],
): Candidate[] => {
  const alone = INTENTS.filter((intent) => saysAlone(heard, intent)).map((intent) => ({ intent, at: -1 }));
  const said = INTENTS.flatMap((intent) => {
    const at = positionOf(heard, intent);
    return at === undefined ? [] : [{ intent, at }];
  });
  const answer = readAnswer(heard, context);
  return [
    ...(answer ? [answer] : []),
    ...alone,
    ...said,
    ...(isQuestion(heard) ? [{ intent: 'question' as const, at: 0 }] : []),
    ...(positionOf(heard, 'wrong_number') === undefined ? [] : [{ intent: 'opt_out' as const, at: 0 }]),
  ]
    .filter((one) => context !== undefined || !isLateAnswer(one))
    .map((one) => ({ value: readWantValue(one.intent, heard, languages), ...one }));
};

/** Numbers are read in the text's own language; in the other one when that finds none. */
const firstNumbers = (heards: readonly Heard[], context: ReplyContext | undefined): readonly Candidate[] =>
  heards.map((heard) => readWantNumbers(heard, context)).find((numbers) => numbers.length > 0) ?? [];

const choose = (candidates: readonly Candidate[], context: ReplyContext | undefined): Candidate => {
  const first = context === 'reached_line' ? FIRST.filter((intent) => intent !== 'nurse') : FIRST;
  const urgent = first.flatMap((intent) => candidates.find((one) => one.intent === intent) ?? []);
  const isAnswering = context === 'screen' || context === 'safety_check' || context === 'reached_line';
  const answers = isAnswering ? candidates.filter((one) => one.intent === 'yes' || one.intent === 'no') : [];
  const plain = candidates.filter((one) => !LAST.includes(one.intent)).sort((a, b) => a.at - b.at);
  const last = LAST.flatMap((intent) => candidates.find((one) => one.intent === intent) ?? []);
  return urgent[0] ?? answers[0] ?? plain[0] ?? last[0] ?? { intent: 'other', at: 0 };
};

const marksOf = (heards: readonly Heard[]): Mark[] =>
  markSchema.options.filter((mark) => heards.some((heard) => positionOf(heard, mark) !== undefined));

const normal = (text: string): string => foldText(text.trim()).text.trim();

const createEarFor = (languages: LanguageFiles, language: Language, keywords: readonly string[]) => {
  const file = parseLanguageFile(languages, language, 'wants', wantsSchema);
  const spelling = parseSpelling(languages, language);
  const entries = {
    groups: file.groups,
    numbers: { any: { from: 0, to: 1e9 }, year: { from: 1900, to: 2100 }, minor: { from: 5, to: 17 } },
    fillers: file.fillers,
    lists: wantListsOf(file, keywords),
  };
  return {
    ear: createEar(entries, spelling),
    names: Object.keys(file.languages).filter((name) => name !== 'not'),
    carrier: file.carrier.map(normal),
  };
};

/** `keywords` are the words that enroll (`BACK`, `ESPALDA`); they come from the stage, not from the language files. */
export const createReadWant = (languages: LanguageFiles, keywords: readonly string[]): ReadWant => {
  const ears = { en: createEarFor(languages, 'en', keywords), es: createEarFor(languages, 'es', keywords) };
  const carrier = new Set([...ears.en.carrier, ...ears.es.carrier]);
  return (text, context): Want => {
    const isSpanish = ears.es.ear.commonWords(text) > ears.en.ear.commonWords(text);
    const first = isSpanish ? ears.es : ears.en;
    const second = isSpanish ? ears.en : ears.es;
    const heards = [first.ear.hear(text, true), second.ear.hear(text, false)] as const;
    const candidates = [
      ...candidatesOf(heards[0], context, first.names),
      ...candidatesOf(heards[1], context, second.names),
      ...firstNumbers(heards, context),
    ];
    const chosen = choose(candidates, context);
    const value =
      chosen.value ??
      candidates.find((one) => one.intent === chosen.intent && one.value !== undefined)?.value;
    return {
      intent: chosen.intent,
      ...(value === undefined ? {} : { value }),
      marks: marksOf(heards),
      isBareKeyword: carrier.has(normal(text)),
    };
  };
};

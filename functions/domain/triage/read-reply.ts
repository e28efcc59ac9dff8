import { FLAGS, type Flag, type Language } from '../flags.ts';
import type { Heard } from './hear.ts';
import type { LanguageFiles } from './language-files.ts';
import { createLanguageReader, type Finding, type LanguageReader } from './read-language.ts';
import { readScreen, type ScreenAnswer } from './read-screen.ts';
import type { Evidence, Reading, ReadReply, ReplyContext } from './reading.ts';

type Heared = { readonly heard: Heard; readonly findings: readonly Finding[] };

/** Names the content that read a text, so that a kept reading can be read again with the same words. */
const versionOf = (languages: LanguageFiles): string => {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([languages.en, languages.es])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `rules-${hash.toString(16).padStart(8, '0')}`;
};

const evidenceOf = (text: string, { heard, findings }: Heared): Evidence[] =>
  findings.flatMap(({ flag, match }) => {
    const start = heard.words[match.start]?.start ?? 0;
    const end = heard.words[match.end - 1]?.end ?? start;
    return end > start ? [{ flag, start, end, text: text.slice(start, end) }] : [];
  });

const withoutRepeats = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(
    (one, index) =>
      !evidence.some(
        (other, place) =>
          place !== index &&
          other.flag === one.flag &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || place < index),
      ),
  );

const isUrgent = (flag: Flag): boolean => flag === 'crisis' || flag === 'emergency';

const isScreenContext = (context: ReplyContext | undefined): boolean =>
  context === 'screen' || context === 'safety_check';

/** The answer in the text's own language; the other one is heard when that says nothing. */
const answerOf = (heared: readonly Heared[], language: Language): ScreenAnswer => {
  const [english, spanish] = heared.map(({ heard }) => readScreen(heard));
  const [first, second] = language === 'es' ? [spanish, english] : [english, spanish];
  return first !== undefined && first !== 'none' ? first : (second ?? 'none');
};

/** In a safety question a doubt counts as a report: only a plain no is a no. */
const outcomeOf = (
  reported: readonly Finding[],
  context: ReplyContext | undefined,
  answer: ScreenAnswer,
): Reading['outcome'] => {
  if (reported.some((finding) => finding.kind !== 'check' || isUrgent(finding.flag))) return 'escalate';
  if (!isScreenContext(context)) return reported.length > 0 ? 'check' : 'clear';
  if (reported.length > 0 || answer === 'yes' || answer === 'symptom') return 'escalate';
  return answer === 'unsure' ? 'check' : 'clear';
};

const languageOf = (text: string, readers: Readonly<Record<Language, LanguageReader>>): Language =>
  readers.es.commonWords(text) > readers.en.commonWords(text) ? 'es' : 'en';

const flagsOf = (findings: readonly Finding[]): Flag[] =>
  FLAGS.filter((flag) => findings.some((finding) => finding.flag === flag));

/**
 * The reader by rules. Both languages read every text, because members mix them; a finding of either counts.
 * A trained model can stand beside it behind the same type: the stronger of two outcomes wins.
 */
export const createReadReply = (languages: LanguageFiles): ReadReply => {
  const readers = { en: createLanguageReader(languages, 'en'), es: createLanguageReader(languages, 'es') };
  const version = versionOf(languages);
  return (text, context) => {
    const language = languageOf(text, readers);
    const heared = (['en', 'es'] as const).map((each) => {
      const heard = readers[each].hear(text, each === language);
      return { heard, findings: readers[each].findings(heard).filter((finding) => finding.isReported) };
    });
    const reported = heared.flatMap(({ findings }) => findings);
    const answer = answerOf(heared, language);
    const outcome = outcomeOf(reported, context, answer);
    const isWeak = outcome === 'escalate' && !isScreenContext(context);
    const counted = (finding: Finding): boolean =>
      !isWeak || finding.kind !== 'check' || isUrgent(finding.flag);
    return {
      outcome,
      flags: flagsOf(reported.filter(counted)),
      evidence: withoutRepeats(
        heared.flatMap(({ heard, findings }) =>
          evidenceOf(text, { heard, findings: findings.filter(counted) }),
        ),
      ),
      isOverdose: reported.some((finding) => finding.kind === 'overdose'),
      language,
      version,
    };
  };
};

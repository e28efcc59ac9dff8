import type { ProgramContent, Step, Track } from '../../domain/program/program.ts';
import { checkText } from './check-text.ts';
import { type CareLines, type Day, type TrackFile, trackFileSchema } from './file-schemas.ts';
import { type Replies, withNavigator } from './read-replies.ts';
import type { YamlFile, YamlReader } from './yaml-file.ts';

const SAFETY_DAY = 4;
const SCORE_DAY = 5;
const EASY_DAY = 7;
const SCORE_QUESTION = { en: 'Pain today, 0 to 10?', es: '0 a 10?' };

type TrackNeeds = {
  readonly lines: CareLines;
  /** Undefined where that file could not be used; then this is not the only problem. */
  readonly replies: Record<'en' | 'es', Replies | undefined>;
  /** Keys of every track so far: a key names one text for good, in every record. */
  readonly seenKeys: Set<string>;
};

type Report = (what: string) => void;

/** The rhythm of a week, which the planner relies on: safety text, score question, easy day, one of each. */
const checkRhythm = (day: Day, position: number, report: Report): void => {
  const isEasy = day.easy === true;
  if (isEasy && position !== EASY_DAY)
    report(`\`easy: true\` belongs to day ${EASY_DAY} of the week. Take it out`);
  if (!isEasy && position === EASY_DAY)
    report(`day ${EASY_DAY} of the week is the easy day. Add \`easy: true\``);
  const asks = { [SAFETY_DAY]: 'weekly', [SCORE_DAY]: 'score' }[position];
  if (day.asks !== asks) {
    report(
      asks === undefined
        ? `\`asks\` stands on days ${SAFETY_DAY} and ${SCORE_DAY} of a week only. Take it out`
        : `day ${position} of the week needs \`asks: ${asks}\``,
    );
  }
  if ((day.reply === 'weekly') !== (position === SAFETY_DAY)) {
    report(`\`reply: weekly\` is day ${SAFETY_DAY} of a week, and no other day`);
  }
};

const checkWording = (day: Day, needs: TrackNeeds, report: Report): void => {
  if (day.reply !== undefined) return;
  for (const language of ['en', 'es'] as const) {
    const text = day[language];
    if (text === undefined) continue;
    const careLine = needs.lines.careLine.inTexts;
    const resolved = withNavigator(text, needs.lines);
    for (const what of checkText({ text: resolved, language, careLine, allowed: [] }))
      report(`${language}: ${what}`);
    if (day.asks === 'score' && !text.includes(SCORE_QUESTION[language])) {
      report(`${language}: does not ask "${SCORE_QUESTION[language]}". Put the question at its end`);
    }
  }
};

const toStep = (day: Day, { lines, replies }: TrackNeeds): Step => {
  const wording = (language: 'en' | 'es') =>
    day.reply === undefined ? day[language] : replies[language]?.[day.reply];
  const es = wording('es');
  return {
    key: day.key,
    isEasy: day.easy === true,
    ...(day.asks === undefined ? {} : { asks: day.asks }),
    text: {
      en: withNavigator(wording('en') ?? '', lines),
      ...(es === undefined ? {} : { es: withNavigator(es, lines) }),
    },
  };
};

const checkTrack = (file: YamlFile<TrackFile>, track: Track, needs: TrackNeeds): void => {
  if (file.value.track !== track) file.report(['track'], `track: this file holds the track \`${track}\``);
  file.value.weeks.forEach(({ week, days }, w) => {
    if (week !== w + 1) file.report(['weeks', w, 'week'], `week: write ${w + 1} here, weeks stand in order`);
    days.forEach((day, d) => {
      const report = (what: string) => file.report(['weeks', w, 'days', d], `${day.key}: ${what}`);
      if (needs.seenKeys.has(day.key)) report('this key is used twice. Give the text a key of its own');
      needs.seenKeys.add(day.key);
      checkRhythm(day, d + 1, report);
      checkWording(day, needs, report);
    });
  });
};

/** The 42 texts of one track in their order; undefined when the file could not be used at all. */
export const readTrack = (
  reader: YamlReader,
  track: Track,
  needs: TrackNeeds,
): ProgramContent['tracks'][Track] | undefined => {
  const file = reader.read(`back-pain/tracks/${track}.yaml`, trackFileSchema);
  if (file === undefined) return undefined;
  checkTrack(file, track, needs);
  return file.value.weeks.flatMap(({ days }) => days.map((day) => toStep(day, needs)));
};

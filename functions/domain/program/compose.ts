import type { Language } from '../flags.ts';
import { type Program, type ReplyKey, type Step, stepText } from './program.ts';

/** What only the moment knows; brand, link and care lines come from the program itself. */
export const VALUE_NAMES = [
  'hour',
  'next',
  'earliest',
  'latest',
  'until',
  'day',
  'score',
  'question',
] as const;
export type ValueName = (typeof VALUE_NAMES)[number];
export type Values = Partial<Record<ValueName, string>>;

/** What each reply may ask of the moment. A reply that is not named here has nothing to fill in but what stands. */
export const REPLY_VALUES: Partial<Record<ReplyKey, readonly ValueName[]>> = {
  joining_reminder: ['question'],
  paused: ['until'],
  resumed: ['next'],
  time_set: ['hour', 'next'],
  time_too_early: ['earliest'],
  time_too_late: ['latest'],
  score: ['score'],
  status: ['day', 'next'],
  welcome_back: ['next'],
};

type Wording = Pick<Program, 'content' | 'words'>;

/** A member must never read `{next}`: a placeholder without a value is a programming fault, so it throws. */
const fill = (text: string, values: Readonly<Record<string, string | undefined>>, where: string): string =>
  text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in the text ${where}`);
    return value;
  });

// One letter outside GSM-7 halves the room of the whole text, so a day's name must not bring one in: `sabado 10 am`.
const inPlainLetters = (value: string): string =>
  value.replace(/[áíóú]/g, (letter) => letter.normalize('NFD').charAt(0)).replace(/\s/g, ' ');

const plainValues = ({ question, ...rest }: Values): Values => ({
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value && inPlainLetters(value)])),
  ...(question === undefined ? {} : { question }),
});

const standing = ({ content, words }: Wording) => ({
  L: content.careLine,
  brand: words.brand,
  link: words.link,
});

/** One of our replies in the member's language, ready to send. */
export const compose = (program: Wording, key: ReplyKey, language: Language, values: Values = {}): string =>
  fill(
    program.content.replies[language][key],
    { ...standing(program), ...plainValues(values) },
    `${key} (${language})`,
  );

/** The text of a program day, ready to send; English where the translation is not there yet. */
export const composeStep = (program: Wording, step: Step, language: Language): string =>
  fill(stepText(step, language), standing(program), `${step.key} (${language})`);

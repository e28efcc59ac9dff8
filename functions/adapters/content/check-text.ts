import type { Language } from '../../domain/flags.ts';
import type { ValueName } from '../../domain/program/compose.ts';
import { countSegments } from '../../domain/program/segments.ts';

/** More than this costs too much, and its parts may arrive out of order. */
const MAX_SEGMENTS = 2;

/** The longest that each value sensibly gets. */
const LONGEST: Readonly<Record<Language, Readonly<Record<Exclude<ValueName, 'question'>, string>>>> = {
  en: {
    hour: '10:30 am',
    next: 'Wednesday, September 30, about 10:30 am',
    earliest: '8:30 am',
    latest: '7:30 pm',
    until: 'Wednesday, September 30',
    day: '42',
    score: '6.5',
  },
  es: {
    hour: '10:30 am',
    next: 'el 30 de septiembre, como a las 10:30 am',
    earliest: '8:30 am',
    latest: '7:30 pm',
    until: 'el 30 de septiembre',
    day: '42',
    score: '6.5',
  },
};
const STANDING = { brand: 'Limber', link: 'limber.example/t' };

const PLACEHOLDER = /\{([^{}]*)\}/g;
// Characters that editors put in by themselves; one of them more than halves the room of the whole text.
const TYPOGRAPHIC = /[\u2018-\u201F\u2010-\u2015\u2026\u00A0\u2022]/;

type TextToCheck = {
  readonly text: string;
  readonly language: Language;
  readonly careLine: string;
  readonly allowed: readonly ValueName[];
  /** The texts that can stand for {question}. */
  readonly questions?: readonly string[];
};

const checkPlaceholders = ({ text, allowed }: TextToCheck): string[] => {
  const known = new Set<string>([...allowed, 'L', ...Object.keys(STANDING)]);
  const named = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = named.filter((name) => !known.has(name));
  const problems = unknown.map(
    (name) => `{${name}} cannot be filled in here. Use ${[...known].map((each) => `{${each}}`).join(' ')}`,
  );
  if (allowed.includes('question') && !named.includes('question')) {
    problems.push('{question} is missing. The question that is asked again stands there');
  }
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) problems.push('a brace stands alone. Write it like {L}');
  return problems;
};

const checkLength = ({ text, language, careLine, questions = [''] }: TextToCheck): string[] => {
  const filled = questions.map((question) => {
    const values: Record<string, string> = { ...LONGEST[language], ...STANDING, L: careLine, question };
    return text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
  });
  const segments = Math.max(...filled.map(countSegments));
  const characters = Math.max(...filled.map(({ length }) => length));
  if (segments <= MAX_SEGMENTS) return [];
  return [
    `is ${segments} segments long with everything filled in (${characters} characters). Make it ${MAX_SEGMENTS}: at ` +
      'most 306 plain characters, or 134 when a letter such as á í ó ú or an emoji is in it',
  ];
};

/** What is wrong with one text of ours, in words for the person who wrote it. */
export const checkText = (candidate: TextToCheck): readonly string[] => {
  const placeholders = checkPlaceholders(candidate);
  const typographic = TYPOGRAPHIC.exec(candidate.text)?.[0];
  return [
    ...placeholders,
    ...(typographic === undefined
      ? []
      : [`has the character ${typographic}. Write a plain ' or " or - or three dots instead`]),
    ...(placeholders.length > 0 ? [] : checkLength(candidate)),
  ];
};

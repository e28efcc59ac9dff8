import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileContent, loadAllContent } from '../../functions/adapters/content/compile-content.ts';
import { readCompiledContent } from '../../functions/adapters/content/compiled-content.ts';
import { ContentError } from '../../functions/adapters/content/content-error.ts';
import { loadContent } from '../../functions/adapters/content/load-content.ts';
import { CONTENT_DIRECTORY, testContent } from '../fixtures/program.ts';

let root: string;
let content: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'limber-content-'));
  content = join(root, 'content');
  cpSync(CONTENT_DIRECTORY, content, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes a file as a person would; says the line that was changed, and fails when there is nothing to change. */
const edit = (file: string, before: string | RegExp, after: string): number => {
  const path = join(content, file);
  const text = readFileSync(path, 'utf8');
  const at = typeof before === 'string' ? text.indexOf(before) : text.search(before);
  if (at < 0) throw new Error(`${file} does not hold ${before}`);
  writeFileSync(path, text.replace(before, after));
  return text.slice(0, at).split('\n').length;
};

const problemsOf = (load: (directory: string) => unknown = loadContent): readonly string[] => {
  try {
    load(content);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ file, line, what }) => `${file}:${line} ${what}`);
  }
  return [];
};

const EN = 'back-pain/replies.en.yaml';
const ES = 'back-pain/replies.es.yaml';
const FIRST = 'back-pain/tracks/first.yaml';

describe('what loadContent says of a slip of the pen', () => {
  it.each([
    [
      'a word in braces that we do not know',
      EN,
      /Thank you, we noted \{score\}/,
      '{scroe}',
      /^content\/back-pain\/replies\.en\.yaml:\d+ score: \{scroe\} cannot be filled in here/,
    ],
    [
      'a value that this reply is not given',
      EN,
      'Well done.',
      '{next}',
      /done: \{next\} cannot be filled in here/,
    ],
    ['a brace that stands alone', EN, 'Well done.', '{L', /done: a brace stands alone/],
    [
      'a reminder without its question',
      EN,
      'Still want to start? {question}',
      'Still there?',
      /joining_reminder: \{question\} is missing/,
    ],
    [
      'a text that is too long',
      EN,
      'Well done.',
      'well '.repeat(70),
      /done: is 3 segments long with everything filled in \(\d+ characters\)/,
    ],
    [
      'a lead-in too long for the longest question',
      ES,
      '¿Sigue? {question}',
      '¿Seguimos? {question}',
      /joining_reminder: is 3 segments/,
    ],
    ['a curly quote', EN, 'Well done.', 'You\u2019re done.', /done: has the character \u2019/],
    [
      'an accent that makes it too long',
      ES,
      'De acuerdo, no le escribiremos.',
      'Está bien, no le escribiremos.',
      /declined: is 3 segments/,
    ],
    [
      'a missing translation',
      ES,
      /\ndone: >-\n.*\n/,
      '\n',
      /replies\.es\.yaml:\d+ done: is missing\. Write it here/,
    ],
    [
      'a name nobody asks for',
      EN,
      '\ndone: >-',
      '\nfinished: >-\n  Great.\n\ndone: >-',
      /finished: not a name that the program knows/,
    ],
    ['YAML that is none', EN, 'done: >-', 'done: "', /replies\.en\.yaml:\d+ not readable as YAML/],
    ['a day too long', FIRST, 'A sore back', 'sore '.repeat(70), /first-d02-not-serious: en: is 4 segments/],
    [
      'a key used twice',
      FIRST,
      'first-d02-not-serious',
      'first-d03-knee',
      /first-d03-knee: this key is used twice/,
    ],
    [
      'an easy day in the wrong place',
      FIRST,
      'key: first-d02-not-serious',
      'key: first-d02-not-serious\n        easy: true',
      /`easy: true` belongs to day 7/,
    ],
    ['no easy day', FIRST, '        easy: true\n', '', /first-d07-easy: day 7 of the week is the easy day/],
    [
      'a score question left out',
      FIRST,
      /Pain\s+today, 0\s+to\s+10\?(?!")/,
      '',
      /first-d05-pressup: en: does not ask "Pain today, 0 to 10\?"/,
    ],
    [
      'a score on another day',
      FIRST,
      'key: first-d02-not-serious',
      'key: first-d02-not-serious\n        asks: weekly',
      /`asks` stands on days 4 and 5/,
    ],
    [
      'a safety text written by hand',
      FIRST,
      'reply: weekly',
      'en: All well?',
      /first-d04-weekly: `reply: weekly` is day 4/,
    ],
    [
      'a week too short',
      FIRST,
      /^ {6}- key: first-d02(.*\n){4}/m,
      '',
      /first\.yaml:\d+ weeks\.0\.days: a week has 7 days/,
    ],
    [
      'a file under another name',
      FIRST,
      'track: first',
      'track: repeat',
      /track: this file holds the track `first`/,
    ],
    [
      'a line left out of the short form',
      'care-lines.yaml',
      'inTexts: "612-339-3663, ',
      'inTexts: "',
      /care-lines\.yaml:\d+ careLine\.inTexts: does not name every number/,
    ],
    [
      'an hour that is none',
      'back-pain/program.yaml',
      '"19:00"',
      '"25:00"',
      /program\.yaml:\d+ hours\.latest/,
    ],
    [
      'a keyword in two languages',
      'back-pain/program.yaml',
      'es: [',
      'es: [BACK, ',
      /BACK: stands in both languages/,
    ],
  ])('%s', (_, file, before, after, says) => {
    edit(file, before, after);
    expect(problemsOf()).toEqual([expect.stringMatching(says)]);
  });

  it('names the line', () => {
    const line = edit(EN, /\{score\} of 10/, '{scroe} of 10');
    const [problem] = problemsOf();
    // The text begins below its key, which is where the place is.
    expect(Number(problem?.split(/[: ]/)[1])).toBeGreaterThanOrEqual(line - 2);
    expect(Number(problem?.split(/[: ]/)[1])).toBeLessThanOrEqual(line);
  });

  it('lists everything at once, over all files', () => {
    edit(EN, 'Well done.', '{oops}');
    edit(ES, '¡Muy bien!', '{vaya}');
    edit(FIRST, 'A sore back', '{ouch}');
    edit('care-lines.yaml', 'tty: 952-883-5474', 'tty: 952');
    edit('places/zip-codes.yaml', 'America/Boise: >-\n', 'America/Boise: >-\n  55425 ');
    const found = problemsOf(loadAllContent).join('\n');
    for (const word of ['{oops}', '{vaya}', '{ouch}', 'careLine.tty', '55425']) expect(found).toContain(word);
  });

  it('is one error whose message a person can follow', () => {
    edit(EN, 'Well done.', '{oops}');
    expect(() => loadContent(content)).toThrow(
      /^1 to put right in the content:\n {2}content\/back-pain\/replies\.en\.yaml:\d+ {2}done: /,
    );
  });

  it('says which file is not there', () => {
    rmSync(join(content, ES));
    expect(problemsOf()).toEqual([
      'content/back-pain/replies.es.yaml:1 cannot be read: put the file there, as it was before',
    ]);
  });
});

describe('the version', () => {
  it('is the date with a fingerprint that changes with any content file', () => {
    const before = loadContent(content).version;
    expect(before).toMatch(/^\d{4}-\d\d-\d\d\.[0-9a-f]{12}$/);
    expect(loadContent(content).version).toBe(before);
    edit('places/zip-codes.yaml', '# Which', '#  Which');
    expect(loadContent(content).version).not.toBe(before);
  });
});

describe('the compiled content', () => {
  it('is read back as it was, with nothing of YAML left', () => {
    const compiled = compileContent(content);
    expect(readCompiledContent(compiled)).toEqual(testContent);
  });

  it('refuses anything else', () => {
    expect(() => readCompiledContent('{"content":{}}')).toThrow();
  });
});

it('fills the Nurse Navigator in when the content is read, and leaves the care line to the moment', () => {
  const { replies, careLine } = loadContent(content);
  expect(replies.en.nurse).toContain('952-883-5000, 800-883-2177, TTY 952-883-5127, weekdays');
  expect(replies.en.nurse).toContain('{L}');
  expect(careLine).toBe('612-339-3663, 800-551-0859, TTY 952-883-5474');
});

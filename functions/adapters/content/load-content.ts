import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProgramContent, programContentSchema } from '../../domain/program/program.ts';
import { ContentError, type ContentProblem } from './content-error.ts';
import { type CareLines, careLinesFileSchema, programFileSchema } from './file-schemas.ts';
import { readReplies } from './read-replies.ts';
import { readTrack } from './read-track.ts';
import { createYamlReader, type YamlFile } from './yaml-file.ts';

/** Paths of every YAML file under the folder, `/`-separated, always in the same order. */
export const listContentFiles = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort();

/** The day of the last change, and a fingerprint of every content file: what a member read can be found again. */
const versionOf = (directory: string, date: string): string => {
  const hash = createHash('sha256');
  for (const path of listContentFiles(directory)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(directory, path)))
      .update('\0');
  }
  return `${date}.${hash.digest('hex').slice(0, 12)}`;
};

const checkKeywords = (file: YamlFile<{ keywords: ProgramContent['keywords'] }>): void => {
  const { en, es } = file.value.keywords;
  es.forEach((word, index) => {
    if (!en.includes(word)) return;
    file.report(['keywords', 'es', index], `${word}: stands in both languages. Keep it in one of them`);
  });
};

/** While the lines themselves cannot be read, the other files are still checked, with lines of the usual length. */
const unreadLine = { name: '-', who: '-', hours: '-', phones: [], tty: '-' };
const UNREAD_LINES: CareLines = {
  careLine: { ...unreadLine, inTexts: '-'.repeat(44) },
  nurseNavigator: { ...unreadLine, inTexts: '-'.repeat(76) },
};

/**
 * Reads and checks the whole program from its content folder. Throws one `ContentError` that names every problem by
 * file and line: content is edited by people who do not read code.
 */
export const loadContent = (directory: string): ProgramContent => {
  const problems: ContentProblem[] = [];
  const reader = createYamlReader(directory, problems);
  const program = reader.read('back-pain/program.yaml', programFileSchema);
  if (program !== undefined) checkKeywords(program);
  const lines = reader.read('care-lines.yaml', careLinesFileSchema)?.value ?? UNREAD_LINES;
  const en = readReplies(reader, 'en', lines);
  const es = readReplies(reader, 'es', lines);
  const needs = { lines, replies: { en, es }, seenKeys: new Set<string>() };
  const first = readTrack(reader, 'first', needs);
  const repeat = readTrack(reader, 'repeat', needs);
  const persistent = readTrack(reader, 'persistent', needs);
  if (problems.length > 0 || program === undefined) throw new ContentError(problems);
  const { date, ...settings } = program.value;
  return programContentSchema.parse({
    ...settings,
    version: versionOf(directory, date),
    careLine: lines.careLine.inTexts,
    tracks: { first, repeat, persistent },
    replies: { en, es },
  });
};

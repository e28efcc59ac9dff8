import type { Language } from '../../domain/flags.ts';
import { REPLY_VALUES } from '../../domain/program/compose.ts';
import { type ProgramContent, REPLY_KEYS } from '../../domain/program/program.ts';
import { checkText } from './check-text.ts';
import { type CareLines, repliesFileSchema } from './file-schemas.ts';
import type { YamlReader } from './yaml-file.ts';

export type Replies = ProgramContent['replies'][Language];

/** The Nurse Navigator is filled in once, when the content is read; the care lines stay a placeholder. */
export const withNavigator = (text: string, lines: CareLines): string =>
  text.replaceAll('{navigator}', lines.nurseNavigator.inTexts);

/** One language's replies, each checked; undefined when the file could not be used at all. */
export const readReplies = (
  reader: YamlReader,
  language: Language,
  lines: CareLines,
): Replies | undefined => {
  const file = reader.read(`back-pain/replies.${language}.yaml`, repliesFileSchema);
  if (file === undefined) return undefined;
  const replies = { ...file.value };
  for (const key of REPLY_KEYS) replies[key] = withNavigator(replies[key], lines);
  // The questions that a reminder can carry: j1 lapses without one.
  const questions = [replies.j2, replies.j3, replies.j4, replies.j5];
  for (const key of REPLY_KEYS) {
    const allowed = REPLY_VALUES[key] ?? [];
    const asked = allowed.includes('question') ? { questions } : {};
    const careLine = lines.careLine.inTexts;
    const found = checkText({ text: replies[key], language, careLine, allowed, ...asked });
    for (const what of found) file.report([key], `${key}: ${what}`);
  }
  return replies;
};

import { z } from 'zod';
import type { Language } from '../flags.ts';

/** The parsed YAML files of `content/languages/<language>/`, by file name without its ending. */
export type LanguageFiles = Readonly<Record<Language, Readonly<Record<string, unknown>>>>;

/** A language file that does not have the shape its reader needs; names the file and every bad entry. */
export class LanguageFileError extends Error {
  override readonly name = 'LanguageFileError';
}

/** Checks one language file against its schema, so that a slip of the pen stops the start and not a reply. */
export const parseLanguageFile = <Schema extends z.ZodType>(
  files: LanguageFiles,
  language: Language,
  name: string,
  schema: Schema,
): z.output<Schema> => {
  const file = files[language]?.[name];
  const parsed = schema.safeParse(file);
  if (parsed.success) return parsed.data;
  const entries = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new LanguageFileError(`content/languages/${language}/${name}.yaml: ${entries.join('; ')}`);
};

/** Phrases as a person writes them: a list, or one text with commas between. */
export const phrasesSchema = z.union([
  z.string().transform((text) => text.split(',').map((phrase) => phrase.trim())),
  z.array(z.union([z.string(), z.number()]).transform(String)),
]);

/** Named groups of words, used in phrases as `<name>`. */
export const groupsSchema = z.record(z.string(), phrasesSchema).readonly();

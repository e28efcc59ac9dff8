import { basename } from 'node:path';
import { languageSchema } from '../../domain/flags.ts';
import type { LanguageFiles } from '../../domain/triage/language-files.ts';
import { ContentError, type ContentProblem } from './content-error.ts';
import { listContentFiles } from './load-content.ts';
import { createYamlReader } from './yaml-file.ts';

/** The parsed files of content/languages/, as they are: the readers of replies check what they need of them. */
export const loadLanguages = (directory: string): LanguageFiles => {
  const problems: ContentProblem[] = [];
  const reader = createYamlReader(directory, problems);
  const languages: Record<'en' | 'es', Record<string, unknown>> = { en: {}, es: {} };
  for (const path of listContentFiles(directory)) {
    const language = languageSchema.safeParse(/^languages\/([^/]+)\//.exec(path)?.[1]);
    if (language.success) languages[language.data][basename(path, '.yaml')] = reader.readRaw(path);
  }
  if (problems.length > 0) throw new ContentError(problems);
  return languages;
};

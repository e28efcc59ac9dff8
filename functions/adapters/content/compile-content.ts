import type { CompiledContent } from './compiled-content.ts';
import { ContentError, type ContentProblem } from './content-error.ts';
import { loadContent } from './load-content.ts';
import { loadLanguages } from './load-languages.ts';
import { loadPlacesData } from './load-places.ts';

/** Everything under content/, read and checked; one `ContentError` names what is wrong in all of it. */
export const loadAllContent = (directory: string): CompiledContent => {
  const problems: ContentProblem[] = [];
  const attempt = <T>(load: (directory: string) => T): T | undefined => {
    try {
      return load(directory);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const content = attempt(loadContent);
  const places = attempt(loadPlacesData);
  const languages = attempt(loadLanguages);
  if (!content || !places || !languages) throw new ContentError(problems);
  return { content, places, languages };
};

/** The same as one JSON text, to be put in a bundle and read back by `readCompiledContent`. */
export const compileContent = (directory: string): string => JSON.stringify(loadAllContent(directory));

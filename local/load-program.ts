import { fileURLToPath } from 'node:url';
import { loadAllContent } from '../functions/adapters/content/compile-content.ts';
import type { CompiledContent } from '../functions/adapters/content/compiled-content.ts';
import { ContentError } from '../functions/adapters/content/content-error.ts';
import type { Program } from '../functions/domain/program/program.ts';
import { LanguageFileError } from '../functions/domain/triage/language-files.ts';
import { createProgram } from '../functions/runtime/program.ts';
import { STAGE_WORDS } from './settings.ts';
import { StartupError } from './startup-error.ts';

const CONTENT = fileURLToPath(new URL('../content/', import.meta.url));

/** Reads content/ as it is now; what is wrong in it is said by file and line. */
export const loadProgram = (): { readonly content: CompiledContent; readonly program: Program } => {
  try {
    const content = loadAllContent(CONTENT);
    return { content, program: createProgram(content, STAGE_WORDS) };
  } catch (error) {
    if (error instanceof ContentError || error instanceof LanguageFileError)
      throw new StartupError(error.message, { cause: error });
    throw error;
  }
};

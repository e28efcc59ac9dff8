import { fileURLToPath } from 'node:url';
import { loadLanguages as loadFrom } from '../../functions/adapters/content/load-languages.ts';
import type { LanguageFiles } from '../../functions/domain/triage/language-files.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

/** The language files as the program has them, for tests and measuring. */
export const loadLanguages = (): LanguageFiles => loadFrom(CONTENT);

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LanguageFiles } from '../../functions/domain/triage/language-files.ts';

const FOLDER = new URL('../../content/languages/', import.meta.url);

const load = (language: 'en' | 'es'): Record<string, unknown> => {
  const folder = new URL(`${language}/`, FOLDER);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    names.map((name) => [name.replace('.yaml', ''), parse(readFileSync(new URL(name, folder), 'utf8'))]),
  );
};

/** The language files as the program has them, for tests and measuring. */
export const loadLanguages = (): LanguageFiles => ({ en: load('en'), es: load('es') });

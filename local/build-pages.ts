import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES_DIRECTORY, REPOSITORY } from './pages-directory.ts';

/** What the pages are made of; the functions' part of it are types and schemas. */
const SOURCES = ['console', 'local/page', 'functions', 'vite.config.ts', 'package-lock.json'];
const STAMP = join(PAGES_DIRECTORY, 'sources.sha256');

const filesUnder = (path: string): readonly string[] => {
  const full = join(REPOSITORY, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const fingerprint = (): string => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

/** Whether the pages in dist/web are not those of the sources as they are now. */
const arePagesOld = (now: string): boolean => !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== now;

/** Builds the pages with Vite when their sources have changed. */
export const buildPages = async (onBuild: () => void): Promise<'built' | 'reused'> => {
  const now = fingerprint();
  if (!arePagesOld(now)) return 'reused';
  onBuild();
  const { build } = await import('vite'); // half a second that a start without a change does not pay
  await build({ root: REPOSITORY, configFile: join(REPOSITORY, 'vite.config.ts'), logLevel: 'error' });
  writeFileSync(STAMP, now);
  return 'built';
};

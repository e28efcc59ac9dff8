import { fileURLToPath } from 'node:url';

/** Where Vite puts the pages. */
export const PAGES_DIRECTORY = fileURLToPath(new URL('../dist/web/', import.meta.url));
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

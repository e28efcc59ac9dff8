import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { PAGES_DIRECTORY } from '../pages-directory.ts';

/** The built pages: the phone and clock at `/`, the console at `/console/`. */
export const createPageRoutes = (): Hono => {
  const root = relative(process.cwd(), PAGES_DIRECTORY); // what the server of files asks for
  return new Hono()
    .get('/console', (c) => c.redirect('/console/'))
    .use(
      '*',
      serveStatic({
        root,
        onFound: (path, c) => {
          const isNamedByContent = /\/assets\//.test(path);
          c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
};

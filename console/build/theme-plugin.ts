import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:limber-theme.css';
const RESOLVED = `\0${VIRTUAL}`;

/** The vendor's theming is written for bundlers: it is bundled, then run here. */
const makeStylesheet = async (): Promise<string> => {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL('theme.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(bundled.outputFiles[0]?.contents ?? []).toString('base64');
  const module: { themeStylesheet: () => string } = await import(`data:text/javascript;base64,${code}`);
  return module.themeStylesheet();
};

/** Gives the pages `virtual:limber-theme.css`: our colors as a style sheet, made while building. */
export const themePlugin = (): Plugin => ({
  name: 'limber-theme',
  resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? makeStylesheet() : undefined),
});

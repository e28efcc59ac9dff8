import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themePlugin } from './console/build/theme-plugin.ts';

const OUT = 'dist/web';

/** The page of the local run is served at `/`, wherever its source lies. */
const phonePageAtRoot = (): Plugin => ({
  name: 'phone-page-at-root',
  writeBundle: async ({ dir = OUT }) => {
    await rename(join(dir, 'local/page/index.html'), join(dir, 'index.html'));
    await rm(join(dir, 'local'), { recursive: true });
  },
});

/** Two pages over one set of chunks: the console at `/console/`, and the phone and clock of the local run at `/`. */
export default defineConfig({
  plugins: [react(), themePlugin(), phonePageAtRoot()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: ['console/index.html', 'local/page/index.html'] },
  },
});

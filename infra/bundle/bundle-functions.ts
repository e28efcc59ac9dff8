import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

export type BundleFunctionsProps = {
  /** Functions, by the name of their file in functions/lambdas/. */
  readonly names: readonly string[];
  /** The program's content as one JSON text. */
  readonly content: string;
  /** An empty folder. */
  readonly outDirectory: string;
};

/** Where functions/runtime/ looks for the content: beside the code. */
const CONTENT_FILE = 'content.json';

const LAMBDAS = fileURLToPath(new URL('../../functions/lambdas/', import.meta.url));

/** Some dependencies are CommonJS and call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles all functions into one folder: `<name>.mjs` for each, what they share in chunks that load when they are
 * needed, source maps, and the content. The AWS SDK goes in as well: what was tested is what runs.
 */
export const bundleFunctions = ({ names, content, outDirectory }: BundleFunctionsProps): void => {
  buildSync({
    entryPoints: Object.fromEntries(names.map((name) => [name, join(LAMBDAS, `${name}.ts`)])),
    outdir: outDirectory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'error',
  });
  writeFileSync(join(outDirectory, CONTENT_FILE), content);
};

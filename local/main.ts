import { buildPages } from './build-pages.ts';
import { readOptions, type StartOptions, USAGE } from './options.ts';
import { createProgress } from './progress.ts';
import { type LocalRun, startLocalRun } from './run.ts';
import { StartupError } from './startup-error.ts';

const CLOSE_MILLISECONDS = 5_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

const end = (code: number): never => process.exit(code);

/** Whatever ends this process ends all that it started: in order when there is time, by its tether when there is none. */
const stopWith = (run: LocalRun): void => {
  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    if (isStopping) return end(code); // asked twice: no more waiting
    isStopping = true;
    setTimeout(() => end(code), CLOSE_MILLISECONDS).unref();
    await run.close();
    end(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  const crash = (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    void stop(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
};

const start = async ({
  port,
  data,
  demo,
  json,
  verbose,
  noPages,
  plainOptOut,
}: StartOptions): Promise<void> => {
  const progress = createProgress(process.stderr);
  if (!noPages) await buildPages(() => progress.step('Building the pages (once after a change)'));
  const run = await startLocalRun({
    port,
    dataDirectory: data,
    serveWeb: !noPages,
    optOut: plainOptOut ? 'default' : 'advanced',
    demo,
    onStep: progress.step,
    onPart: progress.part,
    log: verbose ? (line) => process.stderr.write(`${line}\n`) : undefined,
  });
  stopWith(run);
  progress.end();
  if (json) return void say(JSON.stringify({ url: run.url }));
  say('');
  say(`  Limber is running at ${run.url}`);
  say(`  The care managers' console: ${run.url}/console/`);
  say(data === undefined ? '  Nothing is kept when you stop.' : `  Kept in ${data}`);
  say('  Ctrl-C stops it.');
  say('');
};

const main = async (): Promise<void> => {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) return void say(USAGE);
    await start(options);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    end(1);
  }
};

await main();

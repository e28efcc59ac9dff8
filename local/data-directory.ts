import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

/** Where a local run keeps what it keeps; without a directory every path is undefined and all is in memory. */
export type DataDirectory = {
  readonly table: string | undefined;
  readonly carrierJournal: string | undefined;
  readonly clock: string | undefined;
  readonly checkpoint: string | undefined;
  readonly pages: string | undefined;
  readonly log: string | undefined;
  readonly close: () => void;
};

const NOTHING_KEPT: DataDirectory = {
  table: undefined,
  carrierJournal: undefined,
  clock: undefined,
  checkpoint: undefined,
  pages: undefined,
  log: undefined,
  close: () => {},
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A lock that was left by a killed process is taken over: its process is gone. */
const lock = (path: string, directory: string): void => {
  let holder: number | undefined;
  try {
    holder = Number(readFileSync(path, 'utf8'));
  } catch {
    holder = undefined;
  }
  if (holder !== undefined && holder !== process.pid && Number.isInteger(holder) && isRunning(holder))
    throw new StartupError(
      `${directory} is in use by process ${holder}: stop that one, or choose another directory with --data.`,
    );
  writeFileSync(path, String(process.pid), { mode: 0o600 });
};

/** Numbers and texts of members lie here, so only its owner may read it. */
export const openDataDirectory = (directory: string | undefined): DataDirectory => {
  if (directory === undefined) return NOTHING_KEPT;
  const lockFile = join(directory, 'run.pid');
  try {
    mkdirSync(join(directory, 'table'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartupError(`Cannot write to ${directory}: choose another directory with --data.`, {
      cause: error,
    });
  }
  lock(lockFile, directory);
  return {
    table: join(directory, 'table'),
    carrierJournal: join(directory, 'carrier.jsonl'),
    clock: join(directory, 'clock.json'),
    checkpoint: join(directory, 'stream.json'),
    pages: join(directory, 'pages.jsonl'),
    log: join(directory, 'limber.log'),
    close: () => rmSync(lockFile, { force: true }),
  };
};

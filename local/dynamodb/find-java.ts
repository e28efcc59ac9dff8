import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../startup-error.ts';

const OLDEST = 17;
const HOW = `install Java ${OLDEST} or later (for example from https://adoptium.net) and start again`;

const run = promisify(execFile);

const installed = (): string => {
  const home = process.env.JAVA_HOME;
  const ofHome = home && path.join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  return ofHome && existsSync(ofHome) ? ofHome : 'java';
};

/** `17.0.15` is 17, `1.8.0_402` is 8. */
const majorOf = (answer: string): number | undefined => {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(answer) ?? [];
  return first === undefined ? undefined : Number(first === '1' ? second : first);
};

/** Answers the command that starts a Java which can run DynamoDB Local; throws a StartupError when there is none. */
export const findJava = async (command: string = installed()): Promise<string> => {
  const answer = await run(command, ['-version']).catch(() => undefined);
  const major = answer && majorOf(`${answer.stderr}${answer.stdout}`);
  if (major === undefined) throw new StartupError(`Java was not found: ${HOW}.`);
  if (major < OLDEST) throw new StartupError(`This is Java ${major}, which is too old: ${HOW}.`);
  return command;
};

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupError } from './startup-error.ts';

export type StartOptions = {
  readonly port: number;
  readonly data: string | undefined;
  readonly demo: boolean;
  /** One line of JSON when it is ready, for scripts. */
  readonly json: boolean;
  readonly verbose: boolean;
  /** The API alone. */
  readonly noPages: boolean;
  /** The carrier reads STOP as Twilio does without Advanced Opt-Out. */
  readonly plainOptOut: boolean;
  readonly help: boolean;
};

const DEFAULT_PORT = 4600;
const HIGHEST_PORT = 65_535;

export const USAGE = `npm start -- [options]
  --port N          the port of the page and the API (${DEFAULT_PORT}; 0 takes any free one)
  --data DIR        keep everything there; without it all is gone when you stop
  --demo            begin with 200 made-up members
  --verbose         show the log of the functions
  --plain-opt-out   a carrier without Advanced Opt-Out: single English words, and it does not say that it answered
  --no-pages        the API alone: nothing is built
  --json            say where it runs as one line of JSON
  --help            this`;

const readPort = (given: string): number => {
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > HIGHEST_PORT)
    throw new StartupError(`--port ${given} is no port: give a number from 0 to ${HIGHEST_PORT}.`);
  return port;
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        'no-pages': { type: 'boolean', default: false },
        'plain-opt-out': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [what] = (error instanceof Error ? error.message : '').split('. ');
    throw new StartupError(`${what}. npm start -- --help lists the options.`);
  }
};

/** Reads the command line; what is wrong with it is a StartupError. */
export const readOptions = (args: readonly string[]): StartOptions => {
  const { port, data, demo, json, verbose, help, ...dashed } = parse(args);
  if (data === '') throw new StartupError('--data needs a directory, as in --data ./my-data.');
  return {
    port: readPort(port),
    // npm runs this in the repository; a directory is meant from where one stands
    data: data === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', data),
    demo,
    json,
    verbose,
    noPages: dashed['no-pages'],
    plainOptOut: dashed['plain-opt-out'],
    help,
  };
};

import { Logger as PowertoolsLogger } from '@aws-lambda-powertools/logger';
import type { LogFields, Logger } from '../ports.ts';

const FRAMES = 5;
const FRAME = /^\s+at [^\n]+:\d+:\d+\)?$/;
const CODE = /^[\w.-]{1,60}$/;

const codeOf = (error: Error): string | undefined => {
  const code: unknown = 'code' in error ? error.code : undefined;
  const word = typeof code === 'number' || typeof code === 'string' ? String(code) : '';
  return CODE.test(word) ? word : undefined;
};

/** What may be said of an error: its name, its code, where it was thrown. Never its message, which may quote a text. */
const describeError = (error: Error) => ({
  name: error.name,
  code: codeOf(error),
  at: (error.stack ?? '')
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim()),
});

const describe = (fields: LogFields = {}) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? describeError(value) : value,
    ]),
  );

/** One structured line an outcome, by Powertools; safe for errors that carry a request or an item with them. */
export const createLogger = (): Logger => {
  const logger = new PowertoolsLogger({ serviceName: 'limber' });
  return {
    info: (outcome, fields) => logger.info(outcome, describe(fields)),
    warn: (outcome, fields) => logger.warn(outcome, describe(fields)),
    error: (outcome, fields) => logger.error(outcome, describe(fields)),
  };
};

import type { LogFields, Logger } from '../../functions/ports.ts';

/** An error's name alone: its message may quote a text (law 9). */
const describe = (fields: LogFields = {}) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? value.name : value]),
  );

/** The local run's log: one JSON line an outcome, on the program's clock. */
export const createLocalLogger = (now: () => string, write: (line: string) => void): Logger => {
  const line = (level: string) => (outcome: string, fields?: LogFields) =>
    write(JSON.stringify({ at: now(), level, outcome, ...describe(fields) }));
  return { info: line('info'), warn: line('warn'), error: line('error') };
};

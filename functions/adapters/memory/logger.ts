import type { LogFields, Logger } from '../../ports.ts';

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly outcome: string;
  readonly fields?: LogFields | undefined;
};

/** Keeps every line, so that a test can read what was said and what was not. */
export const createMemoryLogger = (): Logger & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine['level']) =>
    (outcome: string, fields?: LogFields): void => {
      lines.push({ level, outcome, fields });
    };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
};

import { appendFileSync } from 'node:fs';

export type LogRing = {
  /** The last lines, oldest first. */
  readonly lines: () => readonly string[];
  readonly write: (line: string) => void;
};

const KEPT = 20_000;

/** Keeps the last log lines for whoever looks, and writes them on: to a file, or to a terminal that asked for them. */
export const createLogRing = (options: {
  readonly file?: string | undefined;
  readonly echo?: ((line: string) => void) | undefined;
}): LogRing => {
  const lines: string[] = [];
  return {
    lines: () => lines,
    write: (line) => {
      lines.push(line);
      if (lines.length > 2 * KEPT) lines.splice(0, KEPT);
      if (options.file !== undefined) appendFileSync(options.file, `${line}\n`, { mode: 0o600 });
      options.echo?.(line);
    },
  };
};

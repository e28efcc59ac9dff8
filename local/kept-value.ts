import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

export type KeptValue<T> = { readonly read: () => T | undefined; readonly write: (value: T) => void };

const readFile = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`cannot read ${path}; remove it, or start with another --data directory`, {
      cause: error,
    });
  }
};

/** One value that outlives the process, in a file; without a path it lives as long as the process. */
export const createKeptValue = <T>(path: string | undefined, schema: z.ZodType<T>): KeptValue<T> => {
  let value = path === undefined ? undefined : readFile(path, schema);
  return {
    read: () => value,
    write: (next) => {
      value = next;
      if (path === undefined) return;
      writeFileSync(`${path}.new`, JSON.stringify(next), { mode: 0o600 });
      renameSync(`${path}.new`, path); // whole or not at all, also through a kill
    },
  };
};

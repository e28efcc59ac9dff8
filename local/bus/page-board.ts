import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { BusEvent } from './start-bus.ts';

/** A page to staff, as it came over the bus: who, why and how urgent, with everything else that the event says. */
const staffPageSchema = z.looseObject({ at: z.string(), memberId: z.string(), cause: z.string() }).readonly();
export type StaffPage = z.infer<typeof staffPageSchema>;

export type PageBoard = {
  /** Oldest first. */
  readonly list: () => readonly StaffPage[];
  readonly take: (event: BusEvent) => void;
};

const PAGED = 'StaffPaged.v1';

/** An event's own words may lie beside its ids or in a `detail` of their own. */
const flat = ({ detail, ...rest }: Readonly<Record<string, unknown>>): unknown =>
  typeof detail === 'object' && detail !== null
    ? { ...rest, ...detail }
    : { ...rest, ...(detail !== undefined && { detail }) };

const readPast = (path: string): readonly StaffPage[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1) // after the last line's end, or a line that a kill cut off
    .map((line) => staffPageSchema.parse(JSON.parse(line)));

/** Shows what staff are paged, where AWS would ring them. The bus may bring a page twice; it is shown once. */
export const createPageBoard = (path: string | undefined): PageBoard => {
  const pages = new Map<string, StaffPage>();
  const nameOf = ({ memberId, cause }: StaffPage) => `${memberId} ${cause}`;
  if (path !== undefined && existsSync(path)) {
    const past = readPast(path);
    for (const page of past) pages.set(nameOf(page), page);
    writeFileSync(path, past.map((page) => `${JSON.stringify(page)}\n`).join(''), { mode: 0o600 });
  }
  return {
    list: () => [...pages.values()],
    take: ({ detailType, detail }) => {
      if (detailType !== PAGED) return;
      const page = staffPageSchema.parse(flat(detail));
      if (pages.has(nameOf(page))) return;
      pages.set(nameOf(page), page);
      if (path !== undefined) appendFileSync(path, `${JSON.stringify(page)}\n`, { mode: 0o600 });
    },
  };
};

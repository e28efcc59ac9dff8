import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './content-error.ts';

type Path = readonly PropertyKey[];

/** One parsed file: its value as the schema gives it, and where in the file a part of it stands. */
export type YamlFile<T> = {
  readonly name: string;
  readonly value: T;
  readonly lineOf: (path: Path) => number;
  /** Says that something is wrong at this place. */
  readonly report: (path: Path, what: string) => void;
};

type Parsed = { readonly raw: unknown; readonly name: string; readonly lineOf: (path: Path) => number };

const parse = (root: string, path: string, problems: ContentProblem[]): Parsed | undefined => {
  const name = `${basename(root)}/${path}`;
  const lines = new LineCounter();
  let text: string;
  try {
    text = readFileSync(join(root, path), 'utf8');
  } catch {
    problems.push({ file: name, line: 1, what: 'cannot be read: put the file there, as it was before' });
    return undefined;
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const what = `not readable as YAML: ${error.message}. Look at spaces, quotes and colons here`;
    problems.push({ file: name, line: lines.linePos(error.pos[0]).line, what });
  }
  if (document.errors.length > 0) return undefined;
  // What is missing has no place of its own: the nearest thing around it has.
  const lineOf = (place: Path): number => {
    for (let length = place.length; length > 0; length--) {
      const node = document.getIn(place.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { raw: document.toJS(), name, lineOf };
};

const isMissing = (raw: unknown, path: Path): boolean => {
  let at: unknown = raw;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at)) return true;
    at = (at as Record<PropertyKey, unknown>)[key]; // just seen to be there
  }
  return at === undefined || at === null;
};

const explain = (issue: z.core.$ZodIssue, raw: unknown): string => {
  const where = issue.path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.join(', ')}: not a name that the program knows. Check the spelling, or take it out`;
  }
  if (isMissing(raw, issue.path)) return `${where}: is missing. Write it here`;
  return `${where}: ${issue.message}`;
};

/** Reads the files of one content folder and gathers what is wrong with them; nothing is thrown here. */
export const createYamlReader = (root: string, problems: ContentProblem[]) => ({
  readRaw: (path: string): unknown => parse(root, path, problems)?.raw,

  read: <Schema extends z.ZodType>(path: string, schema: Schema): YamlFile<z.output<Schema>> | undefined => {
    const parsed = parse(root, path, problems);
    if (parsed === undefined) return undefined;
    const { name, lineOf, raw } = parsed;
    const report = (place: Path, what: string) => problems.push({ file: name, line: lineOf(place), what });
    const checked = schema.safeParse(raw);
    if (checked.success) return { name, value: checked.data, lineOf, report };
    for (const issue of checked.error.issues) report(issue.path, explain(issue, raw));
    return undefined;
  },
});
export type YamlReader = ReturnType<typeof createYamlReader>;

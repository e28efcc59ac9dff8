/** Something wrong in a content file, in words for the person who edits it. */
export type ContentProblem = { readonly file: string; readonly line: number; readonly what: string };

/** The content cannot be used. Names every problem at once, so that they can be put right in one go. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const lines = problems.map(({ file, line, what }) => `  ${file}:${line}  ${what}`);
    super(`${problems.length} to put right in the content:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

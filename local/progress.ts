export type Progress = {
  readonly step: (text: string) => void;
  /** How far the step is, from 0 to 1. */
  readonly part: (done: number) => void;
  /** Ends the last step's line. */
  readonly end: () => void;
};

const BAR = 24;

const bar = (done: number): string => {
  const full = Math.round(done * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(Math.round(done * 100)).padStart(3)}%`;
};

/** Shows what starting does: on a terminal a line that changes, elsewhere a line a step. */
export const createProgress = (out: NodeJS.WriteStream): Progress => {
  let text = '';
  const draw = (tail: string) => out.write(`\r\x1b[2K  ${text} ${tail}`);
  const end = () => {
    if (text !== '' && out.isTTY) draw('✓\n');
    text = '';
  };
  return {
    end,
    step: (next) => {
      end();
      text = next;
      if (out.isTTY) draw('…');
      else out.write(`${next} ...\n`);
    },
    part: (done) => {
      if (out.isTTY) draw(bar(Math.min(1, Math.max(0, done))));
    },
  };
};

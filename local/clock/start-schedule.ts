import type { Closing } from '../closing.ts';

type Options = {
  readonly everyMinutes: number;
  /** Skipped when the clock is being moved: the walk runs the schedule itself. */
  readonly isBusy: () => boolean;
  readonly run: () => Promise<unknown>;
  readonly closing: Closing;
};

/** Runs a function every so many minutes of the wall clock, never twice at once. */
export const startSchedule = ({ everyMinutes, isBusy, run, closing }: Options): void => {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    if (running !== undefined || isBusy()) return;
    running = run()
      .catch(() => undefined) // the function has logged it, and the next minute runs again
      .finally(() => {
        running = undefined;
      });
  }, everyMinutes * 60_000);
  closing.add(async () => {
    clearInterval(timer);
    await running;
  });
};

export type Turns = {
  /** Runs when everything that came before has ended. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  readonly isTaken: () => boolean;
};

/** One at a time, in the order in which they came. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  return {
    isTaken: () => count > 0,
    take: (work) => {
      count += 1;
      const turn = last.then(work).finally(() => {
        count -= 1;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

type Close = () => unknown;

export type Closing = {
  /** Closed later than everything added after it. */
  readonly add: (close: Close) => void;
  /** Closes in reverse order, everything, once; one that fails stops no other. */
  readonly close: () => Promise<void>;
};

/** What was started, to be stopped in reverse: also when starting the rest fails. */
export const createClosing = (): Closing => {
  const closes: Close[] = [];
  let closed: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    for (let close = closes.pop(); close; close = closes.pop()) {
      try {
        await close();
      } catch {
        // stopping goes on: what is left would outlive the process that should stop it
      }
    }
  };

  return {
    add: (close) => closes.push(close),
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
};

/** One line of the carrier's debugger: a webhook of ours that went wrong. No number, no words, no query string. */
export type Trouble = {
  readonly at: string;
  /** 11200 no answer or not 2xx, 12100 not TwiML that this carrier knows, 12300 wrong content type. */
  readonly errorCode: 11200 | 12100 | 12300;
  readonly messageSid: string;
  readonly path: string;
  readonly detail: string;
};

const KEPT = 200;

export type DebuggerList = {
  readonly add: (trouble: Trouble) => void;
  /** Newest last. */
  readonly list: () => readonly Trouble[];
};

export const createDebuggerList = (): DebuggerList => {
  let troubles: readonly Trouble[] = [];
  return {
    add: (trouble) => {
      troubles = [...troubles, trouble].slice(-KEPT);
    },
    list: () => troubles,
  };
};

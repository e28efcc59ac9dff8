import type { Context } from 'aws-lambda';
import { FUNCTIONS } from '../../functions/what-runs.ts';
import { lambdaContext } from './lambda-context.ts';

export type LocalHandler = (event: unknown, context: Context) => Promise<unknown>;

export type Invoke = {
  /** Calls a function as Lambda would; throws what it throws. */
  readonly call: (name: string, event: unknown) => Promise<unknown>;
  /** Calls that have not ended. */
  readonly running: () => number;
};

/** Calls functions by their name in the list. `onEnd`: a function has ended, so it may have written something. */
export const createInvoke = (handlers: Readonly<Record<string, LocalHandler>>, onEnd: () => void): Invoke => {
  let running = 0;
  return {
    running: () => running,
    call: async (name, event) => {
      const entry = FUNCTIONS.find((each) => each.name === name);
      const handler = handlers[name];
      if (!entry || !handler) throw new Error(`no function is called ${name}`);
      running += 1;
      try {
        return await handler(event, lambdaContext(entry));
      } finally {
        running -= 1;
        onEnd();
      }
    },
  };
};

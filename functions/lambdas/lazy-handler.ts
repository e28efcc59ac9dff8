import type { Context } from 'aws-lambda';
import { once } from '../runtime/once.ts';

/**
 * A handler that is built at its first call and kept: a module can be imported without the environment that its
 * function needs, and a secret that could not be fetched is asked for again.
 */
export const lazyHandler = <Event, Answer>(
  build: () => Promise<(event: Event, context: Context) => Promise<Answer>>,
): ((event: Event, context: Context) => Promise<Answer>) => {
  const built = once(build);
  return async (event, context) => (await built())(event, context);
};

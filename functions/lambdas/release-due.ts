import type { Context } from 'aws-lambda';
import type { Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { ReleaseDue, Released } from '../use-cases/release-due.ts';
import { lazyHandler } from './lazy-handler.ts';

type Deps = { readonly releaseDue: ReleaseDue; readonly logger: Logger };

/** Kept back for what has been started: one batch of decisions and the queues. */
const CLOSING_MILLISECONDS = 8_000;

/** The run failed; what it was is in the log, because Lambda prints all that an error carries. */
class ReleaseFailedError extends Error {
  override readonly name = 'ReleaseFailedError';
}

/** Runs the minute's release; whatever is left over is due in the next. */
export const createReleaseDueHandler =
  ({ releaseDue, logger }: Deps) =>
  async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Released> => {
    try {
      return await releaseDue(() => context.getRemainingTimeInMillis() < CLOSING_MILLISECONDS);
    } catch (error) {
      logger.error('release_failed', { error: error instanceof Error ? error : undefined });
      throw new ReleaseFailedError('the release failed');
    }
  };

export const handler = lazyHandler(async () => createReleaseDueHandler(await container().releaseDue()));

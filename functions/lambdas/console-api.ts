import type { Context } from 'aws-lambda';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { authenticateByGateway } from '../console-api/authenticate-by-gateway.ts';
import { createConsoleApi } from '../console-api/create-console-api.ts';
import { container } from '../runtime/container.ts';
import { lazyHandler } from './lazy-handler.ts';

type Answer = Awaited<ReturnType<ReturnType<typeof handle>>>;

/** The console's API behind the HTTP API, whose authorizer says who asks. */
export const createConsoleApiHandler = (
  deps: Parameters<typeof createConsoleApi>[0],
): ((event: LambdaEvent, context: Context) => Promise<Answer>) => {
  const answer = handle(createConsoleApi(deps));
  return (event, context) => answer(event, context);
};

export const handler = lazyHandler<LambdaEvent, Answer>(async () =>
  createConsoleApiHandler({ ...(await container().consoleApi()), authenticate: authenticateByGateway }),
);

import { type Served, serveOnLoopback } from './carrier/serve-on-loopback.ts';
import { StartupError } from './startup-error.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

export type Gate = Served & {
  /** From now on requests are answered; those that came before have waited. */
  readonly open: (fetch: Fetch) => void;
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Takes the port at once, so that a busy one is told before anything else starts, and answers when all is there. */
export const openGate = async (port: number): Promise<Gate> => {
  const { promise: opened, resolve: open } = Promise.withResolvers<Fetch>();
  try {
    const served = await serveOnLoopback(async (request) => (await opened)(request), port);
    return { ...served, open };
  } catch (error) {
    if (isCode(error, 'EADDRINUSE'))
      throw new StartupError(
        `Port ${port} is in use: choose another one, as in npm start -- --port ${port + 1}.`,
      );
    if (isCode(error, 'EACCES'))
      throw new StartupError(`Port ${port} is not open to you: choose one above 1023 with --port.`);
    throw error;
  }
};

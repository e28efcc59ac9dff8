import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const OURS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where a page was served from; undefined when the request is of no page, or the name is no address. */
const hostOf = (origin: string | undefined): URL | undefined =>
  origin !== undefined && URL.canParse(origin) ? new URL(origin) : undefined;

/**
 * The run listens on this machine only, yet every site that its owner looks at could make a browser call it: so no
 * name but this machine's, and no page but our own.
 */
export const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const host = hostOf(`http://${c.req.header('host')}`);
  const origin = c.req.header('origin');
  if (!host || !OURS.has(host.hostname)) return problem(403, 'Use http://localhost.');
  if (origin !== undefined && hostOf(origin)?.host !== host.host)
    return problem(403, 'Pages of other sites may not use this.');
  return next();
};

import type { MiddlewareHandler } from 'hono';

export type WebhookOutcomes = {
  /** Stands before the program's webhook and notes how each text was answered. */
  readonly observe: MiddlewareHandler;
  /** The status of the first answer to the webhook of this text. */
  readonly of: (sid: string) => Promise<number>;
};

const KEPT = 1000;

/** Joins a text from a phone with what the program answered to the carrier's webhook for it. */
export const createWebhookOutcomes = (): WebhookOutcomes => {
  const seen = new Map<string, number>();
  const waiting = new Map<string, (status: number) => void>();

  const note = (sid: string, status: number): void => {
    if (seen.has(sid)) return;
    seen.set(sid, status);
    waiting.get(sid)?.(status);
    waiting.delete(sid);
    for (const oldest of seen.keys()) {
      if (seen.size <= KEPT) break;
      seen.delete(oldest);
    }
  };

  return {
    observe: async (c, next) => {
      const form = new URLSearchParams(await c.req.raw.clone().text());
      await next();
      const sid = form.get('MessageSid');
      // somebody else may post here too; only what the program took can be the carrier's
      if (sid !== null && c.res.status !== 403) note(sid, c.res.status);
    },
    of: (sid) =>
      new Promise((resolve) => {
        const status = seen.get(sid);
        if (status !== undefined) resolve(status);
        else waiting.set(sid, resolve);
      }),
  };
};

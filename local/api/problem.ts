import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every refusal of the local API: what is wrong, in words. */
export const problem = (status: ContentfulStatusCode, message: string): Response =>
  Response.json({ error: { message } }, { status });

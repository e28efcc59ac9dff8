import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

/** Where a request is wrong, by field: `{ outcome: 'Invalid option ...' }`; `body` or `query` for the whole. */
export type Fields = Readonly<Record<string, string>>;

/** A refusal with a plain reason; the answer is `{ error: { message, fields } }`. */
export const problem = (status: ContentfulStatusCode, message: string, fields: Fields = {}): HTTPException =>
  new HTTPException(status, {
    message,
    res: Response.json({ error: { message, fields } }, { status, headers: { 'cache-control': 'no-store' } }),
  });

/** Checks what came in; throws a 400 that names each wrong field. */
export const check = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.') || where, issue.message]),
  );
  throw problem(400, `This ${where} is not right: ${Object.keys(fields).join(', ')}.`, fields);
};

/**
 * The JSON of a request; an empty body counts as `{}`, anything that is not JSON is a 400. Only `application/json`, which
 * a page of another site cannot send without being allowed to.
 */
export const readJson = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  if (text.trim() === '') return {};
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json'))
    throw problem(415, 'Send application/json.');
  try {
    return JSON.parse(text);
  } catch {
    throw problem(400, 'The body is not JSON.', { body: 'not JSON' });
  }
};

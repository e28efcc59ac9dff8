import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Form parameters as received; one that came twice is an array. */
export type FormParams = Readonly<Record<string, string | readonly string[]>>;

export type FormReading =
  | { readonly kind: 'form'; readonly params: FormParams }
  | { readonly kind: 'refused'; readonly status: 413 | 415 };

/** The carrier's largest webhook is a few kilobytes. */
const BODY_BYTES = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** A header by its name in any case. */
export const headerOf = ({ headers }: APIGatewayProxyEventV2, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

const paramsOf = (body: string): FormParams => {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
};

/** Reads a form from a request, or says with which status to refuse it. Blank values count: they are signed too. */
export const readForm = (event: APIGatewayProxyEventV2): FormReading => {
  const [contentType = ''] = (headerOf(event, 'content-type') ?? '').split(';');
  if (contentType.trim().toLowerCase() !== FORM) return { kind: 'refused', status: 415 };
  const body = bodyOf(event);
  if (Buffer.byteLength(body) > BODY_BYTES) return { kind: 'refused', status: 413 };
  return { kind: 'form', params: paramsOf(body) };
};

/** The first value of every parameter: what the carrier sends once. */
export const firstValues = (params: FormParams): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]),
  );

/** An answer that was not a success, with the words and the fields that the server gave. */
export class RequestError extends Error {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, message: string, fields: Readonly<Record<string, string>>) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
    this.fields = fields;
  }
}

/** The server cannot be reached at all. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The program does not answer.', { cause });
    this.name = 'UnreachableError';
  }
}

type Problem = { readonly error?: { readonly message?: string; readonly fields?: Record<string, string> } };

const readAnswer = async <Answer>(response: Response): Promise<Answer> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as Answer; // the API is built from the same schemas, in the same build
  const { error } = (body ?? {}) as Problem; // every part of it is optional
  throw new RequestError(
    response.status,
    error?.message ?? `The program answered with ${response.status}.`,
    error?.fields ?? {},
  );
};

const request = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (init?.signal?.aborted) throw cause;
    throw new UnreachableError(cause);
  });
  return readAnswer<Answer>(response);
};

export const getJson = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request<Answer>(path, signal ? { signal } : undefined);

export const postJson = <Answer>(path: string, body: unknown): Promise<Answer> =>
  request<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;

/**
 * The carrier could not be asked what became of a text. Keeps the HTTP status and drops the rest: the client's own
 * errors carry the request, and with it the number and the words.
 */
export class CarrierUnreachableError extends Error {
  override readonly name = 'CarrierUnreachableError';
  readonly status: number | undefined;

  constructor(error: unknown) {
    const status = statusOf(error);
    super(`the carrier could not be asked (${status === undefined ? 'no answer' : `HTTP ${status}`})`);
    this.status = status;
  }
}

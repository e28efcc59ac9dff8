/** A stage that cannot be deployed: one line that names the value. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

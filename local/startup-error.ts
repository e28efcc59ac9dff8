/** The run cannot start for a reason that a person can do something about; the message says what, in one line. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

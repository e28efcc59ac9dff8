/** Somebody else changed the same member five times over; nothing was written, and the queue brings it back. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** A claim that may still be at work on the same text; its message comes back and is looked at again. */
export class ClaimInFlightError extends Error {
  override readonly name = 'ClaimInFlightError';
}

import type { MemberId } from '../../domain/ids.ts';

/** A decision that one transaction cannot hold. Nothing of it was written. */
export class DecisionTooLargeError extends Error {
  override readonly name = 'DecisionTooLargeError';

  constructor(memberId: MemberId, writes: number, most: number) {
    super(`a decision for ${memberId} makes ${writes} writes; one transaction holds ${most}`);
  }
}

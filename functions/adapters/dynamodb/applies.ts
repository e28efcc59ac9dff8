import { setTimeout as wait } from 'node:timers/promises';
import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

const TRIES = 6;
const FIRST_WAIT_MILLISECONDS = 10;

/**
 * Runs one conditional write: `false` when its condition did not hold. A write that meets a transaction on the same
 * item is refused unheard, so it is tried again until the transaction is over.
 */
export const applies = async (write: () => Promise<unknown>): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      if (!(error instanceof TransactionConflictException) || attempt === TRIES) throw error;
      await wait(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
};

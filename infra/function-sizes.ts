export type FunctionSize = {
  readonly memoryMegabytes: number;
  /**
   * Concurrent runs that are kept for this function and that it cannot exceed. For a function behind queues at
   * least the sum of their `maxConcurrency`: throttled receives would count as failures.
   */
  readonly reservedConcurrency: number;
};

/** What an account has, less what AWS keeps unreserved. */
export const RESERVABLE_CONCURRENCY = 900;

const SIZES: Readonly<Record<string, FunctionSize>> = {
  'receive-text': { memoryMegabytes: 512, reservedConcurrency: 100 },
  'record-status': { memoryMegabytes: 512, reservedConcurrency: 100 },
  relay: { memoryMegabytes: 512, reservedConcurrency: 100 },
  coach: { memoryMegabytes: 1024, reservedConcurrency: 60 },
  // One at a time: two releases at once would spend the carrier's pace twice.
  'release-due': { memoryMegabytes: 1024, reservedConcurrency: 1 },
  'send-text': { memoryMegabytes: 512, reservedConcurrency: 30 },
  'console-api': { memoryMegabytes: 1024, reservedConcurrency: 50 },
};

/** The size of a function; one that is not in the list stops the synth. */
export const sizeOf = (name: string): FunctionSize => {
  const size = SIZES[name];
  if (size === undefined) throw new Error(`infra/function-sizes.ts has no size for the function ${name}`);
  return size;
};

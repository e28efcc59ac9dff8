type Random = () => number;

/**
 * Mixes records of different items and keeps the order of each item's own: a stream promises no more than that, so
 * nothing may rely on more.
 */
export const shuffleItems = <T>(
  records: readonly T[],
  itemOf: (record: T) => string,
  random: Random = Math.random,
): readonly T[] => {
  const queues = [...Map.groupBy(records, itemOf).values()].map((items) => [...items]);
  const mixed: T[] = [];
  while (queues.length > 0) {
    const at = Math.floor(random() * queues.length);
    const next = queues[at]?.shift();
    if (next !== undefined) mixed.push(next);
    if (queues[at]?.length === 0) queues.splice(at, 1);
  }
  return mixed;
};

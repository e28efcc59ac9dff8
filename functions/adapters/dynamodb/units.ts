import { itemSize } from './item-size.ts';
import type { Item } from './items.ts';
import { TABLE_DEFINITION } from './table-definition.ts';

/** One item written: how it was, how it is. */
export type ItemWrite = {
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
  readonly isTransactional: boolean;
};

type Index = (typeof TABLE_DEFINITION.indexes)[number];

const KILOBYTE = 1024;
const unitsOf = (...items: readonly (Item | undefined)[]): number =>
  Math.max(1, ...items.map((item) => (item ? Math.ceil(itemSize(item) / KILOBYTE) : 0)));

/** What an index keeps of an item; undefined when it is not in the index. */
const entryOf = (item: Item | undefined, { partitionKey, sortKey, includes }: Index): Item | undefined => {
  if (item?.[partitionKey] === undefined || item[sortKey] === undefined) return undefined;
  const attributes = [partitionKey, sortKey, ...includes].filter((name) => item[name] !== undefined);
  return { pk: item.pk, sk: item.sk, ...Object.fromEntries(attributes.map((name) => [name, item[name]])) };
};

/** A moved entry is deleted and put; one whose other attributes change is written once; an equal one costs nothing. */
const indexUnits = ({ before, after }: ItemWrite, index: Index): number => {
  const [old, next] = [entryOf(before, index), entryOf(after, index)];
  if (!old && !next) return 0;
  if (!old || !next) return unitsOf(old, next);
  const hasMoved =
    old[index.partitionKey] !== next[index.partitionKey] || old[index.sortKey] !== next[index.sortKey];
  if (hasMoved) return unitsOf(old) + unitsOf(next);
  return index.includes.some((name) => old[name] !== next[name]) ? unitsOf(old, next) : 0;
};

/**
 * Write units by AWS's rules: one for each started KB of the larger image, twice that in a transaction, and the index
 * entries that move. DynamoDB Local counts transactions wrongly, so nothing else may be used to tell the cost.
 */
export const writeUnits = (writes: readonly ItemWrite[]): number =>
  writes.reduce((sum, write) => {
    const table = unitsOf(write.before, write.after) * (write.isTransactional ? 2 : 1);
    return TABLE_DEFINITION.indexes.reduce((units, index) => units + indexUnits(write, index), sum + table);
  }, 0);

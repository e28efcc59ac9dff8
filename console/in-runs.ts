/** Neighbors that say the same, as one: the newest of them, how many they are, and the oldest. */
export type Run<Item> = { readonly item: Item; readonly oldest: Item; readonly times: number };

/** Folds a list, newest first, so that a page that rang all night is one line and not a hundred. */
export const inRuns = <Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => string,
): readonly Run<Item>[] => {
  const runs: Run<Item>[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && wordsOf(last.item) === wordsOf(item))
      runs[runs.length - 1] = { item: last.item, oldest: item, times: last.times + 1 };
    else runs.push({ item, oldest: item, times: 1 });
  }
  return runs;
};

import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunMapping } from '../../local/stream/run-mapping.ts';
import { shuffleItems } from '../../local/stream/shuffle-items.ts';

const record = (sequence: number, relay = 'safety'): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: String(sequence), NewImage: { relay: { S: relay } } },
});
const sequencesOf = (records: readonly DynamoDBRecord[]) =>
  records.map(({ dynamodb }) => Number(dynamodb?.SequenceNumber));

describe('shuffling records', () => {
  const written = fc.array(fc.record({ item: fc.constantFrom('a', 'b', 'c'), sequence: fc.nat() }));

  it('keeps every record and the order of each item', () => {
    fc.assert(
      fc.property(
        written,
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (records, draws) => {
          const mixed = shuffleItems(
            records,
            ({ item }) => item,
            () => draws.next().value,
          );
          expect(mixed).toHaveLength(records.length);
          for (const item of ['a', 'b', 'c'])
            expect(mixed.filter((each) => each.item === item)).toEqual(
              records.filter((each) => each.item === item),
            );
        },
      ),
    );
  });

  it('does change the order of different items', () => {
    const records = [1, 2, 3].flatMap((sequence) => ['a', 'b'].map((item) => ({ item, sequence })));
    const mixed = shuffleItems(
      records,
      ({ item }) => item,
      () => 0,
    );
    expect(mixed.map(({ item }) => item).join('')).toBe('aaabbb');
  });
});

describe('a stream mapping', () => {
  const run = async (
    records: readonly DynamoDBRecord[],
    answer: (sequences: readonly number[]) => readonly number[] | Error,
  ) => {
    const batches: number[][] = [];
    const givenUp: number[] = [];
    const mapping = createRunMapping({
      carries: 'safety',
      batchSize: 4,
      retries: 3,
      handle: async ({ Records }) => {
        const sequences = sequencesOf(Records);
        batches.push(sequences);
        const failed = answer(sequences);
        if (failed instanceof Error) throw failed;
        return { batchItemFailures: failed.map((each) => ({ itemIdentifier: String(each) })) };
      },
      onFailure: () => {},
      onGivenUp: (left) => givenUp.push(...sequencesOf(left)),
    });
    await mapping(records);
    return { batches, givenUp };
  };

  it('hands over only what it carries, in batches', async () => {
    const records = [record(1), record(2, 'rest'), record(3), record(4), record(5), record(6)];
    const { batches } = await run(records, () => []);
    expect(batches).toEqual([[1, 3, 4, 5], [6]]);
  });

  it('goes back to the first record that failed, and no further', async () => {
    let isFirst = true;
    const { batches, givenUp } = await run([record(1), record(2), record(3)], () => {
      const failed = isFirst ? [2] : [];
      isFirst = false;
      return failed;
    });
    expect(batches).toEqual([[1, 2, 3], [2], [3]]);
    expect(givenUp).toEqual([]);
  });

  it('finds the one bad record by halving, gives that one up, and carries the rest', async () => {
    const { batches, givenUp } = await run(
      [1, 2, 3, 4].map((each) => record(each)),
      (sequences) => (sequences.includes(3) ? new Error('bad') : []),
    );
    expect(givenUp).toEqual([3]);
    for (const good of [1, 2, 4])
      expect(batches.some((batch) => batch.includes(good) && !batch.includes(3))).toBe(true);
  });

  it('takes a failure that it does not know for a failure of the whole batch', async () => {
    const { givenUp } = await run([record(1), record(2)], () => [99]);
    expect(givenUp).toEqual([1, 2]);
  });
});

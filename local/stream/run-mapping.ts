import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { failedItems } from '../runtime/failed-items.ts';

export type Mapping = {
  /** Only items whose `relay` attribute is this reach the function. */
  readonly carries: string;
  readonly batchSize: number;
  readonly retries: number;
  readonly handle: (event: DynamoDBStreamEvent) => Promise<unknown>;
  readonly onFailure: (error: unknown) => void;
  /** Records that were given up after all retries. */
  readonly onGivenUp: (records: readonly DynamoDBRecord[]) => void;
};

const BACK_OFF_MILLISECONDS = 50;

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';

const carriedBy = (carries: string) => (record: DynamoDBRecord) =>
  record.dynamodb?.NewImage?.relay?.S === carries;

/**
 * One stream mapping as on AWS: its filter, batches in order, partial failures from the first failed record on, a batch
 * that throws is halved, and what still fails after the retries goes to the failure queue.
 */
export const createRunMapping = (mapping: Mapping) => {
  const { carries, batchSize, retries, handle, onFailure, onGivenUp } = mapping;

  /** What of the batch has to be tried again. */
  const attempt = async (batch: readonly DynamoDBRecord[]): Promise<readonly DynamoDBRecord[]> => {
    try {
      const failed = failedItems(await handle({ Records: [...batch] }), batch.map(sequenceOf));
      const first = batch.findIndex((record) => failed.has(sequenceOf(record)));
      return first === -1 ? [] : batch.slice(first);
    } catch (error) {
      onFailure(error);
      return batch;
    }
  };

  const runBatch = async (batch: readonly DynamoDBRecord[], tries: number): Promise<void> => {
    const left = await attempt(batch);
    if (left.length === 0) return;
    if (tries === 0) return onGivenUp(left);
    await wait(BACK_OFF_MILLISECONDS * 2 ** (retries - tries));
    const middle = Math.ceil(left.length / 2);
    await runBatch(left.slice(0, middle), tries - 1);
    if (middle < left.length) await runBatch(left.slice(middle), tries - 1);
  };

  return async (records: readonly DynamoDBRecord[]): Promise<void> => {
    const carried = records.filter(carriedBy(carries));
    for (let at = 0; at < carried.length; at += batchSize)
      await runBatch(carried.slice(at, at + batchSize), retries);
  };
};

import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamReader } from './read-stream.ts';
import { shuffleItems } from './shuffle-items.ts';
import { itemOf, lambdaRecord } from './stream-event.ts';

type Options = {
  readonly reader: StreamReader;
  readonly streamArn: string;
  readonly mappings: readonly ((records: readonly DynamoDBRecord[]) => Promise<void>)[];
  readonly onPassed: (record: DynamoDBRecord) => void;
  readonly onFailure: (error: unknown) => void;
};

export type StreamRun = {
  /** Something may have been written: look now. */
  readonly kick: () => void;
  readonly close: () => Promise<void>;
};

const IDLE_MILLISECONDS = 40;

/** Reads the stream and runs the mappings on what it brings, all of them before the next records are read. */
export const runStream = ({ reader, streamArn, mappings, onPassed, onFailure }: Options): StreamRun => {
  let isClosed = false;
  let isKicked = false;
  let wake = () => {};

  const pause = async (): Promise<void> => {
    if (!isKicked && !isClosed)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, IDLE_MILLISECONDS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    isKicked = false;
  };

  const carryOn = async (): Promise<boolean> => {
    const read = await reader.read();
    if (read.length === 0) return false;
    const records = shuffleItems(read, itemOf).map((record) => lambdaRecord(record, streamArn));
    await Promise.all(mappings.map((run) => run(records)));
    reader.keep();
    for (const record of records) onPassed(record);
    return true;
  };

  const run = async (): Promise<void> => {
    while (!isClosed) {
      try {
        if (!(await carryOn())) await pause();
      } catch (error) {
        if (isClosed) return;
        onFailure(error);
        await pause();
      }
    }
  };

  const running = run();
  return {
    kick: () => {
      isKicked = true;
      wake();
    },
    close: async () => {
      isClosed = true;
      wake();
      await running;
    },
  };
};

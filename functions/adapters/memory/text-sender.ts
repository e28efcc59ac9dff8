import { messageSidSchema } from '../../domain/ids.ts';
import type { SendOutcome } from '../../domain/texts/delivery.ts';
import type { TextSender } from '../../ports.ts';

type Sent = Parameters<TextSender['send']>[0];
type Found = Awaited<ReturnType<TextSender['find']>>;

export type MemoryTextSender = TextSender & {
  readonly sent: readonly Sent[];
  /** What the next sends come to, first in first out; an Error is thrown. Without a script a text is accepted. */
  readonly scriptSends: (...outcomes: readonly (SendOutcome | Error)[]) => void;
  /** What the next searches find; an Error is thrown. Without a script nothing is found. */
  readonly scriptFinds: (...results: readonly (Found | Error)[]) => void;
};

const playNext = <Result>(script: (Result | Error)[], otherwise: () => Result): Result => {
  if (script.length === 0) return otherwise();
  const next = script.shift() as Result | Error; // not empty; `undefined` is a result, too
  if (next instanceof Error) throw next;
  return next;
};

/** A carrier by script. It counts every send, so that a test can say "once". */
export const createMemoryTextSender = (): MemoryTextSender => {
  const sent: Sent[] = [];
  const sends: (SendOutcome | Error)[] = [];
  const finds: (Found | Error)[] = [];
  const accepted = (): SendOutcome => ({
    kind: 'accepted',
    sid: messageSidSchema.parse(`SM${sent.length.toString(16).padStart(32, 'f')}`),
    status: 'accepted',
  });
  return {
    sent,
    scriptSends: (...outcomes) => {
      sends.push(...outcomes);
    },
    scriptFinds: (...results) => {
      finds.push(...results);
    },
    send: async (text) => {
      sent.push(text);
      return playNext(sends, accepted);
    },
    find: async () => playNext(finds, () => undefined),
  };
};

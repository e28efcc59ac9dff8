import type { Doorbell } from '../../ports.ts';
import { type SqsQueue, sendMessages } from './send-messages.ts';

/** Rings by a message on the inbox queue: the number's key, and perhaps the id of a text; never what was said. */
export const createSqsDoorbell = (queue: SqsQueue): Doorbell => ({
  ring: (rings) =>
    sendMessages(
      queue,
      rings.map(({ phoneKey, textId }) => JSON.stringify({ phoneKey, textId })),
    ),
});

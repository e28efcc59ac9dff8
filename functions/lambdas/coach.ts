import { z } from 'zod';
import { type PhoneKey, phoneKeySchema, textIdSchema } from '../domain/ids.ts';
import type { Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { ReadInbox } from '../use-cases/read-inbox.ts';
import { lazyHandler } from './lazy-handler.ts';
import { createQueueHandler, type QueueHandler } from './queue-batch.ts';

type Deps = { readonly readInbox: ReadInbox; readonly logger: Logger };

const ringSchema = z.object({ phoneKey: phoneKeySchema, textId: textIdSchema.optional() });

/** Answers the doorbell. Rings of one number wait for each other: side by side they would only meet in conflicts. */
export const createCoachHandler = ({ readInbox, logger }: Deps): QueueHandler => {
  const reading = new Map<PhoneKey, Promise<void>>();

  const inTurn = async (ring: z.infer<typeof ringSchema>): Promise<void> => {
    const { phoneKey } = ring;
    const before = reading.get(phoneKey) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(() => readInbox(ring));
    reading.set(phoneKey, turn);
    try {
      await turn;
    } finally {
      if (reading.get(phoneKey) === turn) reading.delete(phoneKey);
    }
  };

  return createQueueHandler({ name: 'coach', schema: ringSchema, logger, handle: inTurn });
};

export const handler = lazyHandler(async () => createCoachHandler(await container().coach()));

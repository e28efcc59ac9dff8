import { z } from 'zod';
import { textIdSchema } from '../domain/ids.ts';
import type { Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { SendText } from '../use-cases/send-text.ts';
import { lazyHandler } from './lazy-handler.ts';
import { createQueueHandler, type QueueHandler } from './queue-batch.ts';

type Deps = { readonly sendText: SendText; readonly logger: Logger };

/** Sends the texts whose ids the two lanes bring. */
export const createSendTextHandler = ({ sendText, logger }: Deps): QueueHandler =>
  createQueueHandler({
    name: 'send-text',
    schema: z.object({ textId: textIdSchema }),
    logger,
    handle: ({ textId }, { isRedelivery }) => sendText(textId, isRedelivery),
  });

export const handler = lazyHandler(async () => createSendTextHandler(await container().sendText()));

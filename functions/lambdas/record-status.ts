import { z } from 'zod';
import { messageSidSchema, textIdSchema } from '../domain/ids.ts';
import type { Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { RecordStatus } from '../use-cases/record-status.ts';
import { lazyHandler } from './lazy-handler.ts';
import {
  createWebhookHandler,
  emptyAnswer,
  type VerifySignature,
  type WebhookHandler,
} from './webhook-handler.ts';

type Deps = {
  readonly recordStatus: RecordStatus;
  readonly verifySignature: VerifySignature;
  readonly logger: Logger;
};

const statusFormSchema = z.object({
  MessageSid: messageSidSchema,
  MessageStatus: z.string().min(1),
  ErrorCode: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Takes the carrier's status callback; which text it is about stands in the URL that we gave with the text. */
export const createRecordStatusHandler = ({ recordStatus, verifySignature, logger }: Deps): WebhookHandler =>
  createWebhookHandler({
    name: 'record-status',
    verifySignature,
    logger,
    handle: async ({ params, query }) => {
      const form = statusFormSchema.safeParse(params);
      if (!form.success) return emptyAnswer(400);
      const { MessageSid: sid, MessageStatus: word, ErrorCode: errorCode } = form.data;
      const textId = textIdSchema.safeParse(query.get('text'));
      if (textId.success) await recordStatus({ textId: textId.data, sid, word, errorCode });
      else logger.warn('status_without_text', { sid }); // a text that the carrier sent by itself
      return emptyAnswer(200);
    },
  });

export const handler = lazyHandler(async () => createRecordStatusHandler(await container().recordStatus()));

import { z } from 'zod';
import { messageSidSchema } from '../domain/ids.ts';
import type { Logger } from '../ports.ts';
import { container } from '../runtime/container.ts';
import type { ReceiveText } from '../use-cases/receive-text.ts';
import { lazyHandler } from './lazy-handler.ts';
import {
  createWebhookHandler,
  emptyAnswer,
  type VerifySignature,
  type WebhookHandler,
} from './webhook-handler.ts';

type Deps = {
  readonly receiveText: ReceiveText;
  readonly verifySignature: VerifySignature;
  readonly logger: Logger;
};

/** Read leniently: the carrier adds parameters without notice, and no oddity in one may lose a text. */
const inboundFormSchema = z.object({
  MessageSid: messageSidSchema,
  From: z.string().min(1),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).catch(0),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/** No reply: the answer to a text is decided later, by the coach. */
const NO_REPLY = { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>' };

/** Takes the carrier's inbound webhook. */
export const createReceiveTextHandler = ({ receiveText, verifySignature, logger }: Deps): WebhookHandler =>
  createWebhookHandler({
    name: 'receive-text',
    verifySignature,
    logger,
    handle: async ({ params }) => {
      const form = inboundFormSchema.safeParse(params);
      if (!form.success) return emptyAnswer(400);
      const { MessageSid: sid, From: from, Body: body, NumMedia: mediaCount, OptOutType } = form.data;
      await receiveText({ sid, from, body, mediaCount, ...(OptOutType && { optOutType: OptOutType }) });
      return NO_REPLY;
    },
  });

export const handler = lazyHandler(async () => createReceiveTextHandler(await container().receiveText()));

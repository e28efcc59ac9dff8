import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import { phoneNumberSchema } from '../../functions/domain/ids.ts';
import type { HashPhone, MemberRepository } from '../../functions/ports.ts';
import type { Carrier } from '../carrier/create-carrier.ts';
import { problem } from './problem.ts';
import type { WebhookOutcomes } from './webhook-outcomes.ts';

type Deps = {
  readonly carrier: Carrier;
  readonly outcomes: WebhookOutcomes;
  readonly members: Pick<MemberRepository, 'findByPhone'>;
  readonly hashPhone: HashPhone;
};

const textSchema = z.object({
  body: z.string().max(1600).default(''),
  media: z
    .array(z.object({ url: z.string(), contentType: z.string() }))
    .max(10)
    .default([]),
});

const NO_NUMBER = 'That is no phone number in E.164: + and digits, as in +16125550100.';
const NO_TEXT =
  'Send {"body":"BACK"}, at most 1600 characters; "media":[{"url","contentType"}] may stand beside it.';
const ACCEPT_MILLISECONDS = 15_000;
const LOOK_AGAIN_MILLISECONDS = 5;

/** The phones: what they text us, and what they show. The one place where numbers stand in paths (law 9). */
export const createPhoneRoutes = ({ carrier, outcomes, members, hashPhone }: Deps): Hono => {
  /** The carrier answers some keywords without asking the program; then no webhook comes. */
  const isDoneWithout = async (): Promise<undefined> => {
    const until = performance.now() + ACCEPT_MILLISECONDS;
    while (carrier.owes() > 0 && performance.now() < until) await wait(LOOK_AGAIN_MILLISECONDS);
    return undefined;
  };

  const known = async (phone: string) => {
    const number = phoneNumberSchema.safeParse(phone);
    const member = number.success ? await members.findByPhone(hashPhone(number.data)) : undefined;
    const lastAt = carrier.texts(phone).at(-1)?.at;
    return {
      phone,
      ...(member && { memberId: member.member.memberId }),
      ...(lastAt !== undefined && { lastAt }),
    };
  };

  return new Hono()
    .get('/phones', async (c) => c.json({ phones: await Promise.all(carrier.phones().map(known)) }))
    .get('/phones/:e164/texts', (c) => {
      const number = phoneNumberSchema.safeParse(c.req.param('e164'));
      if (!number.success) return problem(400, NO_NUMBER);
      return c.json({ texts: carrier.texts(number.data) });
    })
    .post('/phones/:e164/texts', async (c) => {
      const number = phoneNumberSchema.safeParse(c.req.param('e164'));
      if (!number.success) return problem(400, NO_NUMBER);
      const text = textSchema.safeParse(await c.req.json().catch(() => undefined));
      if (!text.success || (text.data.body === '' && text.data.media.length === 0))
        return problem(400, NO_TEXT);
      const { body, media } = text.data;
      const { sid } = await carrier.receive(number.data, body, { media });
      const status = await Promise.race([outcomes.of(sid), isDoneWithout()]);
      if (status !== undefined && (status < 200 || status > 299))
        return problem(502, `The program answered the webhook with ${status}.`);
      return c.json({ sid }, 202);
    });
};

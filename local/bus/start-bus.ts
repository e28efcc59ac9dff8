import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Served, serveOnLoopback } from '../carrier/serve-on-loopback.ts';

export type BusEvent = {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

const requestSchema = z.object({
  Entries: z
    .array(z.object({ Source: z.string(), DetailType: z.string(), Detail: z.string() }))
    .min(1)
    .max(10),
});
const detailSchema = z.record(z.string(), z.unknown());

const refuse = (type: string, message: string): Response =>
  Response.json({ __type: type, message }, { status: 400 });

/** EventBridge's PutEvents on one machine. Every event goes to everybody who listens, in the order it came. */
export const startBus = (onEvent: (event: BusEvent) => void): Promise<Served> => {
  const put = ({ Source, DetailType, Detail }: z.infer<typeof requestSchema>['Entries'][number]) => {
    try {
      onEvent({ source: Source, detailType: DetailType, detail: detailSchema.parse(JSON.parse(Detail)) });
      return { EventId: randomUUID() };
    } catch {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    }
  };

  const bus = new Hono();
  bus.post('/', async (c) => {
    if (c.req.header('x-amz-target') !== 'AWSEvents.PutEvents')
      return refuse('UnknownOperationException', 'Only PutEvents is known here.');
    const request = requestSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return refuse('ValidationException', 'Between 1 and 10 entries are wanted.');
    const results = request.data.Entries.map(put);
    const failed = results.filter((result) => 'ErrorCode' in result).length;
    return c.json({ FailedEntryCount: failed, Entries: results });
  });
  return serveOnLoopback(bus.fetch, 0);
};

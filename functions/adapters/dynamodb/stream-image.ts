import { z } from 'zod';
import { domainEventSchema } from '../../domain/decision.ts';
import { phoneKeySchema } from '../../domain/ids.ts';
import { textStatusSchema } from '../../domain/texts/delivery.ts';
import { outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import type { Change } from '../../ports.ts';
import { readItem } from './items.ts';
import { readKey } from './keys.ts';

const textImageSchema = z.object({
  lane: outboundTextSchema.unwrap().shape.lane,
  status: textStatusSchema,
  phoneKey: phoneKeySchema,
});

/** Reads a stream record's `NewImage`. Undefined for an item that nothing has to be done about. */
export const readStreamImage = (image: Readonly<Record<string, unknown>>): Change | undefined => {
  const item: Record<string, unknown> = plainMap(image);
  if (item.relay === undefined) return undefined;
  const about = readKey({ pk: String(item.pk), sk: String(item.sk) });
  if (about?.kind === 'inbound') return about;
  if (about?.kind === 'text') return { ...about, ...readItem(textImageSchema, item) };
  if (about?.kind === 'event') return { kind: 'event', event: readItem(domainEventSchema, item) };
  return undefined;
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainMap = (image: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));

/** The types that our items are made of; anything else stays undefined and fails its schema. */
const plain = (attribute: unknown): unknown => {
  if (!isMap(attribute)) return undefined;
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (Array.isArray(attribute.L)) return attribute.L.map(plain);
  return isMap(attribute.M) ? plainMap(attribute.M) : undefined;
};

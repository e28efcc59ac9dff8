import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { phoneNumberSchema } from '../../functions/domain/ids.ts';
import { type Instant, toInstant } from '../../functions/domain/time.ts';

/** Where the clock is to go. `isOutage`: the schedule does not run on the way, and once at the end. */
export type JumpRequest =
  | { readonly kind: 'next_text'; readonly phone?: string | undefined }
  | { readonly kind: 'to'; readonly at: Instant; readonly isOutage: boolean };

export type ReadJump =
  | { readonly kind: 'ok'; readonly request: JumpRequest }
  | { readonly kind: 'refused'; readonly message: string };

const ALLOWED =
  'Send one of {"until":"next-text"} (and "phone":"+16125550100" to follow one phone), {"advance":"P1D"} ' +
  '(an ISO 8601 duration) or {"to":"2027-03-01T15:00:00Z"}; "outage":true beside the last two stops the schedule on the way.';

const bodySchema = z.union([
  z.strictObject({ until: z.literal('next-text'), phone: phoneNumberSchema.optional() }),
  z.strictObject({ advance: z.string(), outage: z.boolean().optional() }),
  z.strictObject({ to: z.string(), outage: z.boolean().optional() }),
]);

const LONGEST_DAYS = 400;

const refuse = (message: string): ReadJump => ({ kind: 'refused', message });

const addDuration = (now: Instant, duration: string): Instant =>
  toInstant(Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add(duration).toInstant().toString());

/** Whatever it is that Temporal does not understand, it says so with a RangeError. */
const readTarget = (now: Instant, body: { readonly advance: string } | { readonly to: string }) => {
  try {
    return 'advance' in body ? addDuration(now, body.advance) : toInstant(body.to);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Reads the body of a request to move the clock; time only goes forward. */
export const readJump = (body: unknown, now: Instant): ReadJump => {
  const read = bodySchema.safeParse(body);
  if (!read.success) return refuse(ALLOWED);
  if ('until' in read.data)
    return { kind: 'ok', request: { kind: 'next_text', ...(read.data.phone && { phone: read.data.phone }) } };
  const at = readTarget(now, read.data);
  if (at === undefined) return refuse(`That is no ${'to' in read.data ? 'instant' : 'duration'}. ${ALLOWED}`);
  if (at < now) return refuse(`The clock only goes forward, and it is ${now}.`);
  if (at > addDuration(now, `P${LONGEST_DAYS}D`)) return refuse(`At most ${LONGEST_DAYS} days at a time.`);
  return { kind: 'ok', request: { kind: 'to', at, isOutage: read.data.outage ?? false } };
};

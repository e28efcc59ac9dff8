import { z } from 'zod';

/** A random, meaningless name for a member; safe in keys, logs, URLs and events. */
export const memberIdSchema = z
  .string()
  .regex(/^mem_[0-9A-Za-z]{8,40}$/)
  .brand<'MemberId'>();
export type MemberId = z.infer<typeof memberIdSchema>;

/** A keyed hash of a phone number: the only form of it that may leave an item's attributes (law 9). */
export const phoneKeySchema = z
  .string()
  .regex(/^[0-9A-Za-z_-]{22,64}$/)
  .brand<'PhoneKey'>();
export type PhoneKey = z.infer<typeof phoneKeySchema>;

/** An E.164 number. Personal data: never in a key, log line, event, URL or queue. */
export const phoneNumberSchema = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .brand<'PhoneNumber'>();
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** The carrier's name for one text, in or out. */
export const messageSidSchema = z
  .string()
  .regex(/^(SM|MM)[0-9a-f]{32}$/)
  .brand<'MessageSid'>();
export type MessageSid = z.infer<typeof messageSidSchema>;

/**
 * Names one outbound text: `<memberId>~<planned instant>~<cause>`. It rides in the status-callback URL,
 * so a callback finds its text even when the carrier's answer to the send was lost.
 */
export const textIdSchema = z
  .string()
  .regex(/^mem_[0-9A-Za-z]+~[0-9TZ:.-]+~[0-9A-Za-z._-]+$/)
  .brand<'TextId'>();
export type TextId = z.infer<typeof textIdSchema>;

/** Names one escalation: `<memberId>~<cause>`. */
export const escalationIdSchema = z
  .string()
  .regex(/^mem_[0-9A-Za-z]+~[0-9A-Za-z._-]+$/)
  .brand<'EscalationId'>();
export type EscalationId = z.infer<typeof escalationIdSchema>;

/** What made something happen (a MessageSid, a due reason with its instant, a staff act): the source of every other id. */
export const causeSchema = z
  .string()
  .regex(/^[0-9A-Za-z._-]{1,120}$/)
  .brand<'Cause'>();
export type Cause = z.infer<typeof causeSchema>;

export const textIdOf = (memberId: MemberId, plannedAt: string, cause: Cause): TextId =>
  textIdSchema.parse(`${memberId}~${plannedAt}~${cause}`);

export const escalationIdOf = (memberId: MemberId, cause: Cause): EscalationId =>
  escalationIdSchema.parse(`${memberId}~${cause}`);

/** The member that a text or an escalation belongs to. */
export const memberIdOf = (id: TextId | EscalationId): MemberId => memberIdSchema.parse(id.split('~')[0]);

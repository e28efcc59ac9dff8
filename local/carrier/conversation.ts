import { countSegments } from '../../functions/domain/program/segments.ts';
import type { StoredText } from './stored-text.ts';

/** One text as a phone shows it: `in` from the member to the program, `out` to the member. */
export type PhoneText = {
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly status: StoredText['status'];
  readonly segments: number;
  readonly media?: StoredText['media'];
};

const phoneText = (text: StoredText): PhoneText => ({
  at: text.createdAt,
  direction: text.direction === 'inbound' ? 'in' : 'out',
  body: text.body,
  status: text.status,
  segments: countSegments(text.body),
  ...(text.media.length > 0 ? { media: text.media } : {}),
});

const phoneOf = ({ direction, from, to }: StoredText): string =>
  direction === 'inbound' ? (from ?? '') : to;

/** What one phone has sent and been sent, oldest first, the carrier's own answers among it. */
export const conversationOf = (texts: Iterable<StoredText>, e164: string): readonly PhoneText[] =>
  [...texts].filter((text) => phoneOf(text) === e164).map(phoneText);

/** Every number that was ever part of a conversation, in the order of its first text. */
export const phonesIn = (texts: Iterable<StoredText>): readonly string[] => [
  ...new Set([...texts].map(phoneOf)),
];

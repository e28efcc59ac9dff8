import { randomUUID } from 'node:crypto';
import { countSegments } from '../../functions/domain/program/segments.ts';
import type { Faults } from './faults.ts';
import { planJourney } from './handsets.ts';
import type { Delivery, Entry } from './journal.ts';
import type { Journeys } from './journeys.ts';
import type { Ledger } from './ledger.ts';
import { newText } from './new-text.ts';
import {
  DEFAULT_REPLIES,
  type OptOutMode,
  type OptOutReplies,
  type OptOutWord,
  readOptOutWord,
} from './opt-out-words.ts';
import type { Postman } from './postman.ts';
import type { Media, StoredText } from './stored-text.ts';

type ReceiveDeps = {
  readonly ledger: Ledger;
  readonly postman: Postman;
  readonly journeys: Journeys;
  readonly faults: Faults;
  readonly clock: { readonly now: () => string };
  readonly accountSid: string;
  readonly messagingServiceSid: string;
  readonly sender: string;
  readonly inboundUrl: string;
  readonly optOut: OptOutMode;
  readonly optOutReplies: OptOutReplies;
};

/** Takes a text from a handset. It counts, also after a crash, once this answers; the webhook follows. */
export type ReceiveText = (
  from: string,
  body: string,
  extra?: { readonly media?: readonly Media[] },
) => Promise<{ readonly sid: string }>;

const REPLY_VALID_HOURS = 10;
const LONGEST = 1600;

const mediaParams = (media: readonly Media[]): Record<string, string> =>
  Object.fromEntries(
    media.flatMap(({ url, contentType }, index) => [
      [`MediaUrl${index}`, url],
      [`MediaContentType${index}`, contentType],
    ]),
  );

export const createReceiveText = (deps: ReceiveDeps): ReceiveText => {
  const { ledger, postman, journeys, faults, clock, accountSid, messagingServiceSid, sender, optOut } = deps;
  const isAdvanced = optOut === 'advanced';
  const replies = isAdvanced ? deps.optOutReplies : DEFAULT_REPLIES;

  const webhookParams = (text: StoredText, word: OptOutWord | undefined): Record<string, string> => ({
    ToCountry: 'US',
    ToState: '',
    ToCity: '',
    ToZip: '',
    FromCountry: 'US',
    FromState: '',
    FromCity: '',
    FromZip: '',
    SmsMessageSid: text.sid,
    SmsSid: text.sid,
    MessageSid: text.sid,
    SmsStatus: 'received',
    AccountSid: accountSid,
    MessagingServiceSid: messagingServiceSid,
    ApiVersion: '2010-04-01',
    From: text.from ?? '',
    To: text.to,
    Body: text.body,
    NumSegments: String(countSegments(text.body)),
    NumMedia: String(text.media.length),
    ...mediaParams(text.media),
    ...(isAdvanced && word ? { OptOutType: word.action.toUpperCase() } : {}),
  });

  const reply = (to: string, { action, language }: OptOutWord, now: string): StoredText => {
    const validUntil = new Date(Date.parse(now) + REPLY_VALID_HOURS * 3_600_000).toISOString();
    return newText({
      direction: 'outbound-reply',
      from: sender,
      to,
      body: replies[action][language],
      serviceSid: messagingServiceSid,
      status: 'queued',
      now,
      validUntil,
      plan: planJourney({ to, now, validUntil, isBlocked: false }).filter(
        ({ status }) => status !== 'queued',
      ),
    });
  };

  /** Whether the carrier answers the word itself, and what it changes. */
  const react = (from: string, word: OptOutWord | undefined) => {
    const isOut = ledger.optedOut.has(from);
    const changes: Entry[] = [];
    if (word?.action === 'stop' && !isOut) changes.push({ kind: 'opted_out', number: from });
    if (word?.action === 'start' && isOut) changes.push({ kind: 'opted_in', number: from });
    // STOP is confirmed once, HELP to somebody who is out stays unanswered, START is always answered when it is ours
    const isAnswered = word?.action === 'start' ? isAdvanced || isOut : word !== undefined && !isOut;
    return { changes, isAnswered, isForwarded: isAdvanced || word?.action !== 'help' };
  };

  const owe = (text: StoredText, word: OptOutWord | undefined): readonly Delivery[] =>
    Array.from({ length: faults.takeWebhookCopies() }, () => {
      const id = randomUUID();
      const params = webhookParams(text, word);
      return { id, purpose: 'inbound', sid: text.sid, lane: id, url: deps.inboundUrl, params };
    });

  return async (from, body, { media = [] } = {}) => {
    if (!/^\+[1-9]\d{6,14}$/.test(from)) throw new RangeError('not an E.164 number');
    if (body.length > LONGEST) throw new RangeError(`longer than ${LONGEST} characters`);
    const now = clock.now();
    const word = readOptOutWord(body, optOut);
    const text = newText({
      direction: 'inbound',
      from,
      to: sender,
      body,
      media,
      serviceSid: messagingServiceSid,
      status: 'received',
      now,
    });
    const { changes, isAnswered, isForwarded } = react(from, word);
    const answer = word && isAnswered ? [reply(from, word, now)] : [];
    const owed = isForwarded ? owe(text, word) : [];
    ledger.commit([
      { kind: 'text', text },
      ...changes,
      ...answer.map((each) => ({ kind: 'text' as const, text: each })),
      ...owed.map((delivery) => ({ kind: 'owed' as const, delivery })),
    ]);
    for (const { sid } of answer) journeys.follow(sid);
    postman.deliver(owed);
    return { sid: text.sid };
  };
};

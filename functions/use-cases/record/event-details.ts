import { type DomainEvent, pageWhySchema } from '../../domain/decision.ts';
import { attentionWhySchema } from '../../domain/enrollment/member.ts';
import { contactOutcomeSchema, tierSchema } from '../../domain/escalation/escalation.ts';
import { flagSchema } from '../../domain/flags.ts';
import { localDateSchema } from '../../domain/time.ts';
import { sayDate } from './say-time.ts';
import {
  ATTENTION_WORDS,
  CONTACT_WORDS,
  FLAG_WORDS,
  LAPSED_WORDS,
  PAGE_WHY_WORDS,
  TIER_TITLES,
  TRACK_WORDS,
} from './words.ts';

export type Detail = DomainEvent['detail'];

/** What one event's detail adds to its line. A detail that is not understood adds nothing: old events stay readable. */
export type Tell = (detail: Detail) => string | undefined;

const wordsFor = (words: Readonly<Record<string, string>>, value: unknown): string | undefined =>
  typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : undefined;

const list = (value: Detail[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

export const textOf = (detail: Detail, name: string): string | undefined => {
  const value = detail[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

export const nothing: Tell = () => undefined;

export const flagsOrTier: Tell = (detail) => {
  const flags = list(detail.flags).flatMap((flag) => {
    const known = flagSchema.safeParse(flag);
    return known.success ? [FLAG_WORDS[known.data]] : [];
  });
  if (flags.length > 0) return flags.join(', ');
  const tier = tierSchema.safeParse(detail.tier);
  return tier.success ? TIER_TITLES[tier.data] : undefined;
};

export const pageWhy: Tell = ({ why }) => {
  const known = pageWhySchema.safeParse(why);
  return known.success ? PAGE_WHY_WORDS[known.data] : undefined;
};

export const attention: Tell = ({ why }) =>
  list(why)
    .flatMap((one) => {
      const known = attentionWhySchema.safeParse(one);
      return known.success ? [ATTENTION_WORDS[known.data]] : [];
    })
    .join('; ') || undefined;

export const contact: Tell = ({ outcome }) => {
  const known = contactOutcomeSchema.safeParse(outcome);
  return known.success ? CONTACT_WORDS[known.data].toLowerCase() : undefined;
};

export const day: Tell = (detail) => textOf(detail, 'day') && `day ${textOf(detail, 'day')}`;

export const score: Tell = (detail) => textOf(detail, 'value') && `${textOf(detail, 'value')} of 10`;

export const until: Tell = (detail) => {
  const date = localDateSchema.safeParse(detail.until);
  return date.success ? `until ${sayDate(date.data)}` : undefined;
};

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' };

export const preference: Tell = (detail) => {
  const hour = textOf(detail, 'hour');
  const zone = textOf(detail, 'timeZone');
  return (
    (hour && `texts at ${hour}`) ?? (zone && `time zone ${zone}`) ?? wordsFor(LANGUAGES, detail.language)
  );
};

export const track: Tell = (detail) => wordsFor(TRACK_WORDS, detail.track);

export const lapsed: Tell = (detail) => wordsFor(LAPSED_WORDS, detail.why);

export const optedOut: Tell = (detail) => {
  if (detail.isWrongNumber === true) return 'this is somebody else’s number';
  return detail.how === 'carrier' ? 'through the carrier' : undefined;
};

export const release: Tell = ({ how }) =>
  how === 'misread' ? 'it was misread, nobody had to be contacted' : undefined;

export const answer: Tell = (detail) => textOf(detail, 'answer')?.toUpperCase();

export const followUp: Tell = ({ isReached }) =>
  typeof isReached === 'boolean' ? (isReached ? 'YES, somebody has seen them' : 'NO, not yet') : undefined;

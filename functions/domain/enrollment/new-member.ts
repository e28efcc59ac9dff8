import type { Moment } from '../decision.ts';
import type { Language } from '../flags.ts';
import type { Program } from '../program/program.ts';
import type { InboundText } from '../texts/inbound-text.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { Member } from './member.ts';

/** The keyword so long after the end starts a new member on that number. */
const NEW_MEMBER_AFTER_DAYS = 90;

const spoken = (body: string): string => body.trim().toLowerCase();

/** The language that a keyword stands for; undefined when the text is none. */
export const keywordLanguage = (program: Program, body: string): Language | undefined => {
  const { en, es } = program.content.keywords;
  if (es.some((keyword) => spoken(keyword) === spoken(body))) return 'es';
  return en.some((keyword) => spoken(keyword) === spoken(body)) ? 'en' : undefined;
};

/** Somebody who texts us for the first time: a visitor, whose zone is guessed from the area code. */
export const newMember = (program: Program, inbound: InboundText, { now, newMemberId }: Moment): Member => ({
  memberId: newMemberId,
  phoneKey: inbound.phoneKey,
  phone: inbound.from,
  version: 0,
  language: keywordLanguage(program, inbound.body) ?? program.readReply(inbound.body).language,
  state: { status: 'visitor' },
  consent: { is: 'none', isCarrierBlocked: false },
  reach: 'ok',
  enrollments: 0,
  hour: program.content.hours.default,
  zones: program.places.zonesOfNumber(inbound.from),
  zoneSource: 'area_code',
  attention: [],
  createdAt: now,
});

const isLongOver = ({ state }: Member, now: Instant): boolean =>
  state.status === 'completed' && daysBetween(state.at, now) >= NEW_MEMBER_AFTER_DAYS;

/**
 * Whether this text starts a new member on a number that somebody had: after "wrong number" whoever texts is another
 * person; after 90 days the keyword is a new beginning. Never while a red flag is open: that stays with its record.
 */
export const replacesMember = (
  program: Program,
  member: Member,
  inbound: InboundText,
  now: Instant,
): boolean => {
  if (member.hold !== undefined) return false;
  const isWrongNumber = member.state.status === 'lapsed' && member.state.why === 'wrong_number';
  if (!isWrongNumber && !isLongOver(member, now)) return false;
  const { intent } = program.readWant(inbound.body);
  return intent === 'join' || intent === 'opt_in';
};

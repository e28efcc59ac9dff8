import { type DomainEvent, type EventType, pageWhySchema } from '../../domain/decision.ts';
import { attentionWhySchema } from '../../domain/enrollment/member.ts';
import { contactOutcomeSchema, tierSchema } from '../../domain/escalation/escalation.ts';
import { flagSchema } from '../../domain/flags.ts';
import type { TimelineEntry } from './record-schema.ts';
import {
  ATTENTION_WORDS,
  CONTACT_WORDS,
  FLAG_WORDS,
  NOT_SENT_WORDS,
  PAGE_WHY_WORDS,
  TIER_TITLES,
} from './words.ts';

type Detail = DomainEvent['detail'];

/** What the event's detail adds to its line; details that are not understood add nothing. */
const text = (detail: Detail, name: string): string | undefined => {
  const value = detail[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

const flags = (detail: Detail): string | undefined => {
  const list = detail.flags;
  if (!Array.isArray(list)) return undefined;
  const words = list.flatMap((flag) => {
    const known = flagSchema.safeParse(flag);
    return known.success ? [FLAG_WORDS[known.data]] : [];
  });
  return words.join(', ') || undefined;
};

const tier = (detail: Detail): string | undefined => {
  const known = tierSchema.safeParse(detail.tier);
  return known.success ? TIER_TITLES[known.data] : undefined;
};

const pageWhy = (detail: Detail): string | undefined => {
  const known = pageWhySchema.safeParse(detail.why);
  return known.success ? PAGE_WHY_WORDS[known.data] : undefined;
};

const attention = (detail: Detail): string | undefined => {
  const known = attentionWhySchema.safeParse(detail.why);
  return known.success ? ATTENTION_WORDS[known.data] : undefined;
};

const contact = (detail: Detail): string | undefined => {
  const known = contactOutcomeSchema.safeParse(detail.outcome);
  return known.success ? CONTACT_WORDS[known.data].toLowerCase() : undefined;
};

const skipReason = (detail: Detail): string | undefined =>
  Object.entries(NOT_SENT_WORDS).find(([reason]) => reason === (detail.reason ?? detail.why))?.[1];

const day = (detail: Detail): string | undefined => text(detail, 'day') && `day ${text(detail, 'day')}`;

const preference = (detail: Detail): string | undefined => {
  const what = text(detail, 'what');
  const value = text(detail, 'value') ?? text(detail, 'to');
  return what && value ? `${what} ${value}` : (what ?? value);
};

const release = (detail: Detail): string | undefined =>
  detail.how === 'misread' ? 'it was misread, nobody had to be contacted' : undefined;

const answer = (detail: Detail): string | undefined => text(detail, 'answer')?.toUpperCase();

const nothing = (): undefined => undefined;

const LINES: Readonly<Record<EventType, readonly [string, (detail: Detail) => string | undefined]>> = {
  'MemberInvited.v1': ['Invited to the program', nothing],
  'MemberConsented.v1': ['Agreed to texts', nothing],
  'MemberOptedOut.v1': ['Opted out', nothing],
  'MemberEnrolled.v1': ['Joined the program', nothing],
  'MemberPaused.v1': ['Paused', (detail) => text(detail, 'until') && `until ${text(detail, 'until')}`],
  'MemberResumed.v1': ['Resumed', nothing],
  'MemberLapsed.v1': ['Stopped', nothing],
  'MemberCompleted.v1': ['Finished the six weeks', nothing],
  'MemberUnreachable.v1': ['Texts do not reach this number', nothing],
  'MemberReplaced.v1': ['A new person has this number now', nothing],
  'PreferenceChanged.v1': ['Changed a preference', preference],
  'ScoreReported.v1': ['Pain score', (detail) => text(detail, 'value') && `${text(detail, 'value')} of 10`],
  'DayDone.v1': ['Did the exercises', day],
  'DaySkipped.v1': ['Did not do the exercises', (detail) => skipReason(detail) ?? day(detail)],
  'ReplyHeldBack.v1': ['A repeated automatic answer was held back', nothing],
  'EchoReceived.v1': ['Sent one of our own texts back', nothing],
  'SafetyQuestionAsked.v1': ['Asked the safety question', flags],
  'SafetyQuestionAnswered.v1': ['Answered the safety question', answer],
  'AttentionNeeded.v1': ['Somebody should look', attention],
  'AttentionResolved.v1': ['Looked after', attention],
  'EscalationOpened.v1': ['Red flag', (detail) => flags(detail) ?? tier(detail)],
  'EscalationRaised.v1': ['A further red flag', (detail) => flags(detail) ?? tier(detail)],
  'EscalationAcknowledged.v1': ['Acknowledged', nothing],
  'ContactLogged.v1': ['Contact', contact],
  'EscalationReleased.v1': ['Hold released', release],
  'FollowUpAnswered.v1': ['Answered the follow-up', answer],
  'StaffPaged.v1': ['Staff paged', pageWhy],
  'RecordViewed.v1': ['Record viewed', nothing],
};

/** One event as one line: what happened, what it was about, and who did it when somebody of staff did. */
export const tellEvent = (event: DomainEvent): TimelineEntry => {
  const [line, more] = LINES[event.type];
  const about = more(event.detail);
  const by = text(event.detail, 'by');
  return {
    at: event.at,
    type: event.type,
    words: about ? `${line}: ${about}` : line,
    ...(by && { by }),
  };
};

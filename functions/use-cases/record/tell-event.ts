import type { DomainEvent, EventType } from '../../domain/decision.ts';
import * as about from './event-details.ts';
import type { TimelineEntry } from './record-schema.ts';

const LINES: Readonly<Record<EventType, readonly [string, about.Tell]>> = {
  'MemberInvited.v1': ['Invited to the program', about.nothing],
  'MemberConsented.v1': ['Agreed to texts', about.nothing],
  'MemberOptedOut.v1': ['Opted out', about.optedOut],
  'MemberEnrolled.v1': ['Joined the program', about.track],
  'MemberPaused.v1': ['Paused', about.until],
  'MemberResumed.v1': ['Resumed', about.nothing],
  'MemberLapsed.v1': ['Stopped', about.lapsed],
  'MemberCompleted.v1': ['Finished the six weeks', about.nothing],
  'MemberUnreachable.v1': ['Texts do not reach this number', about.nothing],
  'MemberReplaced.v1': ['A new person has this number now', about.nothing],
  'PreferenceChanged.v1': ['Changed a preference', about.preference],
  'ScoreReported.v1': ['Pain score', about.score],
  'DayDone.v1': ['Did the exercises', about.day],
  'DaySkipped.v1': ['Did not do the exercises', about.day],
  'ReplyHeldBack.v1': ['A repeated automatic answer was held back', about.nothing],
  'EchoReceived.v1': ['Sent one of our own texts back', about.nothing],
  'SafetyQuestionAsked.v1': ['Asked the safety question', about.flagsOrTier],
  'SafetyQuestionAnswered.v1': ['Answered the safety question', about.answer],
  'AttentionNeeded.v1': ['Somebody should look', about.attention],
  'AttentionResolved.v1': ['Looked after', about.attention],
  'EscalationOpened.v1': ['Red flag', about.flagsOrTier],
  'EscalationRaised.v1': ['A further red flag', about.flagsOrTier],
  'EscalationAcknowledged.v1': ['Red flag acknowledged', about.nothing],
  'ContactLogged.v1': ['Contact', about.contact],
  'EscalationReleased.v1': ['Hold released', about.release],
  'FollowUpAnswered.v1': ['Answered the follow-up', about.followUp],
  'StaffPaged.v1': ['Staff paged', about.pageWhy],
  'RecordViewed.v1': ['Record viewed', about.nothing],
};

/** One event as one line: what happened, what it was about, and who did it when somebody of staff did. */
export const tellEvent = (event: DomainEvent): TimelineEntry => {
  const [line, tell] = LINES[event.type];
  const more = tell(event.detail);
  const by = about.textOf(event.detail, 'by');
  const { at, cause, type } = event;
  return { at, cause, type, words: more ? `${line}: ${more}` : line, ...(by && { by }) };
};

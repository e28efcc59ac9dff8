import type { EventType } from '../../domain/decision.ts';

const AREAS = {
  'MemberInvited.v1': 'enrollment',
  'MemberConsented.v1': 'enrollment',
  'MemberOptedOut.v1': 'enrollment',
  'MemberEnrolled.v1': 'enrollment',
  'MemberPaused.v1': 'enrollment',
  'MemberResumed.v1': 'enrollment',
  'MemberLapsed.v1': 'enrollment',
  'MemberCompleted.v1': 'enrollment',
  'MemberUnreachable.v1': 'enrollment',
  'MemberReplaced.v1': 'enrollment',
  'PreferenceChanged.v1': 'enrollment',
  'ScoreReported.v1': 'program',
  'DayDone.v1': 'program',
  'DaySkipped.v1': 'program',
  'ReplyHeldBack.v1': 'conversation',
  'EchoReceived.v1': 'conversation',
  'SafetyQuestionAsked.v1': 'escalation',
  'SafetyQuestionAnswered.v1': 'escalation',
  'AttentionNeeded.v1': 'staff',
  'AttentionResolved.v1': 'staff',
  'EscalationOpened.v1': 'escalation',
  'EscalationRaised.v1': 'escalation',
  'EscalationAcknowledged.v1': 'escalation',
  'ContactLogged.v1': 'escalation',
  'EscalationReleased.v1': 'escalation',
  'FollowUpAnswered.v1': 'escalation',
  'StaffPaged.v1': 'staff',
  'RecordViewed.v1': 'staff',
} as const satisfies Record<EventType, string>;

/** The part of the program that an event comes from: the last word of its source, `coaching.<area>`. */
export const areaOf = (type: EventType): string => AREAS[type];

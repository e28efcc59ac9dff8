import type { Aggregate, Decision, Message, Moment } from './decision.ts';
import { type Draft, emit } from './draft.ts';
import { nextDue } from './due.ts';
import { newMember, replacesMember } from './enrollment/new-member.ts';
import { escalate } from './escalation/escalate.ts';
import { type Cause, causeSchema } from './ids.ts';
import { onDelivery } from './on-delivery.ts';
import { onStaff } from './on-staff.ts';
import { onText } from './on-text.ts';
import { onTick } from './on-tick.ts';
import type { Program } from './program/program.ts';
import type { InboundText } from './texts/inbound-text.ts';

/** A tick or a callback has no id of its own; the version that it meets makes one that repeats give again. */
const causeOf = (message: Message, version: number): Cause => {
  switch (message.kind) {
    case 'text':
    case 'unreadable':
      return causeSchema.parse(message.inbound.sid);
    case 'tick':
      return causeSchema.parse(`tick.${version}`);
    case 'delivery':
      return causeSchema.parse(`delivery.${version}`);
    case 'staff':
      return message.act.actId;
    default:
      return message satisfies never;
  }
};

const unreadable = (draft: Draft, inbound: InboundText): Draft =>
  escalate(
    { ...draft, decided: { sid: inbound.sid, status: 'unreadable' } },
    { flags: [], evidence: [], isOverdose: false, source: 'unreadable' },
  );

const answer = (draft: Draft, message: Message): Draft => {
  switch (message.kind) {
    case 'text':
      return onText(draft, message.inbound);
    case 'unreadable':
      return unreadable(draft, message.inbound);
    case 'tick':
      return onTick(draft);
    case 'delivery':
      return onDelivery(draft, message);
    case 'staff':
      return onStaff(draft, message.act);
    default:
      return message satisfies never;
  }
};

const start = (
  program: Program,
  aggregate: Aggregate | undefined,
  message: Message,
  moment: Moment,
): Draft => {
  const fresh = {
    program,
    now: moment.now,
    isEscalationChanged: false,
    skipped: [],
    events: [],
  };
  const isText = message.kind === 'text' || message.kind === 'unreadable';
  if (
    aggregate !== undefined &&
    !(isText && replacesMember(program, aggregate.member, message.inbound, moment.now))
  ) {
    const cause = causeOf(message, aggregate.member.version);
    return {
      ...fresh,
      cause,
      member: aggregate.member,
      escalation: aggregate.escalation,
      isNewMember: false,
    };
  }
  if (!isText) throw new RangeError(`a ${message.kind} needs a member`);
  const member = newMember(program, message.inbound, moment);
  const draft: Draft = { ...fresh, cause: causeOf(message, 0), member, isNewMember: true };
  return aggregate === undefined
    ? draft
    : emit(draft, 'MemberReplaced.v1', { before: aggregate.member.memberId });
};

const finish = (draft: Draft): Decision => {
  const isOpen = draft.escalation !== undefined && draft.escalation.status !== 'closed';
  const aggregate: Aggregate = isOpen
    ? { member: draft.member, escalation: draft.escalation }
    : { member: draft.member };
  return {
    member: draft.member,
    isNewMember: draft.isNewMember,
    replaces: draft.replaces,
    ...(draft.isEscalationChanged ? { escalation: draft.escalation } : {}),
    due: nextDue(draft.program, aggregate),
    text: draft.text,
    skipped: draft.skipped,
    events: draft.events,
    consent: draft.consent,
    revokes: draft.revokes,
    decided: draft.decided,
    staff: draft.staff,
  };
};

/**
 * The one judgment of the program: given a member as loaded and what happened, everything that follows. Pure and
 * total for texts; a tick, a callback or a staff act needs a member (RangeError otherwise).
 */
export const decide = (
  program: Program,
  aggregate: Aggregate | undefined,
  message: Message,
  moment: Moment,
): Decision => finish(answer(start(program, aggregate, message, moment), message));

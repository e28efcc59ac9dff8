import type { Member } from '../../domain/enrollment/member.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { EscalationView } from './escalation-schema.ts';
import { sayPhone } from './say-phone.ts';
import {
  CONTACT_WORDS,
  FLAG_WORDS,
  FOLLOW_UP_WORDS,
  SOURCE_WORDS,
  TIER_TITLES,
  TOLD_WORDS,
} from './words.ts';

const toldWords = (told: Escalation['told']): string =>
  told.delivery === 'nothing_sent'
    ? 'Nothing was sent to the member'
    : `Safety text ${told.key.toUpperCase()}`;

const toDo = (escalation: Escalation): string | undefined => {
  if (escalation.status === 'closed') return undefined;
  if (escalation.status === 'open') return 'Somebody must acknowledge this';
  const isReached = escalation.contacts.some((contact) => contact.outcome === 'reached');
  return isReached
    ? 'A clinician releases the hold when it is safe to go on'
    : 'Phone the member and log the contact';
};

const followUpOf = (escalation: Escalation): EscalationView['followUp'] => {
  const asked = escalation.asked;
  if (asked) return { at: asked.at, words: `${FOLLOW_UP_WORDS[asked.key]}: asked, no answer yet` };
  const next = [...escalation.followUps].sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return next && { at: next.at, words: FOLLOW_UP_WORDS[next.key] };
};

/** An escalation with who it is about, in words that staff can act on. The phone is for staff's eyes only. */
export const viewEscalation = (escalation: Escalation, member: Member): EscalationView => {
  const { closed, page } = escalation;
  const todo = toDo(escalation);
  const followUp = closed ? undefined : followUpOf(escalation);
  return {
    escalationId: escalation.escalationId,
    memberId: escalation.memberId,
    phone: sayPhone(member.phone),
    language: member.language,
    timeZone: member.zones[0] as EscalationView['timeZone'], // the schema asks for at least one
    isOptedOut: member.consent.is === 'out',
    status: escalation.status,
    tier: escalation.tier,
    title: TIER_TITLES[escalation.tier],
    urgency: escalation.urgency,
    flags: escalation.flags.map((flag) => ({ flag, words: FLAG_WORDS[flag] })),
    evidence: escalation.evidence,
    sourceWords: SOURCE_WORDS[escalation.source],
    openedAt: escalation.openedAt,
    ...(todo && { toDo: todo }),
    page: closed ? { count: page.count, rung: page.rung } : page,
    ...(escalation.acknowledged && { acknowledged: escalation.acknowledged }),
    ...(!closed && escalation.contactDueAt && { contactDueAt: escalation.contactDueAt }),
    contacts: escalation.contacts.map((contact) => ({ ...contact, words: CONTACT_WORDS[contact.outcome] })),
    ...(followUp && { followUp }),
    told: {
      key: escalation.told.key,
      words: toldWords(escalation.told),
      delivery: escalation.told.delivery,
      deliveryWords: TOLD_WORDS[escalation.told.delivery],
    },
    ...(escalation.reviewAt && { reviewAt: escalation.reviewAt }),
    ...(closed && {
      closed: {
        ...closed,
        words: closed.how === 'released' ? 'Released by a clinician' : 'Misread: lifted without contact',
      },
    }),
  };
};

import type { Want } from '../conversation/want.ts';
import type { ConsentEntry } from '../decision.ts';
import { change, type Draft, emit, enterConsent, page, pipe, revoke } from '../draft.ts';
import { reply } from '../say.ts';
import { hoursBetween } from '../time.ts';
import type { Member } from './member.ts';

/** An opt-out so soon after a safety text or question may mean something else; a person phones. */
const FLAG_IS_RECENT_HOURS = 24;

/** Names a wording in the ledger: key, language and content version. */
const wordingOf = (draft: Draft, key: string): string =>
  `${key}.${draft.member.language}@${draft.program.content.version}`;

export const isFlagRecent = (draft: Draft): boolean =>
  draft.member.hold !== undefined ||
  (draft.member.safetyAt !== undefined &&
    hoursBetween(draft.member.safetyAt, draft.now) < FLAG_IS_RECENT_HOURS);

export type OptOut = {
  readonly want: Want;
  readonly sid: string;
  /** The carrier itself read STOP: it has confirmed and blocks the number, so we stay silent. */
  readonly isByCarrier: boolean;
};

/** Stops everything but what safety needs, at once, and confirms once (law 7). Repeated, it changes nothing. */
export const optOut = (draft: Draft, { want, sid, isByCarrier }: OptOut): Draft => {
  const { consent } = draft.member;
  const isBlocked = isByCarrier || consent.isCarrierBlocked;
  const isWrongNumber = want.marks.includes('wrong_number');
  const ended: Partial<Member> = isWrongNumber
    ? { state: { status: 'lapsed', at: draft.now, why: 'wrong_number' } }
    : {};
  const question = draft.member.question?.kind === 'consent' ? undefined : draft.member.question;
  const out = change(draft, {
    ...ended,
    question,
    zip: undefined,
    consent: { is: 'out', at: consent.is === 'out' ? consent.at : draft.now, isCarrierBlocked: isBlocked },
  });
  if (consent.is === 'out') return change(out, { consent: { ...consent, isCarrierBlocked: isBlocked } });
  const how: ConsentEntry['how'] = isByCarrier ? 'carrier' : want.isBareKeyword ? 'keyword' : 'words';
  const confirmed = isByCarrier
    ? out
    : reply(out, isWrongNumber ? 'wrong_number' : 'stopped', {}, { evenOptedOut: true });
  return pipe(
    confirmed,
    (sofar) => revoke(sofar, { which: 'all_but_safety', reason: 'opted_out' }),
    (sofar) => enterConsent(sofar, { action: 'out', how, wording: 'own words', sid }),
    (sofar) =>
      emit(sofar, 'MemberOptedOut.v1', { how, isBetter: want.marks.includes('better'), isWrongNumber }),
    (sofar) => (isFlagRecent(draft) ? page(sofar, 'opted_out_after_flag') : sofar),
  );
};

/** J1 YES: consent, and having been told that texts are not secure, with the wording that was answered. */
export const consentGiven = (draft: Draft, sid: string): Draft =>
  pipe(
    change(draft, { consent: { is: 'in', at: draft.now, isCarrierBlocked: false } }),
    (sofar) => enterConsent(sofar, { action: 'in', how: 'reply', wording: wordingOf(draft, 'j1'), sid }),
    (sofar) => emit(sofar, 'MemberConsented.v1'),
  );

/**
 * J1: the invitation, asked for by the keyword or START. It opens the conversation and nothing else: only its YES is
 * consent again.
 */
export const invite = (draft: Draft, how: 'keyword' | 'words' | 'carrier', sid: string): Draft =>
  pipe(
    change(draft, { consent: { is: 'none', isCarrierBlocked: false } }),
    (sofar) => reply(sofar, 'j1'),
    (sofar) => enterConsent(sofar, { action: 'invited', how, wording: wordingOf(draft, 'j1'), sid }),
    (sofar) => emit(sofar, 'MemberInvited.v1', { how }),
  );

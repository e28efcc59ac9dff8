import type { Member } from '../../domain/enrollment/member.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import { sayDate } from './say-time.ts';
import { JOINING_WORDS, LAPSED_WORDS } from './words.ts';

const forStatus = (member: Member): string | undefined => {
  const { state } = member;
  switch (state.status) {
    case 'active':
      return undefined;
    case 'visitor':
      return 'Has texted us, but has not joined';
    case 'joining':
      return `The member’s answer: ${JOINING_WORDS[state.step]}`;
    case 'paused':
      return state.until ? `Paused until ${sayDate(state.until)}` : 'Paused until the member texts RESUME';
    case 'lapsed':
      return `Stopped: ${LAPSED_WORDS[state.why]}`;
    case 'completed':
      return 'Has finished the six weeks';
    default:
      return state satisfies never;
  }
};

/** The open question in plain words, as it stands before everything else. */
export const questionWords = (question: NonNullable<Member['question']>): string => {
  switch (question.kind) {
    case 'consent':
      return 'The member’s YES to the invitation';
    case 'check':
      return 'The member’s answer to the safety question';
    case 'screen':
      return question.why === 'release'
        ? 'The member’s answer to the safety question after the release'
        : 'The member’s answer to the safety question after a long pause';
    default:
      return question satisfies never;
  }
};

/** Everything that must happen before a coaching text goes out, the most serious first; empty when nothing must. */
export const waitsFor = (member: Member, escalation: Escalation | undefined): readonly string[] =>
  [
    member.hold &&
      (escalation?.status === 'open'
        ? 'Somebody to acknowledge the red flag, and a clinician to release the hold'
        : 'A clinician to release the hold'),
    member.consent.is === 'out' && 'Opted out: no texts until they text START',
    member.reach === 'unreachable' && 'Texts do not reach this number',
    member.question && questionWords(member.question),
    member.clearanceSince && 'A nurse to say that exercises are all right',
    forStatus(member),
  ].filter((line): line is string => typeof line === 'string' && line !== '');

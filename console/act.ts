import type { EscalationView } from '../functions/use-cases/record/escalation-schema.ts';

export type ActKind = 'acknowledge' | 'contact' | 'release' | 'misread' | 'clear' | 'known' | 'resolve';

/** What somebody is about to do, and to whom. */
export type Act = {
  readonly kind: ActKind;
  readonly memberId: string;
  readonly phone: string;
  readonly escalationId?: EscalationView['escalationId'];
};

export const ACT_WORDS: Readonly<
  Record<
    ActKind,
    { readonly title: string; readonly button: string; readonly explains: string; readonly note: string }
  >
> = {
  acknowledge: {
    title: 'Acknowledge the red flag',
    button: 'Acknowledge',
    explains: 'You take this on: staff are not paged further, and you phone the member and log the contact.',
    note: 'Anything the next person should know',
  },
  contact: {
    title: 'Log a contact',
    button: 'Log contact',
    explains: 'Every try counts. When nobody logs one in time, staff are paged again.',
    note: 'What was said or agreed',
  },
  release: {
    title: 'Release the hold',
    button: 'Release hold',
    explains:
      'Only a clinician releases a hold, after contact with the member. The member is asked the safety question once more before exercises go on.',
    note: 'Why it is safe to go on',
  },
  misread: {
    title: 'The program misread this',
    button: 'Lift as misread',
    explains:
      'Only a clinician does this: the text was no red flag. The hold is lifted without contact, and the member is told that we misread.',
    note: 'What the text really said',
  },
  clear: {
    title: 'Exercises are all right',
    button: 'Let exercises start',
    explains: 'The care team has talked with the member, and exercises may be sent.',
    note: 'Who decided, and on what grounds',
  },
  known: {
    title: 'Known, not new',
    button: 'Mark as known',
    explains:
      'Only a clinician does this: the fever, weight loss or night pain that we asked about is known. We do not ask about it again; a clear report still raises a red flag.',
    note: 'Since when, and who knows',
  },
  resolve: {
    title: 'Looked after',
    button: 'Mark as looked after',
    explains: 'Takes this member off the list of those somebody should look at.',
    note: 'What was done',
  },
};

/** Where an act is sent. */
export const pathOf = ({ kind, memberId, escalationId }: Act): string => {
  const escalation = `/api/escalations/${encodeURIComponent(escalationId ?? '')}`;
  const member = `/api/enrollments/${encodeURIComponent(memberId)}`;
  switch (kind) {
    case 'acknowledge':
      return `${escalation}/acknowledge`;
    case 'contact':
      return `${escalation}/contact`;
    case 'release':
    case 'misread':
      return `${escalation}/release`;
    case 'clear':
      return `${member}/clear`;
    case 'known':
      return `${member}/known`;
    case 'resolve':
      return `${member}/resolve`;
    default:
      return kind satisfies never;
  }
};

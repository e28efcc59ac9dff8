import { change, type Draft, emit, page } from '../draft.ts';
import { invite, isFlagRecent } from '../enrollment/consent.ts';
import { askStep, stepToResume } from '../enrollment/joining.ts';
import { keywordLanguage } from '../enrollment/new-member.ts';
import { latestDate } from '../program/coaching.ts';
import { PROGRAM_DAYS } from '../program/program.ts';
import { reply } from '../say.ts';
import { needAttention } from './attention.ts';
import { changeTime, changeZone, nextInWords, pause, resume } from './change-program.ts';
import type { Intent, Want } from './want.ts';

export type Heard = {
  readonly want: Want;
  readonly body: string;
  readonly sid: string;
  readonly mediaCount: number;
  /** The carrier has answered this keyword itself: we stay silent. */
  readonly isAnsweredByCarrier: boolean;
};

const SCORE_ASKED_AGAIN = 1;
/** What somebody who never joined may ask for; anything else is answered with what this number is. */
const FOR_ANYBODY: readonly Intent[] = ['join', 'opt_in', 'nurse', 'language'];

/** The keyword or START: the invitation, or whatever the member is in the middle of. Nothing here lifts a hold. */
export const join = (draft: Draft, heard: Heard, how: 'keyword' | 'words' | 'carrier'): Draft => {
  const { state, consent } = draft.member;
  const isAmidst = state.status === 'active' || state.status === 'paused' || isPastInvitation(draft);
  if (consent.is !== 'in' && isAmidst) {
    const question = draft.member.question ?? ({ kind: 'consent', askedAt: draft.now, unclear: 0 } as const);
    return invite(change(draft, { question }), how, heard.sid);
  }
  switch (state.status) {
    case 'active':
      return reply(draft, 'already_in', { next: nextInWords(draft) });
    case 'paused':
      return resume(draft);
    case 'joining':
      return consent.is === 'in' ? askStep(draft, stepToResume(draft, state)) : inviteAnew(draft, heard, how);
    case 'lapsed': {
      const { was } = state;
      if (was === undefined || consent.is !== 'in') return inviteAnew(draft, heard, how);
      const step = stepToResume(draft, was);
      if (step === 'j1') return inviteAnew(draft, heard, how);
      return askStep(change(draft, { state: { status: 'joining', ...was } }), step);
    }
    case 'visitor':
    case 'completed':
      return inviteAnew(draft, heard, how);
    default:
      return state satisfies never;
  }
};

const isPastInvitation = ({ member: { state } }: Draft): boolean =>
  state.status === 'joining' && state.step !== 'j1';

const inviteAnew = (draft: Draft, heard: Heard, how: 'keyword' | 'words' | 'carrier'): Draft => {
  const state = {
    status: 'joining',
    step: 'j1',
    startedAt: draft.now,
    askedAt: draft.now,
    unclear: 0,
    isReminded: false,
  } as const;
  const language = keywordLanguage(draft.program, heard.body) ?? draft.member.language;
  return invite(change(draft, { state, language, clearanceSince: undefined }), how, heard.sid);
};

const score = (draft: Draft, value: string | undefined): Draft => {
  const { enrollment } = draft.member;
  const number = value === 'same' ? enrollment?.lastScore : Number(value ?? Number.NaN);
  if (number === undefined || !(number >= 0 && number <= 10)) {
    const unclear = enrollment?.scoreAsked?.unclear ?? 0;
    if (enrollment === undefined || unclear >= SCORE_ASKED_AGAIN) return reply(draft, 'noted');
    const scoreAsked = { at: enrollment.scoreAsked?.at ?? draft.now, unclear: unclear + 1 };
    return reply(change(draft, { enrollment: { ...enrollment, scoreAsked } }), 'score_unclear');
  }
  if (enrollment === undefined) return reply(draft, 'not_started');
  const { scoreAsked: _, ...rest } = enrollment;
  const detail = {
    value: number,
    day: Math.min(enrollment.nextDay - 1, PROGRAM_DAYS),
    enrollment: enrollment.id,
  };
  const recorded = emit(
    change(draft, { enrollment: { ...rest, lastScore: number } }),
    'ScoreReported.v1',
    detail,
  );
  return reply(recorded, 'score', { score: String(number) });
};

/** Adherence counts days done; a missed day is never mentioned (CLINICAL, "Six weeks"). */
const done = (draft: Draft, value: string | undefined): Draft => {
  const { enrollment } = draft.member;
  if (enrollment === undefined) return reply(draft, 'not_started');
  const today = latestDate(draft.member, draft.now);
  const isNew = enrollment.lastDoneOn !== today;
  const counted = isNew
    ? change(draft, { enrollment: { ...enrollment, lastDoneOn: today, daysDone: enrollment.daysDone + 1 } })
    : draft;
  const detail = {
    day: Math.max(1, enrollment.nextDay - 1),
    isNew,
    ...(value === undefined ? {} : { count: value }),
  };
  return reply(emit(counted, 'DayDone.v1', detail), 'done');
};

const status = (draft: Draft): Draft => {
  const { enrollment, state } = draft.member;
  if (enrollment === undefined || (state.status !== 'active' && state.status !== 'paused')) {
    return reply(draft, 'not_started');
  }
  const day = String(Math.min(PROGRAM_DAYS, Math.max(1, enrollment.nextDay - 1)));
  return reply(draft, 'status', { day, next: nextInWords(draft) });
};

const help = (draft: Draft, heard: Heard): Draft => {
  const answered = heard.isAnsweredByCarrier ? draft : reply(draft, 'help');
  return isFlagRecent(draft) ? page(answered, 'help_wanted') : answered;
};

/** Words without a want: a stranger learns what this is; a member is thanked; a picture cannot be read, a person looks. */
const other = (draft: Draft, heard: Heard): Draft => {
  if (heard.mediaCount > 0 && heard.body.trim() === '')
    return reply(needAttention(draft, 'picture'), 'picture');
  return reply(draft, draft.member.state.status === 'visitor' ? 'stranger' : 'noted');
};

/** Answers what a member asks for or tells, once red flags, opt-outs and open questions have been dealt with. */
export const answerWant = (draft: Draft, heard: Heard): Draft => {
  const { want } = heard;
  const isForAnybody = FOR_ANYBODY.includes(want.intent) || (want.intent === 'help' && want.isBareKeyword);
  if (draft.member.state.status === 'visitor' && !isForAnybody) return other(draft, heard);
  switch (want.intent) {
    case 'join':
      return join(draft, heard, 'keyword');
    case 'opt_in':
      return join(draft, heard, heard.isAnsweredByCarrier ? 'carrier' : 'words');
    case 'help':
      return help(draft, heard);
    case 'pause':
      return pause(draft, want.value);
    case 'resume':
      return resume(draft);
    case 'change_time':
      return draft.member.enrollment === undefined
        ? reply(draft, 'not_started')
        : changeTime(draft, want.value);
    case 'change_zone':
      return changeZone(draft, want.value);
    case 'done':
      return done(draft, want.value);
    case 'skipped':
      return reply(emit(draft, 'DaySkipped.v1'), 'skipped');
    case 'score':
      return score(draft, want.value);
    case 'nurse':
      return nurse(draft);
    case 'status':
      return status(draft);
    case 'flare':
      return nurse(draft);
    case 'language':
      return language(draft, want.value);
    case 'less':
    case 'more':
    case 'no_sundays':
      return reply(draft, 'not_yet');
    case 'question':
      return reply(needAttention(draft, 'question'), 'question');
    case 'thanks':
      return reply(draft, 'thanks');
    case 'opt_out':
    case 'yes':
    case 'no':
    case 'track':
    case 'other':
      return other(draft, heard);
    default:
      return want.intent satisfies never;
  }
};

const nurse = (draft: Draft): Draft => {
  const asked = reply(needAttention(draft, 'nurse_wanted'), 'nurse');
  return isFlagRecent(draft) ? page(asked, 'help_wanted') : asked;
};

const language = (draft: Draft, value: string | undefined): Draft =>
  value === 'en' || value === 'es'
    ? reply(emit(change(draft, { language: value }), 'PreferenceChanged.v1', { language: value }), 'help')
    : reply(draft, 'not_yet');

import { change, type Draft, emit } from '../draft.ts';
import type { AttentionWhy } from '../enrollment/member.ts';

const MOST = 6;

/** Puts a member on the list of those whom a care manager should look at; once per reason. */
export const needAttention = (draft: Draft, why: AttentionWhy): Draft => {
  const { attention } = draft.member;
  if (attention.some((entry) => entry.why === why)) return draft;
  const next = [...attention, { why, since: draft.now }].slice(-MOST);
  return emit(change(draft, { attention: next }), 'AttentionNeeded.v1', { why });
};

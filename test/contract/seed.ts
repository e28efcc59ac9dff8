import { expect } from 'vitest';
import type { Decision } from '../../functions/domain/decision.ts';
import type { Member } from '../../functions/domain/enrollment/member.ts';
import type { TextId } from '../../functions/domain/ids.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { aDecision, aMember, anOutboundText, aPerson, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';

/** Commits a new member and answers it as it is stored. */
export const enroll = async (
  { members }: Ports,
  person = 0,
  more: Partial<Decision> = {},
): Promise<Member> => {
  const member = aMember({ ...aPerson(person), ...more.member });
  await expect(members.commit(aDecision({ isNewMember: true, ...more, member }))).resolves.toEqual({
    kind: 'committed',
  });
  return { ...member, version: 1 };
};

/** Commits what follows for a stored member; fails on a conflict. Answers the member as it is stored then. */
export const follow = async (
  { members }: Ports,
  member: Member,
  more: Partial<Decision> = {},
): Promise<Member> => {
  await expect(members.commit(aDecision({ member, ...more }))).resolves.toEqual({ kind: 'committed' });
  const next = more.member ?? member;
  return { ...next, version: next.version + 1 };
};

/** A text of this member; `cause` tells several of the same instant apart. */
export const aTextOf = (
  { memberId, phoneKey, phone }: Member,
  cause: string,
  overrides: Partial<Parameters<typeof anOutboundText>[0]> = {},
): OutboundText =>
  anOutboundText({
    textId: `${memberId}~${overrides.plannedAt ?? NOW}~${cause}`,
    memberId,
    phoneKey,
    to: phone,
    ...overrides,
  });

/** Commits a planned text for a new member, and answers its id. */
export const planOne = async (
  ports: Ports,
  overrides: Partial<Parameters<typeof anOutboundText>[0]> = {},
): Promise<TextId> => {
  const member = await enroll(ports);
  const text = aTextOf(member, 'e1.d08', overrides);
  await follow(ports, member, { text });
  return text.textId;
};

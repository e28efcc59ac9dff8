import { describe, expect, it } from 'vitest';
import { staffActSchema } from '../../functions/domain/decision.ts';
import { memberIdSchema } from '../../functions/domain/ids.ts';
import { createActOnMember } from '../../functions/use-cases/act-on-member.ts';
import type { Who } from '../../functions/use-cases/decide-and-commit.ts';
import { ConflictError } from '../../functions/use-cases/errors.ts';
import { aDecision, aMember, anInboundText } from '../fixtures/members.ts';
import { createKit, plainDecide } from './kit.ts';

const theMember: Who = { kind: 'member', memberId: aMember().memberId };

describe('decideAndCommit', () => {
  it('commits what was decided on the version that was loaded', async () => {
    const kit = createKit();
    kit.putMember(aMember({ version: 3 }));
    await kit.decideAndCommit(theMember, { kind: 'tick' });
    expect(kit.table.members.get(aMember().memberId)?.member.version).toBe(4);
  });

  it('makes a member of a number that is nobody’s', async () => {
    const kit = createKit();
    const inbound = anInboundText();
    await kit.inbox.store(inbound);
    const decision = await kit.decideAndCommit(
      { kind: 'phone', phoneKey: inbound.phoneKey },
      { kind: 'text', inbound },
    );
    expect(decision?.isNewMember).toBe(true);
    expect(kit.table.phones.get(inbound.phoneKey)).toBe(decision?.member.memberId);
  });

  it('decides nothing about a member who is not there', async () => {
    const kit = createKit();
    expect(await kit.decideAndCommit(theMember, { kind: 'tick' })).toBeUndefined();
    expect(kit.messages).toEqual([]);
  });

  it('loads and decides again when somebody else was faster', async () => {
    const kit = createKit();
    kit.putMember(aMember());
    const both = await Promise.all([
      kit.decideAndCommit(theMember, { kind: 'tick' }),
      kit.decideAndCommit(theMember, { kind: 'tick' }),
    ]);
    expect(both.map((decision) => decision?.member.version).sort()).toEqual([0, 1]);
    expect(kit.table.members.get(aMember().memberId)?.member.version).toBe(2);
  });

  it('gives up after five tries', async () => {
    const kit = createKit();
    kit.putMember(aMember({ version: 3 }));
    kit.decideBy(() => aDecision({ member: aMember({ version: 1 }) }));
    await expect(kit.decideAndCommit(theMember, { kind: 'tick' })).rejects.toBeInstanceOf(ConflictError);
    expect(kit.messages).toHaveLength(5);
  });

  it('stops trying when somebody else has decided the same text', async () => {
    const kit = createKit();
    kit.putMember(aMember({ version: 3 }));
    kit.decideBy(() => aDecision({ member: aMember({ version: 1 }) }));
    const decision = await kit.decideAndCommit(theMember, { kind: 'tick' }, async () => false);
    expect(decision).toBeUndefined();
    expect(kit.messages).toHaveLength(1);
  });
});

describe('actOnMember', () => {
  const act = staffActSchema.parse({ kind: 'resolve', actId: 'act-1', by: 'Pat', note: '' });

  it('answers that it is done, and commits', async () => {
    const kit = createKit();
    kit.putMember(aMember());
    kit.decideBy((...args) => ({ ...plainDecide(...args), staff: { kind: 'done' } }));
    expect(await createActOnMember(kit)(aMember().memberId, act)).toEqual({ kind: 'done' });
    expect(kit.messages).toEqual([{ kind: 'staff', act }]);
    expect(kit.table.members.get(aMember().memberId)?.member.version).toBe(1);
  });

  it('writes nothing when it was done before', async () => {
    const kit = createKit();
    kit.putMember(aMember());
    kit.decideBy((...args) => ({ ...plainDecide(...args), staff: { kind: 'already_done' } }));
    expect(await createActOnMember(kit)(aMember().memberId, act)).toEqual({ kind: 'already_done' });
    expect(kit.table.members.get(aMember().memberId)?.member.version).toBe(0);
  });

  it('says when there is no such member', async () => {
    const kit = createKit();
    const nobody = memberIdSchema.parse('mem_99999999');
    expect(await createActOnMember(kit)(nobody, act)).toEqual({ kind: 'not_found' });
  });
});

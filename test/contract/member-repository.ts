import { expect, it } from 'vitest';
import type { Decision } from '../../functions/domain/decision.ts';
import { memberIdSchema, phoneKeySchema } from '../../functions/domain/ids.ts';
import {
  aConsentEntry,
  aDecision,
  aMember,
  anEscalation,
  anEvent,
  anInboundText,
  aPerson,
  aSafetyText,
  aSid,
} from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { aTextOf, enroll, follow } from './seed.ts';

const CONFLICT = { kind: 'conflict' };
const COMMITTED = { kind: 'committed' };

const aReading = {
  outcome: 'clear',
  flags: [],
  evidence: [],
  isOverdose: false,
  language: 'en',
  version: '1',
} as const;

export const memberRepositoryContract = (ports: () => Ports): void => {
  it('knows nobody before anybody is stored', async () => {
    const { members } = ports();
    expect(await members.findByPhone(phoneKeySchema.parse(aPerson(0).phoneKey))).toBeUndefined();
    expect(await members.findById(memberIdSchema.parse(aPerson(0).memberId))).toBeUndefined();
  });

  it('stores a new member with the version after, found by number and by id', async () => {
    const { members } = ports();
    const member = await enroll(ports());
    expect(await members.findByPhone(member.phoneKey)).toEqual({ member });
    expect(await members.findById(member.memberId)).toEqual({ member });
  });

  it('loads the escalation that holds the member, and no other', async () => {
    const escalation = anEscalation();
    const member = await enroll(ports());
    const held = await follow(ports(), member, {
      member: { ...member, hold: escalation.escalationId },
      escalation,
    });
    expect(await ports().members.findByPhone(member.phoneKey)).toEqual({ member: held, escalation });
    const { hold: _, ...freed } = held;
    await follow(ports(), freed, { escalation: { ...escalation, status: 'closed' } });
    expect((await ports().members.findById(member.memberId))?.escalation).toBeUndefined();
  });

  it('writes all of a decision', async () => {
    const member = await enroll(ports());
    await ports().inbox.store(anInboundText());
    const whole = await everything(member);
    const held = await follow(ports(), member, whole);
    expect(await ports().records.find(member.memberId)).toEqual({
      member: held,
      escalations: [whole.escalation],
      outbound: [whole.skipped[0], whole.text],
      inbound: [anInboundText({ status: 'decided', memberId: member.memberId, reading: aReading })],
      events: whole.events,
      consents: [whole.consent],
    });
  });

  it('refuses a stale version and writes nothing', async () => {
    const member = await enroll(ports());
    await ports().inbox.store(anInboundText());
    await follow(ports(), member);
    const before = await ports().records.find(member.memberId);
    expect(await ports().members.commit(aDecision({ ...(await everything(member)) }))).toEqual(CONFLICT);
    expect(await ports().records.find(member.memberId)).toEqual(before);
  });

  it('lets one of two win that decide on the same version', async () => {
    const member = await enroll(ports());
    const decisions = ['a', 'b', 'c'].map((cause) => aDecision({ member, text: aTextOf(member, cause) }));
    const outcomes = await Promise.all(decisions.map((decision) => ports().members.commit(decision)));
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect((await ports().records.find(member.memberId))?.outbound).toHaveLength(1);
  });

  it('gives a number to one member only', async () => {
    const first = await enroll(ports());
    const second = aMember({ ...aPerson(0), memberId: 'mem_99999999' });
    expect(await ports().members.commit(aDecision({ member: second, isNewMember: true }))).toEqual(CONFLICT);
    expect(await ports().members.findByPhone(first.phoneKey)).toEqual({ member: first });
    expect(await ports().members.findById(second.memberId)).toBeUndefined();
  });

  it('gives a number to one of two that take it at once', async () => {
    const twins = ['mem_99999991', 'mem_99999992'].map((memberId) => aMember({ ...aPerson(0), memberId }));
    const outcomes = await Promise.all(
      twins.map((member) => ports().members.commit(aDecision({ member, isNewMember: true }))),
    );
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    const stored = await Promise.all(twins.map(({ memberId }) => ports().members.findById(memberId)));
    expect(stored.filter(Boolean)).toHaveLength(1);
  });

  it('refuses a member id that is taken', async () => {
    await enroll(ports());
    const member = aMember({ ...aPerson(1), memberId: aPerson(0).memberId });
    expect(await ports().members.commit(aDecision({ member, isNewMember: true }))).toEqual(CONFLICT);
    expect(await ports().members.findByPhone(member.phoneKey)).toBeUndefined();
  });

  it('hands a number over to a new member, and makes who still decides for the old one load again', async () => {
    const old = await enroll(ports());
    const member = aMember({ ...aPerson(0), memberId: 'mem_99999999' });
    const replacing = aDecision({ member, isNewMember: true, replaces: old });
    expect(await ports().members.commit(replacing)).toEqual(COMMITTED);
    expect((await ports().members.findByPhone(old.phoneKey))?.member.memberId).toBe(member.memberId);
    expect((await ports().members.findById(old.memberId))?.member).toEqual({ ...old, version: 2 });
    expect(await ports().members.commit(aDecision({ member: old }))).toEqual(CONFLICT);
  });

  it('hands a number over once, and only from the member as loaded', async () => {
    const old = await enroll(ports());
    const [first, second] = ['mem_99999991', 'mem_99999992'].map((memberId) =>
      aDecision({
        member: aMember({ ...aPerson(0), memberId }),
        isNewMember: true,
        replaces: old,
      }),
    );
    await follow(ports(), old);
    expect(await ports().members.commit(aDecision({ ...first }))).toEqual(CONFLICT);
    const now = { memberId: old.memberId, version: 2 };
    expect(await ports().members.commit(aDecision({ ...first, replaces: now }))).toEqual(COMMITTED);
    expect(await ports().members.commit(aDecision({ ...second, replaces: now }))).toEqual(CONFLICT);
  });

  it('decides an inbound text once', async () => {
    const decided = { sid: anInboundText().sid, status: 'decided' as const };
    await ports().inbox.store(anInboundText());
    const member = await enroll(ports(), 0, { decided });
    const again = aDecision({ member, decided, events: [anEvent()] });
    expect(await ports().members.commit(again)).toEqual(CONFLICT);
    expect((await ports().records.find(member.memberId))?.events).toEqual([]);
  });

  it('refuses to decide a text that was never stored', async () => {
    const member = await enroll(ports());
    const decided = { sid: anInboundText({ sid: aSid(77) }).sid, status: 'unreadable' as const };
    expect(await ports().members.commit(aDecision({ member, decided }))).toEqual(CONFLICT);
    expect(await ports().inbox.listUndecided(member.phoneKey)).toEqual([]);
  });

  it('plans a text id once', async () => {
    const member = await enroll(ports());
    const text = aTextOf(member, 'e1.d08');
    const next = await follow(ports(), member, { text });
    const again = aDecision({ member: next, text: { ...text, body: 'other words' }, events: [anEvent()] });
    expect(await ports().members.commit(again)).toEqual(CONFLICT);
    expect(await ports().texts.find(text.textId)).toEqual(text);
    expect((await ports().records.find(member.memberId))?.events).toEqual([]);
  });

  it('never writes over an entry of the consent ledger', async () => {
    const member = await enroll(ports());
    const next = await follow(ports(), member, { consent: aConsentEntry() });
    const other = aDecision({ member: next, consent: aConsentEntry({ action: 'out' }) });
    expect(await ports().members.commit(other)).toEqual(CONFLICT);
    expect((await ports().records.find(member.memberId))?.consents).toEqual([aConsentEntry()]);
  });
};

const everything = async (member: Decision['member']): Promise<Decision> => ({
  member: { ...member, hold: anEscalation().escalationId },
  isNewMember: false,
  escalation: anEscalation(),
  text: aSafetyText(),
  skipped: [
    aTextOf(member, 'e1.d07', { plannedAt: '2026-03-01T16:00:00.000Z', status: 'skipped', reason: 'held' }),
  ],
  events: [
    anEvent({ type: 'EscalationOpened.v1', cause: 'a.0' }),
    anEvent({ type: 'StaffPaged.v1', cause: 'a.1' }),
  ],
  consent: aConsentEntry(),
  decided: { sid: anInboundText().sid, status: 'decided', reading: aReading },
});

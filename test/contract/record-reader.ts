import { expect, it } from 'vitest';
import { escalationIdSchema, memberIdSchema } from '../../functions/domain/ids.ts';
import { addMinutes, type Instant } from '../../functions/domain/time.ts';
import { aMember, anEscalation, anEvent, anInboundText, aPerson, aSid, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { aTextOf, enroll, follow } from './seed.ts';

const at = (minutes: number): Instant => addMinutes(NOW, minutes);

export const recordReaderContract = (ports: () => Ports): void => {
  it('finds no record of a stranger', async () => {
    expect(await ports().records.find(memberIdSchema.parse('mem_stranger'))).toBeUndefined();
    const nothing = escalationIdSchema.parse('mem_stranger~nothing');
    expect(await ports().records.findEscalation(nothing)).toBeUndefined();
  });

  it("gathers one member's whole record, each kind in the order of time, and nobody else's", async () => {
    const { inbox, records } = ports();
    let member = await enroll(ports());
    const other = await enroll(ports(), 1);
    await follow(ports(), other, {
      text: aTextOf(other, 'x'),
      events: [anEvent({ memberId: other.memberId })],
    });
    for (const [n, minutes] of [20, 10, 30].entries())
      await inbox.store(anInboundText({ sid: aSid(9 - n), body: `in ${minutes}`, receivedAt: at(minutes) }));
    for (const minutes of [20, 10, 30]) {
      const plannedAt = at(minutes);
      const escalation = anEscalation({
        escalationId: `${member.memberId}~z${100 - minutes}`,
        openedAt: plannedAt,
        status: 'closed',
      });
      member = await follow(ports(), member, {
        text: aTextOf(member, 'a', { plannedAt }),
        events: [anEvent({ at: plannedAt })],
        escalation,
      });
    }
    const record = await records.find(member.memberId);
    expect(record?.member).toEqual(member);
    expect(record?.outbound.map(({ plannedAt }) => plannedAt)).toEqual([10, 20, 30].map(at));
    expect(record?.events.map((event) => event.at)).toEqual([10, 20, 30].map(at));
    expect(record?.escalations.map(({ openedAt }) => openedAt)).toEqual([10, 20, 30].map(at));
    expect(record?.inbound.map(({ body }) => body)).toEqual(['in 10', 'in 20', 'in 30']);
  });

  it('reads more than one page of a long record', async () => {
    let member = await enroll(ports());
    for (let batch = 0; batch < 6; batch += 1) {
      const events = Array.from({ length: 60 }, (_, n) =>
        anEvent({ cause: `b${batch}.${String(n).padStart(3, '0')}`, detail: { what: 'x'.repeat(4000) } }),
      );
      member = await follow(ports(), member, { events });
    }
    expect((await ports().records.find(member.memberId))?.events).toHaveLength(360);
  });

  it('leaves what was decided for the former holder of a number with them', async () => {
    const { inbox, members, records } = ports();
    await inbox.store(anInboundText());
    const old = await enroll(ports(), 0, { decided: { sid: anInboundText().sid, status: 'decided' } });
    const member = aMember({ ...aPerson(0), memberId: 'mem_99999999' });
    await members.commit({ member, isNewMember: true, replaces: old, skipped: [], events: [] });
    await inbox.store(anInboundText({ sid: aSid(2), body: 'new here' }));
    expect((await records.find(member.memberId))?.inbound.map(({ body }) => body)).toEqual(['new here']);
    expect((await records.find(old.memberId))?.inbound.map(({ sid }) => sid)).toContain(aSid(1));
  });

  it('lists everybody, newest first, page by page', async () => {
    for (const person of [2, 0, 4, 1, 3]) await enroll(ports(), person, { member: bornAt(person) });
    const persons: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await ports().records.listMembers(2, after);
      persons.push(...page.items.map(({ memberId }) => memberId));
      sizes.push(page.items.length);
      after = page.next;
    } while (after);
    expect(persons).toEqual([4, 3, 2, 1, 0].map((n) => aPerson(n).memberId));
    expect(sizes).toEqual([2, 2, 1]);
    expect((await ports().records.listMembers(5)).next).toBeUndefined();
  });

  it('shows members as they are now', async () => {
    const member = await enroll(ports());
    const paused = await follow(ports(), member, {
      member: { ...member, state: { status: 'paused', since: NOW } },
    });
    expect((await ports().records.listMembers(10)).items).toEqual([paused]);
  });

  it('lists open and acknowledged escalations: strongest urgency first, then oldest', async () => {
    const cases = [
      { tier: 'S3', urgency: 'today', openedAt: at(1), status: 'open' },
      { tier: 'S1', urgency: 'now', openedAt: at(3), status: 'acknowledged' },
      { tier: 'S0', urgency: 'now', openedAt: at(2), status: 'closed' },
      { tier: 'SC', urgency: 'now', openedAt: at(2), status: 'open' },
    ] as const;
    for (const [person, fields] of cases.entries()) {
      const { memberId } = aPerson(person);
      await enroll(ports(), person, { escalation: anEscalation({ memberId, ...fields }) });
    }
    const listed = await ports().records.listOpenEscalations();
    expect(listed.map(({ tier }) => tier)).toEqual(['SC', 'S1', 'S3']);
  });

  it('moves an escalation that becomes more urgent, and drops one that is closed', async () => {
    const { records } = ports();
    const open = anEscalation({ tier: 'S3', urgency: 'today' });
    const member = await enroll(ports(), 0, { escalation: open });
    const { memberId } = aPerson(1);
    await enroll(ports(), 1, { escalation: anEscalation({ memberId, urgency: 'now', openedAt: at(9) }) });
    const raised = { ...open, tier: 'S1', urgency: 'now' } as const;
    const next = await follow(ports(), member, { escalation: raised });
    expect((await records.listOpenEscalations())[0]).toEqual(raised);
    expect(await records.findEscalation(open.escalationId)).toEqual(raised);
    const closed = { ...raised, status: 'closed' } as const;
    await follow(ports(), next, { escalation: closed });
    expect(await records.listOpenEscalations()).toHaveLength(1);
    expect(await records.findEscalation(open.escalationId)).toEqual(closed);
  });

  it('keeps in the record that somebody looked', async () => {
    const member = await enroll(ports());
    const view = anEvent({ type: 'RecordViewed.v1', cause: 'view-1', detail: { by: 'nurse-1' } });
    await ports().records.noteView(view);
    await ports().records.noteView(view);
    expect((await ports().records.find(member.memberId))?.events).toEqual([view]);
  });
};

const bornAt = (person: number) => aMember({ ...aPerson(person), createdAt: at(person) });

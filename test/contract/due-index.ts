import { expect, it } from 'vitest';
import { addMinutes, type Instant, instantSchema } from '../../functions/domain/time.ts';
import { anInboundText, aPerson, aSid, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { aTextOf, enroll, follow } from './seed.ts';

const at = (minutes: number): Instant => addMinutes(NOW, minutes);
const FAR = at(100_000);

export const dueIndexContract = (ports: () => Ports): void => {
  it('is empty when nothing is ever due', async () => {
    await enroll(ports());
    expect(await ports().due.list('now', FAR, 10)).toEqual([]);
    expect(await ports().due.list('paced', FAR, 10)).toEqual([]);
    expect(await ports().due.earliest()).toBeUndefined();
  });

  it('moves with the member: another instant, another pace, no longer due', async () => {
    const { due } = ports();
    const first = await enroll(ports(), 0, { due: { at: at(1), isPaced: true } });
    const { memberId } = first;
    expect(await due.list('paced', FAR, 10)).toEqual([{ kind: 'member', memberId, dueAt: at(1) }]);
    const second = await follow(ports(), first, { due: { at: at(2), isPaced: true } });
    expect(await due.list('paced', FAR, 10)).toEqual([{ kind: 'member', memberId, dueAt: at(2) }]);
    const third = await follow(ports(), second, { due: { at: at(2), isPaced: false } });
    expect(await due.list('paced', FAR, 10)).toEqual([]);
    expect(await due.list('now', FAR, 10)).toEqual([{ kind: 'member', memberId, dueAt: at(2) }]);
    await follow(ports(), third);
    expect(await due.list('now', FAR, 10)).toEqual([]);
  });

  it('lists what is due by now, to the millisecond, oldest first, up to the limit', async () => {
    const { due } = ports();
    const minutes = [7, 3, 9, 1, 5, 8, 2, 6, 4];
    for (const [person, minute] of minutes.entries())
      await enroll(ports(), person, { due: { at: at(minute), isPaced: true } });
    const listed = async (now: Instant, limit: number) =>
      (await due.list('paced', now, limit)).map(({ dueAt }) => dueAt);
    expect(await listed(at(5), 100)).toEqual([1, 2, 3, 4, 5].map(at));
    expect(await listed(FAR, 4)).toEqual([1, 2, 3, 4].map(at));
    expect(await listed(instantSchema.parse('2026-03-02T16:00:59.999Z'), 100)).toEqual([]);
    expect(await due.earliest()).toBe(at(1));
  });

  it('rings for an undecided text after a minute, and stops when it is decided', async () => {
    const { due, inbox } = ports();
    const text = anInboundText();
    await inbox.store(text);
    expect(await due.list('now', at(0.9), 10)).toEqual([]);
    expect(await due.list('now', at(1), 10)).toEqual([
      { kind: 'inbound', phoneKey: text.phoneKey, dueAt: at(1) },
    ]);
    await inbox.noteFailure(text.phoneKey, text.sid);
    expect(await due.list('now', at(1), 10)).toHaveLength(1);
    await enroll(ports(), 0, { decided: { sid: text.sid, status: 'decided' } });
    expect(await due.earliest()).toBeUndefined();
  });

  it('holds texts that wait: urgent ones at once, routine ones within the pace', async () => {
    const { due, texts } = ports();
    let member = await enroll(ports());
    const urgent = aTextOf(member, 'urgent', { kind: 'safety', lane: 'urgent' });
    const routine = aTextOf(member, 'routine');
    for (const text of [urgent, routine]) member = await follow(ports(), member, { text });
    expect(await due.earliest()).toBeUndefined();
    await texts.postpone(urgent.textId, at(3));
    await texts.postpone(routine.textId, at(2));
    expect(await due.list('now', FAR, 10)).toEqual([
      { kind: 'text', textId: urgent.textId, lane: 'urgent', dueAt: at(3) },
    ]);
    expect(await due.list('paced', FAR, 10)).toEqual([
      { kind: 'text', textId: routine.textId, lane: 'routine', dueAt: at(2) },
    ]);
    await texts.postpone(routine.textId, at(4));
    expect(await due.earliest()).toBe(at(3));
    await texts.claim(urgent.textId, 'planned', at(3));
    expect(await due.earliest()).toBe(at(4));
  });

  it('keeps the paces apart and names the earliest of both', async () => {
    const { due } = ports();
    await enroll(ports(), 0, { due: { at: at(9), isPaced: true } });
    await ports().inbox.store(
      anInboundText({
        sid: aSid(2),
        phoneKey: aPerson(1).phoneKey,
        from: aPerson(1).phone,
        receivedAt: at(3),
      }),
    );
    expect((await due.list('now', FAR, 10)).map(({ kind }) => kind)).toEqual(['inbound']);
    expect((await due.list('paced', FAR, 10)).map(({ kind }) => kind)).toEqual(['member']);
    expect(await due.earliest()).toBe(at(4));
  });
};

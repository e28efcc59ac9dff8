import { expect, it } from 'vitest';
import { phoneKeySchema } from '../../functions/domain/ids.ts';
import { addMinutes } from '../../functions/domain/time.ts';
import { anInboundText, aPerson, aSid, NOW } from '../fixtures/members.ts';
import type { Ports } from './each-adapter.ts';
import { enroll } from './seed.ts';

const phoneKey = phoneKeySchema.parse(aPerson(0).phoneKey);

export const inboxRepositoryContract = (ports: () => Ports): void => {
  it('stores a text once, and nothing changes after that', async () => {
    const { inbox } = ports();
    expect(await inbox.store(anInboundText())).toBe('stored');
    expect(await inbox.store(anInboundText({ body: 'other words' }))).toBe('duplicate');
    expect(await inbox.listUndecided(phoneKey)).toEqual([anInboundText()]);
  });

  it('stores one of five deliveries of the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ports().inbox.store(anInboundText())));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
  });

  it('keeps every field of a text', async () => {
    const text = anInboundText({ sid: aSid(9, 'MM'), body: '', mediaCount: 2, optOutType: 'STOP' });
    await ports().inbox.store(text);
    expect(await ports().inbox.listUndecided(phoneKey)).toEqual([text]);
  });

  it("lists this number's undecided texts, oldest first", async () => {
    const { inbox } = ports();
    const texts = [3, 1, 2].map((n) =>
      anInboundText({ sid: aSid(10 - n), body: `text ${n}`, receivedAt: addMinutes(NOW, n) }),
    );
    for (const text of texts) await inbox.store(text);
    await inbox.store(anInboundText({ sid: aSid(50), ...fromPerson(1) }));
    await inbox.store(anInboundText({ sid: aSid(51) }));
    await enroll(ports(), 0, { decided: { sid: anInboundText({ sid: aSid(51) }).sid, status: 'decided' } });
    expect((await inbox.listUndecided(phoneKey)).map(({ body }) => body)).toEqual([
      'text 1',
      'text 2',
      'text 3',
    ]);
  });

  it('counts failures to decide', async () => {
    const { inbox } = ports();
    const { sid } = anInboundText();
    await inbox.store(anInboundText());
    expect(await inbox.noteFailure(phoneKey, sid)).toBe(1);
    expect(await inbox.noteFailure(phoneKey, sid)).toBe(2);
    expect(await inbox.listUndecided(phoneKey)).toEqual([anInboundText({ failures: 2 })]);
  });

  it('counts no failure of a text that has been decided, or that nobody stored', async () => {
    const { inbox } = ports();
    const { sid } = anInboundText();
    expect(await inbox.noteFailure(phoneKey, sid)).toBe(0);
    await inbox.store(anInboundText());
    await inbox.noteFailure(phoneKey, sid);
    await enroll(ports(), 0, { decided: { sid, status: 'unreadable' } });
    expect(await inbox.noteFailure(phoneKey, sid)).toBe(1);
    expect(await inbox.listUndecided(phoneKey)).toEqual([]);
  });
};

const fromPerson = (n: number) => ({ phoneKey: aPerson(n).phoneKey, from: aPerson(n).phone });

import { describe, expect, it } from 'vitest';
import type { MemberRecord } from '../../functions/ports.ts';
import { composeRecord } from '../../functions/use-cases/read-record.ts';
import { enrollmentRecordSchema } from '../../functions/use-cases/record/record-schema.ts';
import {
  aConsentEntry,
  aMember,
  anEscalation,
  anEvent,
  anInboundText,
  anOutboundText,
  aSafetyText,
  aSid,
  NOW,
} from '../fixtures/members.ts';
import { testProgram } from '../fixtures/program.ts';

const aRecord = (overrides: Partial<MemberRecord> = {}): MemberRecord => ({
  member: aMember(),
  escalations: [],
  outbound: [],
  inbound: [],
  events: [],
  consents: [],
  ...overrides,
});

const compose = (overrides: Partial<MemberRecord> = {}) =>
  composeRecord(testProgram, aRecord(overrides), NOW);

const escalation = anEscalation();
const held = aMember({ hold: escalation.escalationId });

describe('composeRecord', () => {
  it('is what its schema says, for a record with everything in it', () => {
    const record = compose({
      member: held,
      escalations: [escalation],
      outbound: [anOutboundText(), aSafetyText()],
      inbound: [anInboundText()],
      events: [anEvent()],
      consents: [aConsentEntry()],
    });
    expect(enrollmentRecordSchema.parse(record)).toEqual(record);
  });

  it('says who, where they stand and when the next text goes, in the member’s own time', () => {
    expect(compose()).toMatchObject({
      phone: '(612) 555-0100',
      status: 'active',
      track: 'first',
      day: 7,
      daysDone: 5,
      timeZone: 'America/Chicago',
      nextText: { at: NOW, localTime: 'Mon, Mar 2, 10:00 AM CST' },
      waitsFor: [],
    });
  });

  it('has no day before joining is done, and day 0 before the first text', () => {
    const { enrollment: _, ...joining } = aMember();
    expect(compose({ member: joining }).day).toBeUndefined();
    const { enrollment } = aMember();
    const fresh = aMember({ enrollment: enrollment && { ...enrollment, nextDay: 1 } });
    expect(compose({ member: fresh }).day).toBe(0);
  });

  it.each([
    [{ hold: escalation.escalationId }, /acknowledge the red flag, and a clinician/],
    [{ state: { status: 'paused', since: NOW, until: '2026-03-09' } }, /^Paused until Mon, Mar 9$/],
    [{ state: { status: 'paused', since: NOW } }, /RESUME/],
    [{ state: { status: 'completed', at: NOW } }, /finished/],
    [{ state: { status: 'lapsed', at: NOW, why: 'under_18' } }, /under 18/],
    [{ state: { status: 'visitor' } }, /not joined/],
    [{ consent: { is: 'out', at: NOW, isCarrierBlocked: false } }, /START/],
    [{ reach: 'unreachable' }, /do not reach/],
    [{ clearanceSince: NOW }, /nurse/],
    [{ question: { kind: 'check', askedAt: NOW, unclear: 0, about: ['fever'] } }, /safety question/],
  ] as const)('says in plain words what a member waits for: %j', (overrides, words) => {
    // the readonly tables above are what the builder parses
    const member = aMember(overrides as Parameters<typeof aMember>[0]);
    expect(compose({ member, escalations: [escalation] }).waitsFor.join('; ')).toMatch(words);
  });

  it('merges both sides by time, with the evidence in the member’s text', () => {
    const reading = {
      outcome: 'escalate',
      flags: ['numbness'],
      evidence: [{ flag: 'numbness', text: 'cant feel', start: 0, end: 9 }],
      isOverdose: false,
      language: 'en',
      version: '1',
    } as const;
    const inbound = anInboundText({
      body: 'cant feel my legs',
      status: 'decided',
      reading: { ...reading, flags: ['numbness'], evidence: [...reading.evidence] },
    });
    const before = anOutboundText({ plannedAt: '2026-03-01T16:00:00.000Z', status: 'delivered' });
    const { conversation } = compose({ inbound: [inbound], outbound: [aSafetyText(), before] });
    expect(conversation.map(({ direction, key }) => [direction, key])).toEqual([
      ['out', 'first-08'],
      ['in', undefined],
      ['out', 's1'],
    ]);
    expect(conversation[1]).toMatchObject({ outcome: 'escalate', evidence: reading.evidence });
  });

  it('keeps a text that was not sent, and says why', () => {
    const texts = [
      anOutboundText({ status: 'skipped', reason: 'late' }),
      anOutboundText({ plannedAt: '2026-03-01T16:00:00.000Z', status: 'revoked', reason: 'held' }),
    ];
    const { conversation } = compose({ outbound: texts });
    expect(conversation).toMatchObject([
      { isSent: false, statusWords: 'not sent', notSentReason: 'a red flag was open' },
      { isSent: false, notSentReason: 'its day had passed when texts could go out again' },
    ]);
  });

  it('tells a carrier’s fault in words, with its code', () => {
    const [text] = compose({
      outbound: [anOutboundText({ status: 'undelivered', errorCode: 30006, errorClass: 'permanent' })],
    }).conversation;
    expect(text).toMatchObject({
      statusWords: 'not delivered',
      error: { code: 30006, words: 'this number cannot get texts' },
    });
  });

  it('takes the scores from what was reported, oldest first', () => {
    const score = (at: string, value: number) =>
      anEvent({ type: 'ScoreReported.v1', at, cause: aSid(value), detail: { value } });
    const { scores } = compose({
      events: [score('2026-03-01T16:00:00.000Z', 4), score('2026-02-22T16:00:00.000Z', 7), anEvent()],
    });
    expect(scores.map(({ value }) => value)).toEqual([7, 4]);
  });

  it('shows an open escalation with what is to do, and a closed one with how it ended', () => {
    const closed = anEscalation({
      escalationId: `${held.memberId}~${aSid(9)}`,
      status: 'closed',
      openedAt: '2026-02-20T16:00:00.000Z',
      closed: { by: 'Dr. Ng', at: NOW, note: 'examined', how: 'released' },
    });
    const record = compose({ member: held, escalations: [closed, escalation] });
    expect(record.escalations).toMatchObject([
      {
        title: 'Emergency room now',
        flags: [{ flag: 'numbness', words: 'numb groin or upper legs' }],
        toDo: 'Somebody must acknowledge this',
        told: { delivery: 'pending', deliveryWords: 'on its way' },
        page: { count: 1, nextAt: '2026-03-02T16:05:00.000Z' },
      },
      { closed: { by: 'Dr. Ng', words: 'Released by a clinician' } },
    ]);
    expect(record.escalations[1]?.toDo).toBeUndefined();
  });

  it.each([
    ['StaffPaged.v1', { why: 'ladder' }, 'Staff paged: nobody has acknowledged yet'],
    ['EscalationOpened.v1', { tier: 'S2', flags: ['fever'] }, 'Red flag: fever'],
    ['EscalationOpened.v1', { tier: 'S2', flags: [] }, 'Red flag: Doctor today: fever'],
    ['FollowUpAnswered.v1', { isReached: false }, 'Answered the follow-up: NO, not yet'],
    ['PreferenceChanged.v1', { hour: '19:00' }, 'Changed a preference: texts at 19:00'],
    ['MemberPaused.v1', { until: '2026-03-09' }, 'Paused: until Mon, Mar 9'],
    ['AttentionResolved.v1', { why: ['picture', 'question'] }, 'Looked after: Sent a picture; Asked'],
    ['StaffPaged.v1', { why: 'a reason of a later version' }, 'Staff paged'],
  ] as const)('tells %s %j in one line', (type, detail, words) => {
    const event = anEvent({ type, detail: structuredClone(detail) as Record<string, string> }); // the table is readonly
    expect(compose({ events: [event] }).events[0]?.words).toContain(words);
  });
});

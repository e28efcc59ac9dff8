import { describe, expect, it } from 'vitest';
import { messageSidSchema } from '../../functions/domain/ids.ts';
import type { SendOutcome } from '../../functions/domain/texts/delivery.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { ClaimInFlightError } from '../../functions/use-cases/errors.ts';
import { createSendText } from '../../functions/use-cases/send-text.ts';
import { anOutboundText, aSafetyText, aSid, NOW } from '../fixtures/members.ts';
import { createKit } from './kit.ts';

const sid = messageSidSchema.parse(aSid(9));
const unknown: SendOutcome = { kind: 'unknown' };
const throttled: SendOutcome = { kind: 'throttled', code: 20429 };
const refused = (
  code: number,
  errorClass: Extract<SendOutcome, { kind: 'refused' }>['errorClass'],
): SendOutcome => ({ kind: 'refused', code, errorClass });

const setUp = (text: OutboundText) => {
  const kit = createKit();
  kit.putText(text);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const stored = () => kit.table.texts.get(text.textId);
  return { ...kit, waits, stored, sendText: createSendText({ ...kit, wait }), textId: text.textId };
};

const reply = () => anOutboundText({ kind: 'reply', lane: 'urgent', key: 'thanks' });

describe('sendText: a planned text', () => {
  it('is claimed, sent with the rest of its window as validity, and recorded', async () => {
    const kit = setUp(anOutboundText({ notAfter: '2026-03-02T16:30:00.000Z' }));
    kit.sender.scriptSends({ kind: 'accepted', sid, status: 'accepted' });
    expect(await kit.sendText(kit.textId)).toBe('accepted');
    expect(kit.sender.sent).toMatchObject([{ textId: kit.textId, validitySeconds: 1800 }]);
    expect(kit.stored()?.text).toMatchObject({ status: 'accepted', sid, attempts: 1, claimedAt: NOW });
  });

  it.each([
    ['2026-03-02T16:00:00.400Z', 1],
    ['2026-03-09T16:00:00.000Z', 36_000],
  ])('with notAfter %s is valid for %d seconds', async (notAfter, seconds) => {
    const kit = setUp(anOutboundText({ notAfter }));
    await kit.sendText(kit.textId);
    expect(kit.sender.sent[0]?.validitySeconds).toBe(seconds);
  });

  it('goes out once when two senders and three redeliveries meet', async () => {
    const kit = setUp(anOutboundText());
    const both = await Promise.all([kit.sendText(kit.textId), kit.sendText(kit.textId)]);
    expect(both.sort()).toEqual(['accepted', 'left']);
    for (let n = 0; n < 3; n += 1) expect(await kit.sendText(kit.textId, true)).toBe('left');
    expect(kit.sender.sent).toHaveLength(1);
  });

  it('is skipped with the reason when its window has closed', async () => {
    const kit = setUp(anOutboundText({ notAfter: NOW }));
    expect(await kit.sendText(kit.textId)).toBe('skipped');
    expect(kit.stored()?.text).toMatchObject({ status: 'skipped', reason: 'window_closed' });
    expect(kit.sender.sent).toEqual([]);
  });

  it('that is a safety text and too late is never skipped: it fails, which is a page', async () => {
    const kit = setUp(aSafetyText({ notAfter: NOW }));
    expect(await kit.sendText(kit.textId)).toBe('refused');
    expect(kit.stored()?.text.status).toBe('failed');
    expect(kit.logger.lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it.each(['claimed', 'accepted', 'sent', 'delivered', 'failed', 'revoked', 'skipped'] as const)(
    'no longer: %s is left alone',
    async (status) => {
      const kit = setUp(anOutboundText({ status, ...(status === 'claimed' && { claimedAt: NOW }) }));
      expect(await kit.sendText(kit.textId)).toBe('left');
      expect(kit.sender.sent).toEqual([]);
    },
  );

  it('that nobody knows is reported', async () => {
    const kit = setUp(anOutboundText());
    const { textId } = anOutboundText({ plannedAt: '2026-03-01T16:00:00.000Z' });
    expect(await kit.sendText(textId)).toBe('not_found');
  });
});

describe('sendText: the brake', () => {
  it.each([
    ['none', 'coaching', 'accepted'],
    ['none', 'reply', 'accepted'],
    ['routine', 'coaching', 'postponed'],
    ['routine', 'reply', 'accepted'],
    ['routine', 'safety', 'accepted'],
    ['all', 'coaching', 'postponed'],
    ['all', 'reply', 'postponed'],
    ['all', 'safety', 'accepted'],
  ] as const)('%s, a %s text: %s', async (scope, kind, outcome) => {
    const text = { coaching: anOutboundText, reply, safety: aSafetyText }[kind]();
    const kit = setUp(text);
    kit.brake.set(scope);
    expect(await kit.sendText(kit.textId)).toBe(outcome);
    if (outcome === 'postponed')
      expect(kit.stored()).toMatchObject({
        text: { status: 'planned' },
        dueAt: '2026-03-02T16:01:00.000Z',
      });
  });

  it('holds back no safety text when it cannot be read', async () => {
    const kit = setUp(aSafetyText());
    const brake = { read: () => Promise.reject(new Error('table away')) };
    const sendText = createSendText({ ...kit, brake, wait: async () => {} });
    expect(await sendText(kit.textId)).toBe('accepted');
  });
});

describe('sendText: throttled', () => {
  it('waits a moment and tries again', async () => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends(throttled, throttled);
    expect(await kit.sendText(kit.textId)).toBe('accepted');
    expect(kit.waits).toEqual([100, 200]);
    expect(kit.stored()?.text.attempts).toBe(1);
  });

  it('gives the claim back after three tries', async () => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends(throttled, throttled, throttled);
    expect(await kit.sendText(kit.textId)).toBe('given_back');
    expect(kit.stored()).toMatchObject({ text: { status: 'planned' }, dueAt: '2026-03-02T16:00:30.000Z' });
    expect(kit.sender.sent).toHaveLength(3);
  });

  it('does not hammer on a full queue', async () => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends({ kind: 'throttled', code: 21611 });
    expect(await kit.sendText(kit.textId)).toBe('given_back');
    expect(kit.sender.sent).toHaveLength(1);
  });
});

describe('sendText: refused', () => {
  it.each([
    [21211, 'permanent', 'warn'],
    [21610, 'opted_out', 'error'],
    [30002, 'configuration', 'error'],
    [99999, 'unknown_code', 'error'],
  ] as const)('%d is recorded as %s, at level %s', async (code, errorClass, level) => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends(refused(code, errorClass));
    expect(await kit.sendText(kit.textId)).toBe('refused');
    expect(kit.stored()?.text).toMatchObject({ status: 'failed', errorCode: code, errorClass });
    expect(kit.logger.lines.find(({ outcome }) => outcome === 'carrier_refused')?.level).toBe(level);
  });

  it('tries a coaching text once more later, inside its window, when the cause may pass', async () => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends(refused(30003, 'transient'), refused(30003, 'transient'));
    expect(await kit.sendText(kit.textId)).toBe('given_back');
    expect(kit.stored()?.dueAt).toBe('2026-03-02T17:00:00.000Z');
    kit.clock.advance({ hours: 1 });
    expect(await kit.sendText(kit.textId)).toBe('refused');
    expect(kit.stored()?.text.status).toBe('failed');
  });

  it('does not try later when the window will have closed', async () => {
    const kit = setUp(anOutboundText({ notAfter: '2026-03-02T16:50:00.000Z' }));
    kit.sender.scriptSends(refused(30003, 'transient'));
    expect(await kit.sendText(kit.textId)).toBe('refused');
  });

  it('tries a safety text four times', async () => {
    const kit = setUp(aSafetyText());
    const outcomes: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      kit.sender.scriptSends(refused(30003, 'transient'));
      outcomes.push(await kit.sendText(kit.textId));
      kit.clock.advance({ seconds: 30 });
    }
    expect(outcomes).toEqual(['given_back', 'given_back', 'given_back', 'refused']);
  });
});

describe('sendText: the answer was lost', () => {
  it.each([unknown, new Error('socket')])('drops a coaching text for good (%o)', async (outcome) => {
    const kit = setUp(anOutboundText());
    kit.sender.scriptSends(outcome);
    expect(await kit.sendText(kit.textId)).toBe('unknown');
    expect(kit.stored()).toMatchObject({ text: { status: 'unknown', reason: 'unknown_outcome' } });
    expect(kit.stored()?.dueAt).toBeUndefined();
    kit.clock.advance({ hours: 1 });
    expect(await kit.sendText(kit.textId)).toBe('left');
    expect(kit.sender.sent).toHaveLength(1);
  });

  it('asks about a safety text after 15 seconds, and keeps what the carrier has', async () => {
    const kit = setUp(aSafetyText());
    kit.sender.scriptSends(unknown);
    expect(await kit.sendText(kit.textId)).toBe('unknown');
    expect(kit.stored()?.dueAt).toBe('2026-03-02T16:00:15.000Z');
    expect(await kit.sendText(kit.textId)).toBe('left');
    kit.clock.advance({ seconds: 15 });
    kit.sender.scriptFinds({ sid, status: 'sent' });
    expect(await kit.sendText(kit.textId)).toBe('accepted');
    expect(kit.stored()?.text).toMatchObject({ status: 'sent', sid });
    expect(kit.sender.sent).toHaveLength(1);
  });

  it('sends a safety text again that the carrier does not have, once even when two look', async () => {
    const kit = setUp(aSafetyText());
    kit.sender.scriptSends(unknown);
    await kit.sendText(kit.textId);
    kit.clock.advance({ seconds: 15 });
    const both = await Promise.all([kit.sendText(kit.textId), kit.sendText(kit.textId)]);
    expect(both.sort()).toEqual(['accepted', 'left']);
    expect(kit.sender.sent).toHaveLength(2);
  });

  it('gives a safety text to a person after four sends', async () => {
    const kit = setUp(aSafetyText());
    kit.sender.scriptSends(unknown, unknown, unknown, unknown);
    for (let n = 0; n < 5; n += 1) {
      await kit.sendText(kit.textId);
      kit.clock.advance({ seconds: 15 });
    }
    expect(kit.sender.sent).toHaveLength(4);
    expect(kit.stored()?.text.status).toBe('failed');
  });

  it('keeps a safety text due when the carrier cannot be asked', async () => {
    const kit = setUp(aSafetyText());
    kit.sender.scriptSends(unknown);
    await kit.sendText(kit.textId);
    kit.clock.advance({ seconds: 15 });
    kit.sender.scriptFinds(new Error('away'));
    await expect(kit.sendText(kit.textId)).rejects.toThrow('away');
    expect(kit.stored()).toMatchObject({ text: { status: 'unknown' }, dueAt: '2026-03-02T16:00:15.000Z' });
  });
});

describe('sendText: a claim that was left behind', () => {
  const claimed = { status: 'claimed', claimedAt: NOW, attempts: 1 } as const;

  it('is not touched while its sender may be at work; a redelivery comes back later', async () => {
    const kit = setUp(anOutboundText(claimed));
    kit.clock.advance({ seconds: 20 });
    expect(await kit.sendText(kit.textId)).toBe('left');
    await expect(kit.sendText(kit.textId, true)).rejects.toBeInstanceOf(ClaimInFlightError);
    expect(kit.stored()?.text.status).toBe('claimed');
  });

  it('drops a coaching text: it may have gone out', async () => {
    const kit = setUp(anOutboundText(claimed));
    kit.clock.advance({ seconds: 50 });
    expect(await kit.sendText(kit.textId, true)).toBe('unknown');
    expect(kit.stored()?.text).toMatchObject({ status: 'unknown', reason: 'unknown_outcome' });
    expect(kit.sender.sent).toEqual([]);
  });

  it('asks about a safety text, and sends it when the carrier does not have it', async () => {
    const kit = setUp(aSafetyText(claimed));
    kit.clock.advance({ seconds: 50 });
    expect(await kit.sendText(kit.textId, true)).toBe('accepted');
    expect(kit.sender.sent).toHaveLength(1);
  });
});

it('logs neither the number nor the words', async () => {
  const text = aSafetyText();
  const kit = setUp(text);
  kit.sender.scriptSends(new Error(`could not send ${text.body} to ${text.to}`));
  await kit.sendText(kit.textId);
  const { error: _, ...fields } = kit.logger.lines[0]?.fields ?? {};
  expect(kit.logger.lines.length).toBeGreaterThan(1);
  expect(JSON.stringify([fields, kit.logger.lines.slice(1)])).not.toMatch(/5550100|emergency/);
});

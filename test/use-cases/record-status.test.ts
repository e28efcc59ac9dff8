import { describe, expect, it } from 'vitest';
import { classifyErrorCode } from '../../functions/adapters/twilio/error-classes.ts';
import { messageSidSchema } from '../../functions/domain/ids.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { createRecordStatus } from '../../functions/use-cases/record-status.ts';
import { anOutboundText, aSafetyText, aSid } from '../fixtures/members.ts';
import { createKit } from './kit.ts';

const sid = messageSidSchema.parse(aSid(7));

const setUp = (text: OutboundText) => {
  const kit = createKit();
  kit.putText(text);
  const { textId } = text;
  const recordStatus = createRecordStatus({ ...kit, classifyErrorCode });
  return {
    ...kit,
    record: (word: string, errorCode?: number) => recordStatus({ textId, sid, word, errorCode }),
    stored: () => kit.table.texts.get(textId)?.text,
  };
};

describe('recordStatus', () => {
  it('only moves forward, in whatever order callbacks come', async () => {
    const kit = setUp(aSafetyText({ status: 'accepted' }));
    const outcomes: string[] = [];
    for (const word of ['sent', 'queued', 'delivered', 'sent', 'failed', 'delivered'])
      outcomes.push(await kit.record(word));
    expect(outcomes).toEqual(['recorded', 'unchanged', 'recorded', 'unchanged', 'unchanged', 'unchanged']);
    expect(kit.stored()).toMatchObject({ status: 'delivered', sid });
  });

  it('spends no write on a passing status of an ordinary text', async () => {
    const kit = setUp(anOutboundText({ status: 'accepted' }));
    expect(await kit.record('queued')).toBe('unchanged');
    expect(await kit.record('sent')).toBe('unchanged');
    expect(await kit.record('delivered')).toBe('recorded');
  });

  it.each(['claimed', 'unknown'] as const)('joins a text that is %s: it exists after all', async (status) => {
    const kit = setUp(anOutboundText({ status, ...(status === 'unknown' && { reason: 'unknown_outcome' }) }));
    expect(await kit.record('queued')).toBe('recorded');
    expect(kit.stored()).toMatchObject({ status: 'queued', sid });
    expect(kit.stored()?.reason).toBeUndefined();
  });

  it.each([
    [30006, 'permanent', 'info'],
    [30034, 'configuration', 'error'],
    [12345, 'unknown_code', 'error'],
  ] as const)('classes the error %d as %s', async (code, errorClass, level) => {
    const kit = setUp(anOutboundText({ status: 'accepted' }));
    expect(await kit.record('undelivered', code)).toBe('recorded');
    expect(kit.stored()).toMatchObject({ status: 'undelivered', errorCode: code, errorClass });
    expect(kit.logger.lines.at(-1)?.level).toBe(level);
  });

  it('ignores a word that is no status', async () => {
    const kit = setUp(anOutboundText({ status: 'accepted' }));
    expect(await kit.record('exploded')).toBe('unchanged');
  });

  it('warns of a text that it does not know', async () => {
    const kit = createKit();
    const recordStatus = createRecordStatus({ ...kit, classifyErrorCode });
    const { textId } = anOutboundText();
    expect(await recordStatus({ textId, sid, word: 'sent' })).toBe('unknown_text');
    expect(kit.logger.lines).toMatchObject([{ level: 'warn' }]);
  });
});

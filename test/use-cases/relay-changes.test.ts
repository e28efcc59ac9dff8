import { describe, expect, it } from 'vitest';
import { phoneKeySchema } from '../../functions/domain/ids.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import type { Change } from '../../functions/ports.ts';
import { createRelayChanges } from '../../functions/use-cases/relay-changes.ts';
import { anEvent, anOutboundText, aPerson, aSafetyText } from '../fixtures/members.ts';
import { createKit } from './kit.ts';

const inbound = (n: number): Change => ({
  kind: 'inbound',
  phoneKey: phoneKeySchema.parse(aPerson(n).phoneKey),
});
const written = ({ textId, lane, status, phoneKey }: OutboundText): Change => ({
  kind: 'text',
  textId,
  lane,
  status,
  phoneKey,
});
const event = (cause: string): Change => ({ kind: 'event', event: anEvent({ cause }) });
const records = (...changes: readonly Change[]) =>
  changes.map((change, index) => ({ recordId: `r${index}`, change }));

describe('relayChanges', () => {
  it('carries each kind of change its own way', async () => {
    const kit = createKit();
    const failed = await createRelayChanges(kit)(
      records(inbound(0), written(anOutboundText()), written(aSafetyText()), event('one'), event('two')),
    );
    expect(failed).toEqual([]);
    expect(kit.doorbell.rings).toEqual([{ phoneKey: aPerson(0).phoneKey }]);
    expect(kit.textQueue.queued).toEqual([
      { lane: 'urgent', textId: aSafetyText().textId },
      { lane: 'routine', textId: anOutboundText().textId },
    ]);
    expect(kit.publisher.published.map(({ cause }) => cause)).toEqual(['one', 'two']);
  });

  it('collapses a flood of one number into one ring', async () => {
    const kit = createKit();
    await createRelayChanges(kit)(records(...Array.from({ length: 40 }, () => inbound(0)), inbound(1)));
    expect(kit.doorbell.rings).toHaveLength(2);
  });

  it('rings with the text that ended, and not once more for the same number', async () => {
    const kit = createKit();
    const delivered = written(aSafetyText({ status: 'delivered' }));
    await createRelayChanges(kit)(records(delivered, inbound(0), delivered));
    expect(kit.doorbell.rings).toEqual([{ phoneKey: aPerson(0).phoneKey, textId: aSafetyText().textId }]);
    expect(kit.textQueue.queued).toEqual([]);
  });

  it('puts a text on its lane once', async () => {
    const kit = createKit();
    await createRelayChanges(kit)(records(written(anOutboundText()), written(anOutboundText())));
    expect(kit.textQueue.queued).toHaveLength(1);
  });

  it('reports only what could not be carried on', async () => {
    const kit = createKit();
    const publisher = { publish: () => Promise.reject(new Error('bus away')) };
    const failed = await createRelayChanges({ ...kit, publisher })(
      records(event('one'), inbound(0), written(aSafetyText()), event('two')),
    );
    expect(failed).toEqual(['r0', 'r3']);
    expect(kit.doorbell.rings).toHaveLength(1);
    expect(kit.textQueue.queued).toHaveLength(1);
    expect(kit.logger.lines[0]).toMatchObject({ level: 'error', fields: { to: 'bus', records: 2 } });
  });
});

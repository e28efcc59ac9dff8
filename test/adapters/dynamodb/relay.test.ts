import { describe, expect, it } from 'vitest';
import { relayOfEvent, relayOfInbound, relayOfText } from '../../../functions/adapters/dynamodb/relay.ts';
import { TEXT_STATUSES } from '../../../functions/domain/texts/delivery.ts';
import { anEvent, anInboundText, anOutboundText } from '../../fixtures/members.ts';

describe('which mapping carries a text on', () => {
  it.each([
    { kind: 'safety', lane: 'urgent', status: 'planned', relay: 'safety' },
    { kind: 'reply', lane: 'urgent', status: 'planned', relay: 'safety' },
    { kind: 'coaching', lane: 'routine', status: 'planned', relay: 'rest' },
    { kind: 'safety', lane: 'urgent', status: 'delivered', relay: 'safety' },
    { kind: 'safety', lane: 'urgent', status: 'undelivered', relay: 'safety' },
    { kind: 'safety', lane: 'urgent', status: 'failed', errorClass: 'transient', relay: 'safety' },
    { kind: 'coaching', lane: 'routine', status: 'delivered', relay: undefined },
    { kind: 'coaching', lane: 'routine', status: 'failed', errorClass: 'transient', relay: undefined },
    { kind: 'coaching', lane: 'routine', status: 'undelivered', errorClass: 'permanent', relay: 'rest' },
    { kind: 'coaching', lane: 'routine', status: 'failed', errorClass: 'opted_out', relay: 'rest' },
    { kind: 'reply', lane: 'urgent', status: 'failed', errorClass: 'permanent', relay: 'safety' },
  ] as const)('is $relay for $kind $status $errorClass', ({ relay, ...fields }) => {
    expect(relayOfText(anOutboundText(fields))).toBe(relay);
  });

  it('is none on the way between', () => {
    const between = TEXT_STATUSES.filter(
      (status) => !['planned', 'delivered', 'undelivered', 'failed'].includes(status),
    );
    for (const status of between)
      expect(relayOfText(anOutboundText({ kind: 'safety', lane: 'urgent', status }))).toBeUndefined();
  });
});

describe('which mapping carries a text of a member and an event on', () => {
  it('is safety for an undecided text that nothing has failed on', () => {
    expect(relayOfInbound(anInboundText())).toBe('safety');
    expect(relayOfInbound(anInboundText({ failures: 1 }))).toBeUndefined();
    expect(relayOfInbound(anInboundText({ status: 'decided' }))).toBeUndefined();
  });

  it('is safety for a page and rest for any other event', () => {
    expect(relayOfEvent(anEvent({ type: 'StaffPaged.v1' }))).toBe('safety');
    expect(relayOfEvent(anEvent({ type: 'EscalationOpened.v1' }))).toBe('rest');
  });
});

import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEventBridgePublisher } from '../../../functions/adapters/eventbridge/create-event-publisher.ts';
import { anEvent, aPerson, NOW } from '../../fixtures/members.ts';

const bus = mockClient(EventBridgeClient);
const publisher = createEventBridgePublisher({
  client: new EventBridgeClient({ region: 'us-east-1' }),
  busName: 'limber',
});
const entries = () => bus.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries);

beforeEach(() => {
  bus.reset();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
});

describe('the event publisher', () => {
  it('publishes an event’s own words, flat, by area and type', async () => {
    await publisher.publish([anEvent({ type: 'StaffPaged.v1', cause: 'c1', detail: { rung: 2 } })]);
    expect(entries()).toEqual([
      [
        {
          EventBusName: 'limber',
          Source: 'coaching.staff',
          DetailType: 'StaffPaged.v1',
          Detail: JSON.stringify({ rung: 2, memberId: aPerson(0).memberId, at: NOW, cause: 'c1' }),
        },
      ],
    ]);
  });

  it('publishes ten at a time, in order', async () => {
    await publisher.publish(Array.from({ length: 12 }, (_, n) => anEvent({ cause: `c${n}` })));
    expect(entries().map((batch) => batch?.length)).toEqual([10, 2]);
  });

  it('throws when the bus refuses one, in codes and counts', async () => {
    bus.on(PutEventsCommand).resolves({
      FailedEntryCount: 1,
      Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException', ErrorMessage: 'secret' }],
    });
    const publishing = publisher.publish([anEvent(), anEvent()]);
    await expect(publishing).rejects.toThrow('1 of 2 events refused: ThrottlingException');
  });
});

import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DomainEvent } from '../../domain/decision.ts';
import type { EventPublisher } from '../../ports.ts';
import { areaOf } from './area-of.ts';

const BATCH = 10;

type Props = { readonly client: EventBridgeClient; readonly busName: string };

/** The bus refused events. Names how many and its codes, never what they say. */
class EventsNotPublishedError extends Error {
  override readonly name = 'EventsNotPublishedError';
}

const entryOf = (busName: string) => (event: DomainEvent) => ({
  EventBusName: busName,
  Source: `coaching.${areaOf(event.type)}`,
  DetailType: event.type,
  Detail: JSON.stringify({ ...event.detail, memberId: event.memberId, at: event.at, cause: event.cause }),
});

/** Publishes what happened: the event's own words, flat, so that a rule can filter on each; ids and no personal data. */
export const createEventBridgePublisher = ({ client, busName }: Props): EventPublisher => ({
  publish: async (events) => {
    for (let at = 0; at < events.length; at += BATCH) {
      const Entries = events.slice(at, at + BATCH).map(entryOf(busName));
      const answer = await client.send(new PutEventsCommand({ Entries }));
      if (!answer.FailedEntryCount) continue;
      const codes = new Set((answer.Entries ?? []).flatMap(({ ErrorCode }) => ErrorCode ?? []));
      throw new EventsNotPublishedError(
        `${answer.FailedEntryCount} of ${Entries.length} events refused: ${[...codes].join(', ')}`,
      );
    }
  },
});

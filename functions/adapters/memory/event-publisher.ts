import type { DomainEvent } from '../../domain/decision.ts';
import type { EventPublisher } from '../../ports.ts';

/** Keeps every event that was published, in order. */
export const createMemoryEventPublisher = (): EventPublisher & {
  readonly published: readonly DomainEvent[];
} => {
  const published: DomainEvent[] = [];
  return {
    published,
    publish: async (events) => {
      published.push(...events);
    },
  };
};

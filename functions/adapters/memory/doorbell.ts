import type { Doorbell, Ring } from '../../ports.ts';

/** Keeps every ring. `take` hands over what has come since, as a consumer would. */
export const createMemoryDoorbell = (): Doorbell & {
  readonly rings: readonly Ring[];
  readonly take: () => readonly Ring[];
} => {
  const rings: Ring[] = [];
  return {
    rings,
    ring: async (more) => {
      rings.push(...more);
    },
    take: () => rings.splice(0),
  };
};

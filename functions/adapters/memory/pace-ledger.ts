import type { PaceLedger } from '../../ports.ts';

export const createMemoryPaceLedger = (): PaceLedger => {
  const days = new Map<string, number>();
  return {
    spent: async (day) => days.get(day) ?? 0,
    add: async (day, segments) => {
      days.set(day, (days.get(day) ?? 0) + segments);
    },
  };
};

import type { Brake } from '../../ports.ts';

type Scope = Awaited<ReturnType<Brake['read']>>['scope'];

export const createMemoryBrake = (
  initial: Scope = 'none',
): Brake & { readonly set: (scope: Scope) => void } => {
  let current = initial;
  return {
    read: async () => ({ scope: current }),
    set: (scope) => {
      current = scope;
    },
  };
};

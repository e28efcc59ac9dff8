import { memberIdSchema } from '../../domain/ids.ts';
import type { Ids } from '../../ports.ts';

/** Member ids in the order in which they are drawn: `mem_00000001`, `mem_00000002` ... */
export const createMemoryIds = (): Ids => {
  let drawn = 0;
  return {
    newMemberId: () => {
      drawn += 1;
      return memberIdSchema.parse(`mem_${String(drawn).padStart(8, '0')}`);
    },
  };
};

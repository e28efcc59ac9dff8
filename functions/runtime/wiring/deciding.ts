import { createDynamoMemberRepository } from '../../adapters/dynamodb/member-repository.ts';
import { decide } from '../../domain/decide.ts';
import { createDecideAndCommit } from '../../use-cases/decide-and-commit.ts';
import type { Shared } from '../shared.ts';

/** The one door by which members change, for every function that has it. */
export const wireDeciding = async ({ clock, ids, program, table }: Shared) => {
  const members = createDynamoMemberRepository(await table());
  return {
    members,
    decideAndCommit: createDecideAndCommit({ members, decide, program: await program(), clock, ids }),
  };
};

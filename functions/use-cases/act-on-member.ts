import type { Decision, StaffAct } from '../domain/decision.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Logger } from '../ports.ts';
import type { DecideAndCommit } from './decide-and-commit.ts';

type ActOutcome = NonNullable<Decision['staff']>;
export type ActOnMember = (memberId: MemberId, act: StaffAct) => Promise<ActOutcome>;

type Deps = { readonly decideAndCommit: DecideAndCommit; readonly logger: Logger };

/** What staff do to a member or an escalation, through the same door as everything else. */
export const createActOnMember = ({ decideAndCommit, logger }: Deps): ActOnMember => {
  return async (memberId, act) => {
    const decision = await decideAndCommit({ kind: 'member', memberId }, { kind: 'staff', act });
    const outcome = decision?.staff ?? { kind: 'not_found' };
    logger.info('staff_act', { memberId, act: act.kind, actId: act.actId, outcome: outcome.kind });
    return outcome;
  };
};

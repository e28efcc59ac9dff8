import type { Decide, Decision, Message } from '../domain/decision.ts';
import type { MemberId, PhoneKey } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import type { Clock, Ids, MemberRepository } from '../ports.ts';
import { ConflictError } from './errors.ts';

const TRIES = 5;

/** Whom a message is about. A number may be nobody's yet: deciding on its text makes the member. */
export type Who =
  | { readonly kind: 'phone'; readonly phoneKey: PhoneKey }
  | { readonly kind: 'member'; readonly memberId: MemberId };

/**
 * Answers what was committed; undefined when there was nobody to decide about, or when, after a conflict,
 * `isStillOpen` says that somebody else has decided the same message.
 */
export type DecideAndCommit = (
  who: Who,
  message: Message,
  isStillOpen?: () => Promise<boolean>,
) => Promise<Decision | undefined>;

type Deps = {
  readonly members: MemberRepository;
  readonly decide: Decide;
  readonly program: Program;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Load, decide, commit: the only way a member changes. On a conflict it loads and decides again, up to 5 times. */
export const createDecideAndCommit = (deps: Deps): DecideAndCommit => {
  const { members, decide, program, clock, ids } = deps;

  const load = (who: Who) =>
    who.kind === 'phone' ? members.findByPhone(who.phoneKey) : members.findById(who.memberId);

  return async (who, message, isStillOpen) => {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (attempt > 1 && isStillOpen && !(await isStillOpen())) return undefined;
      const aggregate = await load(who);
      if (!aggregate && who.kind === 'member') return undefined;
      const decision = decide(program, aggregate, message, {
        now: clock.now(),
        newMemberId: ids.newMemberId(),
      });
      if (decision.staff && decision.staff.kind !== 'done') return decision; // nothing changed, nothing to write
      const result = await members.commit(decision);
      if (result.kind === 'committed') return decision;
    }
    throw new ConflictError(`no commit in ${TRIES} tries`);
  };
};

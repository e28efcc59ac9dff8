import type { Member } from '../domain/enrollment/member.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Program } from '../domain/program/program.ts';
import type { Clock, Page, RecordReader } from '../ports.ts';
import type { EnrollmentSummary } from './record/record-schema.ts';
import { summaryOf } from './record/summary-of.ts';

type Deps = {
  readonly records: Pick<RecordReader, 'listMembers' | 'listOpenEscalations'>;
  readonly clock: Clock;
  readonly program: Program;
};

export type ListEnrollments = (limit: number, after?: string) => Promise<Page<EnrollmentSummary>>;

const aggregateOf = (member: Member, open: ReadonlyMap<MemberId, Escalation>) => {
  const escalation = open.get(member.memberId);
  return escalation ? { member, escalation } : { member };
};

/** Everybody who ever texted, page by page, newest first, each with what they wait for and whether they need somebody. */
export const createListEnrollments =
  ({ records, clock, program }: Deps): ListEnrollments =>
  async (limit, after) => {
    const [members, escalations] = await Promise.all([
      records.listMembers(limit, after),
      records.listOpenEscalations(),
    ]);
    const open = new Map(escalations.map((escalation) => [escalation.memberId, escalation]));
    const now = clock.now();
    return {
      items: members.items.map((member) => summaryOf(program, aggregateOf(member, open), now)),
      ...(members.next !== undefined && { next: members.next }),
    };
  };

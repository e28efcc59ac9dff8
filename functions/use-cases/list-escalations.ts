import type { MemberRepository, RecordReader } from '../ports.ts';
import type { EscalationView } from './record/escalation-schema.ts';
import { viewEscalation } from './record/view-escalation.ts';

type Deps = {
  readonly records: Pick<RecordReader, 'listOpenEscalations'>;
  readonly members: Pick<MemberRepository, 'findById'>;
};

export type ListEscalations = () => Promise<readonly EscalationView[]>;

/**
 * Open and acknowledged escalations, strongest first, then oldest. The list comes from an index that may lag; each is
 * read again with its member, so that what is shown as open is open.
 */
export const createListEscalations =
  ({ records, members }: Deps): ListEscalations =>
  async () => {
    const listed = await records.listOpenEscalations();
    const views = await Promise.all(
      listed.map(async (escalation) => {
        const aggregate = await members.findById(escalation.memberId);
        if (!aggregate) return undefined;
        const fresh =
          aggregate.escalation?.escalationId === escalation.escalationId ? aggregate.escalation : undefined;
        return fresh && fresh.status !== 'closed' ? viewEscalation(fresh, aggregate.member) : undefined;
      }),
    );
    return views.filter((view): view is EscalationView => view !== undefined);
  };

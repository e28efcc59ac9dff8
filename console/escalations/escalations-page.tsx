import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Act } from '../act.ts';
import { ActDialog } from '../act-dialog.tsx';
import { useEscalations } from '../queries.ts';
import { Trouble, Waiting } from '../waiting.tsx';
import { EscalationCard } from './escalation-card.tsx';

type Props = { readonly hrefOf: (memberId: string) => string };

/** Every open red flag: the strongest first, then the oldest. */
export const EscalationsPage = ({ hrefOf }: Props) => {
  const [act, setAct] = useState<Act>();
  const { data, error } = useEscalations();
  const count = data?.escalations.length;
  return (
    <section aria-label="Open red flags">
      <Trouble error={error} />
      {!data && !error && <Waiting what="the red flags" />}
      {data && (
        <SpaceBetween size="m">
          <h2 className="page-title">
            Open red flags <span className="quiet">({count})</span>
          </h2>
          {count === 0 && (
            <p className="all-clear">
              <strong>Nothing is open.</strong> Every red flag has been looked after.
            </p>
          )}
          {data.escalations.map((escalation) => (
            <EscalationCard
              key={escalation.escalationId}
              escalation={escalation}
              now={data.asOf}
              onAct={setAct}
              recordHref={hrefOf(escalation.memberId)}
            />
          ))}
        </SpaceBetween>
      )}
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </section>
  );
};

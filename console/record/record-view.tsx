import './record.css';
import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import type { EnrollmentRecord } from '../../functions/use-cases/record/record-schema.ts';
import type { Act } from '../act.ts';
import { ActDialog } from '../act-dialog.tsx';
import { EscalationCard } from '../escalations/escalation-card.tsx';
import { STATUS_NAMES } from '../names.ts';
import { sayZone } from '../say.ts';
import { Consents } from './consents.tsx';
import { Conversation } from './conversation.tsx';
import { DaysBar } from './days-bar.tsx';
import { Facts } from './facts.tsx';
import { ScoresChart } from './scores-chart.tsx';
import { Timeline } from './timeline.tsx';

type Props = { readonly record: EnrollmentRecord };
type WithAct = Props & { readonly onAct: (act: Act) => void };

const STATUS_COLORS = {
  visitor: 'grey',
  joining: 'blue',
  active: 'green',
  paused: 'grey',
  lapsed: 'grey',
  completed: 'green',
} as const;

const Head = ({ record }: Props) => (
  <header className="record-head">
    <div>
      <h2 className="record-name">{record.phone}</h2>
      <p className="record-badges">
        <Badge color={STATUS_COLORS[record.status]}>{STATUS_NAMES[record.status]}</Badge>
        {record.hold && <Badge color="severity-critical">Held</Badge>}
        {record.consent === 'out' && <Badge color="severity-high">Opted out</Badge>}
        {record.reach === 'unreachable' && <Badge color="severity-high">Unreachable</Badge>}
        {record.needsClearance && <Badge color="severity-medium">Needs a nurse first</Badge>}
        <span className="quiet">Times in {sayZone(record.timeZone)}</span>
      </p>
    </div>
    {record.day !== undefined && <DaysBar day={record.day} />}
  </header>
);

const Attention = ({ record, onAct }: WithAct) => {
  const act = (kind: 'clear' | 'known' | 'resolve') => () =>
    onAct({ kind, memberId: record.memberId, phone: record.phone });
  return (
    <>
      {record.needsClearance && (
        <Alert
          type="warning"
          header="A nurse before any exercise"
          action={<Button onClick={act('clear')}>Exercises are all right</Button>}
        >
          This member has a condition that the care team should look at first.
        </Alert>
      )}
      {record.attention.length > 0 && (
        <Alert
          type="warning"
          header="Somebody should look"
          action={
            <SpaceBetween direction="horizontal" size="xs">
              {record.attention.some(({ why }) => why === 'check_answered_no') && (
                <Button onClick={act('known')}>Known, not new</Button>
              )}
              <Button onClick={act('resolve')}>Looked after</Button>
            </SpaceBetween>
          }
        >
          <ul className="plain-list">
            {record.attention.map(({ why, words }) => (
              <li key={why}>{words}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
};

const Details = ({ record, onAct }: WithAct) => {
  const past = record.escalations.filter(({ status }) => status === 'closed');
  const { timeZone } = record;
  const tab = (id: string, label: string, content: React.ReactNode) => ({ id, label, content });
  return (
    <Tabs
      ariaLabel="Parts of the record"
      i18nStrings={{ scrollLeftAriaLabel: 'Show earlier parts', scrollRightAriaLabel: 'Show further parts' }}
      tabs={[
        tab(
          'texts',
          `Texts (${record.conversation.length})`,
          <Conversation texts={record.conversation} timeZone={timeZone} />,
        ),
        tab('events', 'What happened', <Timeline events={record.events} timeZone={timeZone} />),
        tab('consent', 'Consent', <Consents consents={record.consents} timeZone={timeZone} />),
        tab(
          'past',
          `Past flags (${past.length})`,
          past.length === 0 ? (
            <p className="quiet">None.</p>
          ) : (
            past.map((escalation) => (
              <EscalationCard
                key={escalation.escalationId}
                escalation={escalation}
                now={record.asOf}
                onAct={onAct}
              />
            ))
          ),
        ),
      ]}
    />
  );
};

/** One enrollment record: what needs somebody first, then where they stand, then everything that was said. */
export const RecordView = ({ record }: Props) => {
  const [act, setAct] = useState<Act>();
  const open = record.escalations.filter(({ status }) => status !== 'closed');
  return (
    <section className="record" aria-label={`Record of ${record.phone}`}>
      <SpaceBetween size="m">
        <Head record={record} />
        {open.map((escalation) => (
          <EscalationCard
            key={escalation.escalationId}
            escalation={escalation}
            now={record.asOf}
            onAct={setAct}
          />
        ))}
        <Attention record={record} onAct={setAct} />
        <div className="record-columns">
          <div className="record-aside">
            <Container header={<Header variant="h3">Where they stand</Header>}>
              <Facts record={record} />
            </Container>
            <Container header={<Header variant="h3">Pain scores</Header>}>
              <ScoresChart scores={record.scores} timeZone={record.timeZone} />
            </Container>
          </div>
          <Container>
            <Details record={record} onAct={setAct} />
          </Container>
        </div>
      </SpaceBetween>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </section>
  );
};

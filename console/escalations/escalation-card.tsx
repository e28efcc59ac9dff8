import './escalations.css';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../functions/use-cases/record/escalation-schema.ts';
import type { Act, ActKind } from '../act.ts';
import { LANGUAGE_NAMES } from '../names.ts';
import { count, sayDayTime, sayDistance, sayTime } from '../say.ts';

type Props = {
  readonly escalation: EscalationView;
  /** The program's time, so that "in 5 minutes" is right when its clock is not the wall's. */
  readonly now: string;
  readonly onAct: (act: Act) => void;
  /** Left out where the member's own record is the page. */
  readonly recordHref?: string;
};

const isReached = ({ contacts }: EscalationView): boolean =>
  contacts.some(({ outcome }) => outcome === 'reached');

const primaryOf = (escalation: EscalationView): ActKind => {
  if (escalation.status === 'open') return 'acknowledge';
  return isReached(escalation) ? 'release' : 'contact';
};

const Actions = ({ escalation, onAct }: Pick<Props, 'escalation' | 'onAct'>) => {
  const primary = primaryOf(escalation);
  const button = (kind: ActKind, label: string) => (
    <Button
      key={kind}
      variant={kind === primary ? 'primary' : 'normal'}
      onClick={() =>
        onAct({
          kind,
          memberId: escalation.memberId,
          phone: escalation.phone,
          escalationId: escalation.escalationId,
        })
      }
    >
      {label}
    </Button>
  );
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {escalation.status === 'open' && button('acknowledge', 'Acknowledge')}
      {button('contact', 'Log contact')}
      {button('release', 'Release hold')}
      {button('misread', 'Misread')}
    </SpaceBetween>
  );
};

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flag-line">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Told = ({ told }: { told: EscalationView['told'] }) => (
  <>
    {told.words}
    {told.delivery !== 'nothing_sent' && (
      <>
        {', '}
        <StatusIndicator
          type={told.delivery === 'delivered' ? 'success' : told.delivery === 'pending' ? 'pending' : 'error'}
        >
          {told.deliveryWords}
        </StatusIndicator>
      </>
    )}
  </>
);

const Paged = ({ escalation, now }: { escalation: EscalationView; now: string }) => (
  <>
    {count(escalation.page.count, 'time')}
    {escalation.page.nextAt &&
      `, again at ${sayTime(escalation.page.nextAt, escalation.timeZone)} (${sayDistance(escalation.page.nextAt, now)})`}
  </>
);

const saidBy = (who: { by: string; at: string; note: string }, zone: string): string =>
  `${who.by}, ${sayDayTime(who.at, zone)}${who.note ? `: ${who.note}` : ''}`;

const Lines = ({ escalation, now }: Pick<Props, 'escalation' | 'now'>) => {
  const { timeZone: zone, acknowledged, contacts, contactDueAt, followUp, closed } = escalation;
  return (
    <dl className="flag-lines">
      <Line label="Reported">
        {sayDayTime(escalation.openedAt, zone)}, {escalation.sourceWords} (
        {LANGUAGE_NAMES[escalation.language]})
      </Line>
      <Line label="Member was told">
        <Told told={escalation.told} />
      </Line>
      <Line label="Staff paged">
        <Paged escalation={escalation} now={now} />
      </Line>
      {acknowledged && <Line label="Acknowledged by">{saidBy(acknowledged, zone)}</Line>}
      {contacts.map((contact) => (
        <Line key={contact.at} label={contact.words}>
          {saidBy(contact, zone)}
        </Line>
      ))}
      {contactDueAt && !isReached(escalation) && (
        <Line label="Contact due">
          {sayDayTime(contactDueAt, zone)} ({sayDistance(contactDueAt, now)})
        </Line>
      )}
      {followUp && (
        <Line label="Follow-up text">
          {sayDayTime(followUp.at, zone)}: {followUp.words}
        </Line>
      )}
      {closed && <Line label={closed.words}>{saidBy(closed, zone)}</Line>}
    </dl>
  );
};

const evidenceOf = ({ evidence }: EscalationView): readonly string[] => [
  ...new Set(evidence.map(({ text }) => text)),
];

/** A red flag: how serious, what was said, what the member was told, and what somebody does next. */
export const EscalationCard = ({ escalation, now, onAct, recordHref }: Props) => {
  const words = escalation.flags.map((flag) => flag.words).join(', ');
  return (
    <article
      className={`flag flag-${escalation.status === 'closed' ? 'closed' : escalation.urgency}`}
      aria-label={`${escalation.title}, ${escalation.phone}`}
    >
      <header className="flag-head">
        <div>
          <p className="flag-tier">
            {escalation.tier} · {escalation.urgency === 'now' ? 'now, at any hour' : 'today'} ·{' '}
            {
              { open: 'nobody has acknowledged', acknowledged: 'acknowledged', closed: 'closed' }[
                escalation.status
              ]
            }
          </p>
          <h3 className="flag-title">{escalation.title}</h3>
          <p className="flag-what">
            {recordHref && (
              <>
                <a href={recordHref}>{escalation.phone}</a>
                {': '}
              </>
            )}
            {words || 'No flag named'}
          </p>
        </div>
        {escalation.status !== 'closed' && <Actions escalation={escalation} onAct={onAct} />}
      </header>
      {evidenceOf(escalation).map((text) => (
        <blockquote key={text} className="flag-quote">
          <mark className="evidence">{text}</mark>
        </blockquote>
      ))}
      {escalation.isOptedOut && escalation.status !== 'closed' && (
        <p className="flag-phone">This member gets no texts any more. Phone {escalation.phone}.</p>
      )}
      {escalation.toDo && <p className="flag-todo">{escalation.toDo}.</p>}
      <Lines escalation={escalation} now={now} />
    </article>
  );
};

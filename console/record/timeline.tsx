import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { EnrollmentRecord, TimelineEntry } from '../../functions/use-cases/record/record-schema.ts';
import { sayDayTime } from '../say.ts';

type Props = { readonly events: EnrollmentRecord['events']; readonly timeZone: string };

const SERIOUS: ReadonlySet<TimelineEntry['type']> = new Set([
  'EscalationOpened.v1',
  'EscalationRaised.v1',
  'StaffPaged.v1',
  'MemberUnreachable.v1',
  'MemberOptedOut.v1',
]);

/** What happened, newest first. Who looked at the record is kept apart: it is for audits, not for care. */
export const Timeline = ({ events, timeZone }: Props) => {
  const [isWithViews, setWithViews] = useState(false);
  const views = events.filter(({ type }) => type === 'RecordViewed.v1').length;
  const shown = events.filter(({ type }) => isWithViews || type !== 'RecordViewed.v1').toReversed();
  return (
    <>
      {shown.length === 0 && <p className="quiet">Nothing has happened yet.</p>}
      <ol className="timeline">
        {shown.map((event) => (
          <li key={event.cause} className={SERIOUS.has(event.type) ? 'timeline-serious' : ''}>
            <time dateTime={event.at}>{sayDayTime(event.at, timeZone)}</time>
            <span>
              {event.words}
              {event.by && <span className="quiet"> by {event.by}</span>}
            </span>
          </li>
        ))}
      </ol>
      {views > 0 && (
        <Toggle checked={isWithViews} onChange={({ detail }) => setWithViews(detail.checked)}>
          Show who looked at this record ({views})
        </Toggle>
      )}
    </>
  );
};

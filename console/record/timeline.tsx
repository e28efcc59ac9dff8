import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { EnrollmentRecord, TimelineEntry } from '../../functions/use-cases/record/record-schema.ts';
import { inRuns } from '../in-runs.ts';
import { count, sayDayTime } from '../say.ts';

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
        {inRuns(shown, ({ words, by }) => `${words} ${by}`).map(({ item, oldest, times }) => (
          <li key={oldest.cause} className={SERIOUS.has(item.type) ? 'timeline-serious' : ''}>
            <time dateTime={item.at}>{sayDayTime(item.at, timeZone)}</time>
            <span>
              {item.words}
              {item.by && <span className="quiet"> by {item.by}</span>}
              {times > 1 && (
                <span className="quiet">
                  {' '}
                  ({count(times, 'time')} since {sayDayTime(oldest.at, timeZone)})
                </span>
              )}
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

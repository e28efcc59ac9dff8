import type { TableProps } from '@cloudscape-design/components/table';
import type { EnrollmentSummary } from '../../functions/use-cases/record/record-schema.ts';
import { LANGUAGE_NAMES, STATUS_NAMES, TRACK_NAMES } from '../names.ts';
import { NEED_ORDER, Need } from './needs.tsx';

type Column = TableProps.ColumnDefinition<EnrollmentSummary>;

const by =
  (keyOf: (summary: EnrollmentSummary) => string | number): NonNullable<Column['sortingComparator']> =>
  (a, b) => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
  };

/** What fits a phone. */
export const NARROW_COLUMNS: readonly string[] = ['phone', 'status'];

const NextOrWaits = ({ summary }: { summary: EnrollmentSummary }) =>
  summary.nextText ? (
    summary.nextText.localTime
  ) : (
    <span className="quiet">{summary.waitsFor[0] ?? 'None planned'}</span>
  );

/** The list of members, column by column. The number leads to the record. */
export const columnsFor = (hrefOf: (memberId: string) => string): readonly Column[] => [
  {
    id: 'phone',
    header: 'Member',
    isRowHeader: true,
    sortingComparator: by(({ phone }) => phone),
    cell: (summary) => (
      <>
        <a className="member-link" href={hrefOf(summary.memberId)}>
          {summary.phone}
        </a>
        {summary.language !== 'en' && <span className="quiet"> {LANGUAGE_NAMES[summary.language]}</span>}
        <span className="only-narrow">
          <Need summary={summary} />
        </span>
      </>
    ),
  },
  {
    id: 'need',
    header: 'Need',
    sortingComparator: by(({ need }) => NEED_ORDER.indexOf(need)),
    cell: (summary) => <Need summary={summary} />,
  },
  {
    id: 'status',
    header: 'Status',
    sortingComparator: by(({ status }) => status),
    cell: (summary) => (
      <>
        {STATUS_NAMES[summary.status]}
        {summary.consent === 'out' && <span className="quiet">, opted out</span>}
        {summary.reach === 'unreachable' && <span className="quiet">, unreachable</span>}
      </>
    ),
  },
  {
    id: 'track',
    header: 'Track',
    sortingComparator: by(({ track }) => track ?? ''),
    cell: ({ track }) => (track ? TRACK_NAMES[track] : '–'),
  },
  {
    id: 'day',
    header: 'Day',
    sortingComparator: by(({ day }) => day ?? -1),
    cell: ({ day }) => (day === undefined ? '–' : `${day} of 42`),
  },
  {
    id: 'next',
    header: 'Next text, or what it waits for',
    sortingComparator: by(({ nextText }) => nextText?.at ?? '9'),
    cell: (summary) => <NextOrWaits summary={summary} />,
  },
];

/** What fits a desk: the need has a column of its own there. */
export const WIDE_COLUMNS: readonly string[] = ['phone', 'need', 'status', 'track', 'day', 'next'];

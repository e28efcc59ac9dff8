import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { EnrollmentSummary } from '../../functions/use-cases/record/record-schema.ts';
import { NEED_NAMES } from '../names.ts';

const TYPES: Readonly<Record<EnrollmentSummary['need'], StatusIndicatorProps.Type>> = {
  now: 'error',
  today: 'warning',
  held: 'in-progress',
  look: 'info',
  none: 'success',
};

/** Who needs somebody, most urgent first: the order of the list. */
export const NEED_ORDER: readonly EnrollmentSummary['need'][] = ['now', 'today', 'held', 'look', 'none'];

const aboutWords = ({ hold, attention }: EnrollmentSummary): string | undefined =>
  hold
    ? `${hold.title}${hold.isAcknowledged ? ' (acknowledged)' : ''}`
    : attention.map(({ words }) => words).join('; ');

/** What somebody has to do about this member, if anything. */
export const Need = ({ summary }: { summary: EnrollmentSummary }) =>
  summary.need === 'none' ? null : (
    <StatusIndicator type={TYPES[summary.need]} wrapText>
      <strong>{NEED_NAMES[summary.need]}</strong>: {aboutWords(summary)}
    </StatusIndicator>
  );

import type { EnrollmentSummary } from '../../functions/use-cases/record/record-schema.ts';
import { NEED_NAMES } from '../names.ts';

/** Who needs somebody, most urgent first: the order of the list. */
export const NEED_ORDER: readonly EnrollmentSummary['need'][] = ['now', 'today', 'held', 'look', 'none'];

const aboutWords = ({ hold, attention }: EnrollmentSummary): string | undefined =>
  hold
    ? `${hold.title}${hold.isAcknowledged ? ' (acknowledged)' : ''}`
    : attention.map(({ words }) => words).join('; ');

/** What somebody has to do about this member, if anything. */
export const Need = ({ summary }: { summary: EnrollmentSummary }) =>
  summary.need === 'none' ? null : (
    <span className={`need need-${summary.need}`}>
      <strong>{NEED_NAMES[summary.need]}</strong>: {aboutWords(summary)}
    </span>
  );

import type { ReadWant } from '../../functions/domain/conversation/want.ts';
import { FLAGS, type Language } from '../../functions/domain/flags.ts';
import type { ReadReply } from '../../functions/domain/triage/reading.ts';
import type { LabelledIntent, LabelledReply } from './corpus.ts';

export type Share = { readonly of: number; readonly escalated: number; readonly checked: number };

const shareOf = (rows: readonly LabelledReply[], read: ReadReply): Share => {
  const outcomes = rows.map((row) => read(row.text, row.context).outcome);
  return {
    of: rows.length,
    escalated: outcomes.filter((outcome) => outcome === 'escalate').length,
    checked: outcomes.filter((outcome) => outcome === 'check').length,
  };
};

/** How many replies that report a flag are heard, by flag, and how many that report none are escalated. */
export const measureReplies = (rows: readonly LabelledReply[], read: ReadReply, language: Language) => {
  const own = rows.filter((row) => row.lang === language);
  const reported = own.filter((row) => row.expect === 'escalate');
  return {
    reported: shareOf(reported, read),
    innocent: shareOf(
      own.filter((row) => row.expect === 'no_escalate'),
      read,
    ),
    byFlag: FLAGS.map((flag) => ({
      flag,
      ...shareOf(
        reported.filter((row) => row.flags.includes(flag)),
        read,
      ),
    })),
  };
};

const isRight = (row: LabelledIntent, read: ReadWant): boolean => {
  const { intent } = read(row.text, row.context);
  return row.intent === 'either' ? (row.either ?? []).includes(intent) : row.intent === intent;
};

/** How many wants are read right, and of those with a value how many values. */
export const measureWants = (rows: readonly LabelledIntent[], read: ReadWant, language: Language) => {
  const own = rows.filter((row) => row.lang === language);
  const valued = own.filter((row) => row.value !== undefined);
  const optOuts = own.filter((row) => row.intent === 'opt_out');
  return {
    of: own.length,
    right: own.filter((row) => isRight(row, read)).length,
    values: valued.length,
    rightValues: valued.filter((row) => read(row.text, row.context).value === row.value).length,
    optOuts: optOuts.length,
    heardOptOuts: optOuts.filter((row) => isRight(row, read)).length,
    falseOptOuts: own.filter(
      (row) =>
        row.intent !== 'opt_out' &&
        !row.either?.includes('opt_out') &&
        read(row.text, row.context).intent === 'opt_out',
    ).length,
  };
};

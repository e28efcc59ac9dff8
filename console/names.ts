import type { EnrollmentSummary } from '../functions/use-cases/record/record-schema.ts';

/** The console's words for what is not told in words by the record itself. */
export const LANGUAGE_NAMES: Readonly<Record<EnrollmentSummary['language'], string>> = {
  en: 'English',
  es: 'Spanish',
};

export const TRACK_NAMES: Readonly<Record<NonNullable<EnrollmentSummary['track']>, string>> = {
  first: 'First time',
  repeat: 'Comes and goes',
  persistent: 'Always there',
};

export const STATUS_NAMES: Readonly<Record<EnrollmentSummary['status'], string>> = {
  visitor: 'Not joined',
  joining: 'Joining',
  active: 'Active',
  paused: 'Paused',
  lapsed: 'Stopped',
  completed: 'Finished',
};

export const NEED_NAMES: Readonly<Record<EnrollmentSummary['need'], string>> = {
  now: 'Now',
  today: 'Today',
  held: 'Held',
  look: 'Please look',
  none: '',
};

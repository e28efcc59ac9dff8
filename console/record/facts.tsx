import type { ReactNode } from 'react';
import type { EnrollmentRecord } from '../../functions/use-cases/record/record-schema.ts';
import { LANGUAGE_NAMES, TRACK_NAMES } from '../names.ts';
import { count, sayDayTime, sayDistance, sayWallTime, sayZone } from '../say.ts';

const consentWords = (record: EnrollmentRecord): string => {
  if (record.isCarrierBlocked) return 'Opted out; the carrier blocks texts';
  return { none: 'Not given yet', in: 'Agreed to texts', out: 'Opted out' }[record.consent];
};

const NextText = ({ record }: { record: EnrollmentRecord }) =>
  record.nextText ? (
    <>
      <strong>{record.nextText.localTime}</strong>
      <br />
      <span className="quiet">{sayDistance(record.nextText.at, record.asOf)}</span>
    </>
  ) : (
    'None planned'
  );

const WaitsFor = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? (
    'Nothing'
  ) : (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const zoneWords = (record: EnrollmentRecord): string => {
  const names = [...new Set(record.zones.map(sayZone))];
  const source = record.zoneSource === 'zip' ? 'from the ZIP code' : 'from the area code';
  return names.length > 2 ? `One of ${names.length} zones, ${source}` : `${names.join(' or ')}, ${source}`;
};

const itemsOf = (record: EnrollmentRecord): readonly (readonly [string, ReactNode])[] => [
  ['Next text', <NextText key="next" record={record} />],
  ['Waits for', <WaitsFor key="waits" lines={record.waitsFor} />],
  ['Track', record.track ? TRACK_NAMES[record.track] : 'Not chosen yet'],
  ['Exercises done', record.track ? `${count(record.daysDone, 'day')} reported` : 'Not started'],
  ['Texts at', `${sayWallTime(record.hour)}, the member’s time`],
  ['Time zone', zoneWords(record)],
  ['Consent', consentWords(record)],
  ['Reach', record.reach === 'ok' ? 'Texts get through' : 'Texts do not get through'],
  ['Language', LANGUAGE_NAMES[record.language]],
  ['In the program since', record.startedAt ? sayDayTime(record.startedAt, record.timeZone) : 'Not started'],
];

/** What is known of the enrollment, the next step first. */
export const Facts = ({ record }: { record: EnrollmentRecord }) => (
  <dl className="facts">
    {itemsOf(record).map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

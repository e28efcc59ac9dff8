import type { EnrollmentRecord } from '../../functions/use-cases/record/record-schema.ts';
import { sayDayTime } from '../say.ts';

type Props = { readonly consents: EnrollmentRecord['consents']; readonly timeZone: string };

/** The consent ledger: when, how, and to which wording. Lines are only ever added. */
export const Consents = ({ consents, timeZone }: Props) =>
  consents.length === 0 ? (
    <p className="quiet">No line in the consent ledger yet.</p>
  ) : (
    <ol className="timeline">
      {consents.toReversed().map((entry) => (
        <li key={`${entry.at}-${entry.cause}`}>
          <time dateTime={entry.at}>{sayDayTime(entry.at, timeZone)}</time>
          <span>
            {entry.words}
            <span className="quiet"> (wording {entry.wording})</span>
          </span>
        </li>
      ))}
    </ol>
  );

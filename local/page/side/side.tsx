import './side.css';
import { EnrollmentsPage } from '../../../console/enrollments/enrollments-page.tsx';
import { EscalationsPage } from '../../../console/escalations/escalations-page.tsx';
import { applyLook } from '../../../console/look.ts';
import { RecordPage } from '../../../console/record/record-page.tsx';
import { sayPhone } from '../say-phone.ts';
import { PagesList } from './pages-list.tsx';

applyLook();

export type SideView = 'record' | 'members' | 'flags' | 'pages';

type Props = {
  readonly view: SideView;
  readonly memberId: string | undefined;
  readonly phone: string;
  readonly timeZone: string;
};

const memberHref = (memberId: string): string => `#/members/${encodeURIComponent(memberId)}`;

const Welcome = ({ phone }: { phone: string }) => (
  <section className="welcome" aria-label="How to start">
    <h2 className="page-title">No record yet</h2>
    <p>{sayPhone(phone)} has never texted the program. Try it:</p>
    <ol>
      <li>
        On the phone, text <strong>BACK</strong> and answer the questions.
      </li>
      <li>
        Press <strong>Next text</strong> to move the clock to the next text, through six weeks if you like.
      </li>
      <li>
        Report a red flag, such as <em>cant feel my inner thighs</em>, and watch the record, the hold and the
        pages to staff.
      </li>
    </ol>
  </section>
);

/** The care team's side of the same program. */
export const Side = ({ view, memberId, phone, timeZone }: Props) => {
  switch (view) {
    case 'record':
      return memberId ? <RecordPage memberId={memberId} /> : <Welcome phone={phone} />;
    case 'members':
      return <EnrollmentsPage hrefOf={memberHref} />;
    case 'flags':
      return <EscalationsPage hrefOf={memberHref} />;
    case 'pages':
      return <PagesList timeZone={timeZone} hrefOf={memberHref} />;
    default:
      return view satisfies never;
  }
};

import { inRuns, type Run } from '../../../console/in-runs.ts';
import { count, sayDayTime } from '../../../console/say.ts';
import { Trouble, Waiting } from '../../../console/waiting.tsx';
import { type StaffPage, usePages } from '../queries.ts';

const WHY: Readonly<Record<string, string>> = {
  opened: 'A red flag',
  raised: 'A further red flag',
  ladder: 'Nobody has acknowledged',
  no_contact: 'No contact logged in time',
  not_delivered: 'The safety text did not arrive',
  new_text: 'A new text from the member',
  follow_up_no: 'The member has not been seen yet',
  follow_up_silence: 'No answer to the follow-up',
  opted_out_after_flag: 'Opted out soon after a red flag',
  help_wanted: 'The member asked for help',
  review: 'Unresolved for two weeks',
};

type Props = { readonly timeZone: string; readonly hrefOf: (memberId: string) => string };

const Page = ({ pages, timeZone, hrefOf }: Props & { pages: Run<StaffPage> }) => {
  const { item: page, oldest, times } = pages;
  return (
    <li className={`page-item page-${page.urgency ?? 'today'}`}>
      <p className="page-head">
        <strong>{WHY[page.why ?? ''] ?? page.why ?? 'Page'}</strong>
        <span className="quiet">
          {[page.tier, page.urgency, page.rung === undefined ? undefined : `rung ${page.rung + 1}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <time className="quiet" dateTime={page.at}>
          {sayDayTime(page.at, timeZone)}
        </time>
      </p>
      {page.firstLine && <p className="page-line">{page.firstLine}</p>}
      {times > 1 && (
        <p className="quiet">
          {count(times, 'page')} since {sayDayTime(oldest.at, timeZone)}
        </p>
      )}
      <a href={hrefOf(page.memberId)}>Open the record</a>
    </li>
  );
};

/** What staff were paged, newest first: here it is shown, where it runs for real it rings. */
export const PagesList = ({ timeZone, hrefOf }: Props) => {
  const { data, error } = usePages();
  return (
    <section aria-label="Pages to staff">
      <Trouble error={error} />
      {!data && !error && <Waiting what="the pages" />}
      {data && (
        <>
          <h2 className="page-title">
            Pages to staff <span className="quiet">({data.length})</span>
          </h2>
          {data.length === 0 && <p className="all-clear">Nobody has been paged.</p>}
          <ol className="page-items">
            {inRuns(data.toReversed(), ({ memberId, why }) => `${memberId} ${why}`).map((pages) => (
              <Page
                key={`${pages.oldest.at}-${pages.oldest.memberId}-${pages.oldest.why}`}
                pages={pages}
                timeZone={timeZone}
                hrefOf={hrefOf}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
};

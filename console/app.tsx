import { lazy, Suspense, useEffect } from 'react';
import { EnrollmentsPage } from './enrollments/enrollments-page.tsx';
import { useHashRoute } from './hash-route.ts';
import { useEscalations } from './queries.ts';
import { Waiting } from './waiting.tsx';

const EscalationsPage = lazy(async () => ({
  default: (await import('./escalations/escalations-page.tsx')).EscalationsPage,
}));
const RecordPage = lazy(async () => ({ default: (await import('./record/record-page.tsx')).RecordPage }));

const recordHref = (memberId: string): string => `#/members/${encodeURIComponent(memberId)}`;

const NavLink = ({
  href,
  isHere,
  children,
}: {
  href: string;
  isHere: boolean;
  children: React.ReactNode;
}) => (
  <a className="nav-link" href={href} {...(isHere && { 'aria-current': 'page' as const })}>
    {children}
  </a>
);

const Bar = ({ here }: { here: string }) => {
  const open = useEscalations().data?.escalations.length ?? 0;
  return (
    <header className="bar">
      <a className="brand" href="#/">
        Limber <span>care team</span>
      </a>
      <nav aria-label="Main" className="nav">
        <NavLink href="#/members" isHere={here !== 'flags'}>
          Members
        </NavLink>
        <NavLink href="#/flags" isHere={here === 'flags'}>
          Red flags {open > 0 && <span className="nav-count">{open}</span>}
        </NavLink>
      </nav>
    </header>
  );
};

const Page = ({ route }: { route: readonly string[] }) => {
  const [where, memberId] = route;
  if (where === 'flags') return <EscalationsPage hrefOf={recordHref} />;
  if (where === 'members' && memberId)
    return (
      <>
        <p className="back">
          <a href="#/members">← All members</a>
        </p>
        <RecordPage memberId={memberId} />
      </>
    );
  return <EnrollmentsPage hrefOf={recordHref} />;
};

/** The care team's page: members, one record, open red flags. */
export const App = () => {
  const route = useHashRoute();
  const key = route.join('/');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page starts at its top
  useEffect(() => window.scrollTo(0, 0), [key]);
  return (
    <>
      <Bar here={route[0] ?? 'members'} />
      <main className="page">
        <h1 className="visually-hidden">Limber, care team</h1>
        <Suspense fallback={<Waiting what="the page" />}>
          <Page route={route} />
        </Suspense>
      </main>
    </>
  );
};

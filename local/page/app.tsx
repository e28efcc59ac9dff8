import { lazy, Suspense, useEffect } from 'react';
import { goTo, useHashRoute } from '../../console/hash-route.ts';
import { useEscalations, useRecord } from '../../console/queries.ts';
import { useChosenPhone } from './chosen-phone.ts';
import { ClockBar } from './clock/clock-bar.tsx';
import { Phone } from './phone/phone.tsx';
import { Picker } from './phone/picker.tsx';
import { useClock, usePages, usePhones } from './queries.ts';
import type { SideView } from './side/side.tsx';

const Side = lazy(async () => ({ default: (await import('./side/side.tsx')).Side }));

/** Where a made-up 612 number lives; as soon as there is a record, its zone is taken. */
const DEFAULT_ZONE = 'America/Chicago';

const VIEWS: Readonly<Record<SideView, string>> = {
  record: 'Record',
  members: 'Members',
  flags: 'Red flags',
  pages: 'Pages',
};

const isView = (name: string | undefined): name is SideView => name !== undefined && name in VIEWS;

/** An address that names a member chooses that member's phone. */
const useMemberInAddress = (
  route: readonly string[],
  phones: ReturnType<typeof usePhones>['data'],
  choose: (phone: string) => void,
) => {
  const named = route[0] === 'members' ? route[1] : undefined;
  const phone = phones?.find(({ memberId }) => memberId !== undefined && memberId === named)?.phone;
  useEffect(() => {
    if (!phone) return;
    choose(phone);
    goTo('record');
  }, [phone, choose]);
  return named;
};

const Counter = ({ n }: { n: number | undefined }) => (n ? <span className="tab-count">{n}</span> : null);

const Tabs = ({ view }: { view: SideView }) => {
  const flags = useEscalations().data?.escalations.length;
  const pages = usePages().data?.length;
  return (
    <nav className="tabs" aria-label="Care team">
      {Object.entries(VIEWS).map(([name, label]) => (
        <a
          key={name}
          href={`#/${name}`}
          className="tab"
          {...(name === view && { 'aria-current': 'page' as const })}
        >
          {label}
          {name === 'flags' && <Counter n={flags} />}
          {name === 'pages' && <Counter n={pages} />}
        </a>
      ))}
      <a className="tab tab-away" href="/console/" target="_blank" rel="noreferrer">
        Console ↗
      </a>
    </nav>
  );
};

/** The whole program on one machine: a phone, the clock, and beside them what the care team sees. */
export const App = () => {
  const route = useHashRoute();
  const [phone, choose] = useChosenPhone();
  const { data: phones = [] } = usePhones(phone);
  const { data: clock, error: clockError } = useClock();
  const named = useMemberInAddress(route, phones, choose);
  const memberId = named ?? phones.find((one) => one.phone === phone)?.memberId;
  const record = useRecord(memberId).data;
  const timeZone = record?.timeZone ?? DEFAULT_ZONE;
  const view = named ? 'record' : isView(route[0]) ? route[0] : 'record';
  const time = { now: clock?.now, isSettled: clock?.settled ?? true, timeZone, phone };
  return (
    <>
      <header className="top">
        <h1 className="top-name">
          Limber <span>on this machine</span>
        </h1>
        <ClockBar {...time} />
      </header>
      {clockError && (
        <p className="gone" role="alert">
          <strong>The program does not answer.</strong> Start it again with <code>npm start</code>; this page
          goes on by itself.
        </p>
      )}
      <main className="halves">
        <div className="half-phone">
          <Picker
            phone={phone}
            phones={phones}
            onChoose={(next) => {
              choose(next);
              goTo('record');
            }}
          />
          <Phone {...time} />
        </div>
        <div className="half-care">
          <Tabs view={view} />
          <Suspense fallback={<p className="quiet">Opening the care team’s side…</p>}>
            <Side view={view} memberId={memberId} phone={phone} timeZone={timeZone} />
          </Suspense>
        </div>
      </main>
    </>
  );
};

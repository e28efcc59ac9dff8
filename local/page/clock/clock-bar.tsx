import './clock.css';
import { type FormEvent, useState } from 'react';
import { sayDay, sayTime, sayZone } from '../../../console/say.ts';
import { type Jump, useJump } from '../queries.ts';
import { sayPhone } from '../say-phone.ts';
import { fromField, toField } from './zoned.ts';

type Props = {
  readonly now: string | undefined;
  readonly isSettled: boolean;
  readonly timeZone: string;
  readonly phone: string;
};

const SPANS: readonly (readonly [string, Jump])[] = [
  ['+1 hour', { advance: 'PT1H' }],
  ['+1 day', { advance: 'P1D' }],
  ['+1 week', { advance: 'P7D' }],
];

type Go = { readonly isBusy: boolean; readonly go: (jump: Jump) => void };

const ToDate = ({ now, timeZone, isBusy, go }: Pick<Props, 'now' | 'timeZone'> & Go) => {
  const [field, setField] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = fromField(field, timeZone);
    const isAhead = to !== undefined && now !== undefined && to > now;
    setWrong(!isAhead);
    if (isAhead) go({ to });
  };
  return (
    <details className="clock-more">
      <summary className="button">To a date…</summary>
      <form className="clock-date" onSubmit={submit}>
        <label>
          Go to ({sayZone(timeZone)})
          <input
            type="datetime-local"
            value={field}
            {...(now && { min: toField(now, timeZone) })}
            aria-invalid={isWrong}
            onChange={(event) => setField(event.target.value)}
          />
        </label>
        <button type="submit" className="button button-strong" disabled={isBusy}>
          Go
        </button>
        {isWrong && <p className="hint hint-wrong">The clock only goes forward: choose a later time.</p>}
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => go({ advance: 'P3D', outage: true })}
        >
          3 days with the program down
        </button>
      </form>
    </details>
  );
};

const Face = ({
  now,
  timeZone,
  isSettled,
  isBusy,
}: Pick<Props, 'now' | 'timeZone' | 'isSettled'> & { isBusy: boolean }) => (
  <div className="clock-face">
    <span className="clock-time">{now ? sayTime(now, timeZone) : '–:–'}</span>
    <span className="clock-day">
      {now ? `${sayDay(now, timeZone)}, ${toField(now, timeZone).slice(0, 4)}` : 'Clock'}
      <span className="clock-state" role="status">
        {isBusy ? 'Time is passing…' : isSettled ? '' : 'At work…'}
      </span>
      {isBusy || !isSettled ? (
        <span className="clock-spin" aria-hidden="true" />
      ) : (
        <span className="quiet">{sayZone(timeZone)}</span>
      )}
    </span>
  </div>
);

/** The program's clock and its jumps. A jump ends when everything that came due on the way is done. */
export const ClockBar = ({ now, isSettled, timeZone, phone }: Props) => {
  const jump = useJump();
  const isBusy = jump.isPending;
  const go = (to: Jump) => jump.mutate(to);
  const isNothingNext = jump.data?.text === null;
  return (
    <section className="clock" aria-label="The program’s clock" aria-busy={isBusy}>
      <Face now={now} timeZone={timeZone} isSettled={isSettled} isBusy={isBusy} />
      <div className="clock-jumps">
        <button
          type="button"
          className="button button-strong"
          disabled={isBusy}
          title={`Until the next text to ${sayPhone(phone)}`}
          onClick={() => go({ until: 'next-text', phone })}
        >
          Next text
        </button>
        {SPANS.map(([label, to]) => (
          <button key={label} type="button" className="button" disabled={isBusy} onClick={() => go(to)}>
            {label}
          </button>
        ))}
        <ToDate now={now} timeZone={timeZone} isBusy={isBusy} go={go} />
      </div>
      {jump.error && (
        <p className="clock-note clock-problem" role="alert">
          {jump.error.message}
        </p>
      )}
      {!isBusy && isNothingNext && (
        <p className="clock-note" role="status">
          No text is coming to {sayPhone(phone)}. {jump.data?.why ?? ''}
        </p>
      )}
    </section>
  );
};

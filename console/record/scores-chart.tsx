import type { EnrollmentRecord } from '../../functions/use-cases/record/record-schema.ts';
import { sayDay } from '../say.ts';

type Props = { readonly scores: EnrollmentRecord['scores']; readonly timeZone: string };

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 14;

const xOf = (index: number, count: number): number =>
  count === 1 ? WIDTH / 2 : EDGE + (index * (WIDTH - 2 * EDGE)) / (count - 1);
const yOf = (value: number): number => HEIGHT - EDGE - (Math.min(value, 10) * (HEIGHT - 2 * EDGE)) / 10;

const trend = (scores: Props['scores']): string => {
  const first = scores[0]?.value ?? 0;
  const last = scores.at(-1)?.value ?? 0;
  if (scores.length < 2) return 'First score';
  if (last < first) return `Down ${first - last} since the first`;
  return last > first ? `Up ${last - first} since the first` : 'Level since the first';
};

/** Pain from 0 to 10 over time: the line for the eye, the list for everybody else. */
export const ScoresChart = ({ scores, timeZone }: Props) => {
  const points = scores.map(({ value }, index) => [xOf(index, scores.length), yOf(value)] as const);
  const last = scores.at(-1);
  if (!last) return <p className="quiet">No pain score yet. One is asked each week.</p>;
  return (
    <div className="scores">
      <div className="scores-now">
        <span className="scores-value">{last.value}</span>
        <span className="scores-of">of 10, {sayDay(last.at, timeZone)}</span>
        <span className="quiet">{trend(scores)}</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="scores-line" aria-hidden="true">
        {[0, 5, 10].map((value) => (
          <line key={value} x1="0" x2={WIDTH} y1={yOf(value)} y2={yOf(value)} className="scores-grid" />
        ))}
        <polyline points={points.map((point) => point.join(',')).join(' ')} className="scores-path" />
        {points.map(([x, y], index) => (
          <circle
            key={scores[index]?.at}
            cx={x}
            cy={y}
            r={index === points.length - 1 ? 5 : 3.5}
            className="scores-dot"
          />
        ))}
      </svg>
      <ul className="visually-hidden">
        {scores.map(({ at, value }) => (
          <li key={at}>
            {sayDay(at, timeZone)}: {value} of 10
          </li>
        ))}
      </ul>
    </div>
  );
};

const DAYS = 42;
const WEEKS = [1, 2, 3, 4, 5, 6];

/** Six weeks as six bars, filled up to the day that has come. */
export const DaysBar = ({ day }: { day: number }) => (
  <div className="days">
    <p className="days-label">{day === 0 ? 'Day 1 comes next' : `Day ${day} of ${DAYS}`}</p>
    <div className="days-bar" aria-hidden="true">
      {WEEKS.map((week) => {
        const done = Math.min(Math.max(day - (week - 1) * 7, 0), 7);
        return (
          <span key={week} className="days-week">
            <span style={{ width: `${(done / 7) * 100}%` }} />
          </span>
        );
      })}
    </div>
  </div>
);

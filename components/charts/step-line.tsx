import type { Place } from "./place";
import type { LineDrawing, PointDrawing } from "./trades-drawing";

type Props = {
  line: LineDrawing;
  /** Index of the line in its panel, which selects its dashes. */
  order: number;
  x: (day: number) => Place;
  /** Pixels from the top of the plot. */
  y: (level: number) => number;
};

/** Pixels between the risers of one day, and the maximum width of them all. */
const riserStep = 2.5;
const dayReach = 12.5;

export const dashes = ["first", "second", "third", "fourth"];

const round = (value: number) => Math.round(value * 10) / 10;

const byDay = (points: readonly PointDrawing[]): PointDrawing[][] => {
  const days: PointDrawing[][] = [];
  for (const point of points) {
    const last = days.at(-1);
    if (last?.[0]?.day === point.day) last.push(point);
    else days.push([point]);
  }
  return days;
};

type Riser = { path: string; className: string; title?: string };

/** The risers of one day, left to right: a dotted one for a change that no row explains, then each row's change in its hue. */
function risersOf(sameDay: readonly PointDrawing[], y: Props["y"]): { risers: Riser[]; treads: string } {
  const risers: Riser[] = [];
  const treads: { from: number; to: number; height: number }[] = [];
  let offset = 0;
  const step = round(Math.min(riserStep, dayReach / sameDay.length));
  const rise = (from: number, to: number, className: string, title?: string) => {
    if (from === to) return;
    if (risers.length > 0) {
      const end = round(offset + step);
      const height = round(y(from));
      const last = treads.at(-1);
      // A day with a hundred small sales has a hundred treads at only a few heights, so merge them.
      if (last?.height === height && last.to === offset) last.to = end;
      else treads.push({ from: offset, to: end, height });
      offset = end;
    }
    risers.push({ path: `M${offset} ${round(y(from))}V${round(y(to))}`, className, title });
  };
  for (const { before, start, balance, group, title } of sameDay) {
    if (before !== null) rise(before, start, "gap", title);
    rise(start, balance, group === null ? "gap" : `riser g-${group}`, title);
  }
  return { risers, treads: treads.map(({ from, to, height }) => `M${from} ${height}H${to}`).join("") };
}

/** A step line from report to report. Between and after reports it shows the level last reported. */
export function StepLine({ line, order, x, y }: Props) {
  const days = byDay(line.points);
  const levels = days.map((sameDay) => ({ day: sameDay[0]?.day ?? 0, level: sameDay.at(-1)?.balance ?? 0 }));
  const starts = levels.map(({ day, level }) => ({ key: day, from: x(day), level }));
  if (line.entersAt !== null) starts.unshift({ key: -1, from: 0, level: line.entersAt });
  const end = x(line.endsAt.day);
  return (
    <g className={`step-line is-${dashes[order] ?? "fourth"}`}>
      {starts.map(({ key, from, level }, index) => (
        <line
          key={key}
          className="holding"
          x1={from}
          x2={starts[index + 1]?.from ?? end}
          y1={round(y(level))}
          y2={round(y(level))}
        />
      ))}
      {days.map((sameDay) => {
        const { risers, treads } = risersOf(sameDay, y);
        const day = sameDay[0]?.day ?? 0;
        if (risers.length === 0) return null;
        return (
          <svg key={day} x={x(day)} width="1" height="1" overflow="visible" aria-hidden="true">
            {treads && <path className="holding is-tread" d={treads} />}
            {risers.map(({ path, className, title }) => (
              <path key={path} className={className} d={path}>
                {title && <title>{title}</title>}
              </path>
            ))}
          </svg>
        );
      })}
      <circle
        className={line.endsAt.isLastReport ? "end-dot" : "end-dot is-open"}
        cx={end}
        cy={round(y(line.endsAt.balance))}
        r="3"
      />
    </g>
  );
}

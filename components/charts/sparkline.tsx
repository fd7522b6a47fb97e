import type { SparklineSeries } from "@/lib/series/sparkline";
import { formatDate } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";

type Props = { series: SparklineSeries; width?: number; height?: number };

const margin = 3;

const round = (value: number) => Math.round(value * 10) / 10;

/** Holdings over 24 months as steps, on a scale of their own. The accessible name states both ends. */
export function SparklineChart({ series, width = 96, height = 20 }: Props) {
  const x = (at: number) => round(1 + at * (width - 1 - 2 * margin));
  const y = (level: number) => round(height - margin - level * (height - 2 * margin));
  const { start, steps, end } = series;
  const treads = [{ at: start.at, level: start.level }, ...steps.map(({ at, to }) => ({ at, level: to }))];
  const path = treads
    .map(({ at, level }, index) => `M${x(at)} ${y(level)}H${x(treads[index + 1]?.at ?? end.at)}`)
    .join("");
  const name = `Holdings over 24 months: from ${formatShares(series.first)} to ${formatShares(series.last)} shares, last reported for ${formatDate(series.asOf)}`;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
    >
      <path className="steps" d={path} />
      {steps.map(({ at, from, to, group }) => (
        <path key={at} className={group === null ? "steps" : `riser g-${group}`} d={`M${x(at)} ${y(from)}V${y(to)}`} />
      ))}
      <circle className="end" cx={x(end.at)} cy={y(end.level)} r="2.2" />
    </svg>
  );
}

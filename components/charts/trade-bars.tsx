import type { TradeMonth } from "@/lib/filters/grouping";
import { type BarAxis, describeBarAxis, tradeBars } from "@/lib/series/trade-bars";
import { plural } from "@/lib/values/counts";

type Props = { axis: BarAxis; months: readonly TradeMonth[]; width?: number; height?: number };

/** How many purchases a group has above the line and how many sales below it, on a scale of its own. */
export function TradeBars({ axis, months, width = 112, height = 26 }: Props) {
  const bars = tradeBars(axis, months);
  const most = Math.max(1, ...bars.flatMap(({ purchases, sales }) => [purchases, sales]));
  const middle = height / 2;
  const step = width / axis.bars;
  const round = (value: number) => Math.round(value * 10) / 10;
  const bar = (at: number, group: "purchase" | "sale", count: number) => {
    const size = (count / most) * (middle - 1);
    return (
      count > 0 && (
        <rect
          key={`${group} ${at}`}
          className={`g-${group}`}
          x={round(at * step)}
          y={round(group === "purchase" ? middle - size : middle)}
          width={round(Math.min(step * 0.75, 8))}
          height={round(size)}
        />
      )
    );
  };
  const sum = (of: "purchases" | "sales") => bars.reduce((all, bar) => all + bar[of], 0);
  return (
    <svg
      className="trade-bars"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${plural(sum("purchases"), "purchase")} and ${plural(sum("sales"), "sale")}, ${describeBarAxis(axis)}`}
    >
      <path className="axis" d={`M0 ${middle}H${width}`} />
      {bars.map(({ at, purchases, sales }) => [bar(at, "purchase", purchases), bar(at, "sale", sales)])}
    </svg>
  );
}

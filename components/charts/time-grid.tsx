import { type TimeDomain, timePosition, timeTicks } from "@/lib/series/time-axis";
import { shareOf } from "./plot-position";

/** Beyond this share of the axis, a label over the plot would run into the heads of the columns beside it. */
const LAST_ABOVE = 0.97;

type Props = { domain: TimeDomain; labels?: "above" | "below" | "none" };

/** Vertical rules and labels of the time axis, over the full height of the plot. */
export function TimeGrid({ domain, labels = "none" }: Props) {
  const position = timePosition(domain);
  return (
    <g>
      {timeTicks(domain).map(({ day, label, onNarrow }) => {
        const x = shareOf(position(day));
        return (
          <g key={day} className={onNarrow ? undefined : "wide-only"}>
            <line className="grid" x1={x} x2={x} y1="0" y2="100%" />
            {labels === "above" && position(day) < LAST_ABOVE && (
              <text className="tick wide-only" x={x} dx={4} y={-9}>
                {label}
              </text>
            )}
            {labels === "below" && (
              <text className="tick" x={x} dx={4} y="100%" dy={15}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

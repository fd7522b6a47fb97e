import { type TimeDomain, timePosition, timeTicks } from "@/lib/series/time-axis";
import { shareOf } from "./plot-position";

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
            {labels === "above" && (
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

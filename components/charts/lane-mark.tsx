import type { CSSProperties, ReactNode } from "react";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";
import type { PlotPosition } from "./plot-position";

type Props = {
  x: PlotPosition;
  /** The index of its stop. */
  stop: number;
  group: CodeGroup;
  fill: MarkFill;
  radius: number;
  title: string;
};

/** One trade, or a sum of trades, in its lane. An outline in the colour of the page separates it from the marks below. */
export function LaneMark({ x, group, fill, radius, title, stop }: Props) {
  const path = markPath(group, radius);
  return (
    <svg x={x} width="1" height="1" overflow="visible" aria-hidden="true">
      <g
        data-stop={stop}
        className={`lane-mark g-${group} f-${fill}`}
        style={{ "--radius": Math.round(radius * 10) / 10 } as CSSProperties}
      >
        <path className="ring" d={path} />
        <path d={path} />
        <title>{title}</title>
      </g>
    </svg>
  );
}

/** Moves its children down to a lane. The stylesheet sets the height of lanes at each width. */
export function Lane({ index, children }: { index: number; children: ReactNode }) {
  return (
    <g className="lane" style={{ "--lane": index } as CSSProperties}>
      {children}
    </g>
  );
}

import type { CSSProperties, MouseEvent, ReactNode } from "react";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";
import type { Place } from "./place";

type Props = {
  x: Place;
  group: CodeGroup;
  fill: MarkFill;
  radius: number;
  title: string;
  onOpen?: (event: MouseEvent) => void;
};

/** One trade in its lane: a ring of paper sets it off from the marks below it. */
export function LaneMark({ x, group, fill, radius, title, onOpen }: Props) {
  const path = markPath(group, radius);
  return (
    <svg x={x} width="1" height="1" overflow="visible" aria-hidden="true">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; by keyboard Enter opens the filing */}
      <g
        onClick={onOpen}
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

/** Moves what it holds down to a lane; the stylesheet knows how high lanes are at each width. */
export function Lane({ index, children }: { index: number; children: ReactNode }) {
  return (
    <g className="lane" style={{ "--lane": index } as CSSProperties}>
      {children}
    </g>
  );
}

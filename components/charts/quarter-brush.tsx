"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { SHORT_MONTHS } from "@/lib/values/months";
import { hrefWithDates } from "./href-with-dates";
import { shareOf } from "./plot-position";

/** A quarter as drawn. Heights are fractions of half the strip, 0 to 1. */
export type BrushQuarter = { from: string; to: string; bought: number; sold: number };

type Props = {
  quarters: readonly BrushQuarter[];
  /** Edges between quarters: 0 is before the first quarter, `quarters.length` after the last. */
  start: number;
  end: number;
  /** Labels of years under the strip, by the edge at which each year begins. */
  years: readonly { edge: number; label: string; onNarrow: boolean }[];
  /** Address of the page with `{from}` and `{to}` in place of the dates. */
  hrefTemplate: string;
};

const height = 40;
const middle = 16;
const stripHeight = 32;
const keyboardRest = 700;

const month = (date: string | undefined): string =>
  date ? `${SHORT_MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}` : "";

/** A strip of quarters with two handles. Releasing a handle opens the page with those dates. */
export function QuarterBrush({ quarters, start, end, years, hrefTemplate }: Props) {
  const router = useRouter();
  const [isReady, setReady] = useState(false);
  const [edges, setEdges] = useState({ start, end });
  const waiting = useRef<number | undefined>(undefined);
  useEffect(() => setReady(true), []);
  useEffect(() => setEdges({ start, end }), [start, end]);
  useEffect(() => () => window.clearTimeout(waiting.current), []);

  const count = quarters.length;
  const go = () => {
    window.clearTimeout(waiting.current);
    if (edges.start === start && edges.end === end) return;
    const [first, last] = [quarters[edges.start], quarters[edges.end - 1]];
    if (!first || !last) return;
    // A handle at the end of the strip sets no date, so that later reports are included too.
    const from = edges.start === 0 ? null : first.from;
    const to = edges.end === count ? null : last.to;
    router.push(hrefWithDates(hrefTemplate, { from, to }), { scroll: false });
  };
  // Arrow keys are pressed several times in a row, so wait until they stop.
  const goSoon = () => {
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(go, keyboardRest);
  };
  const move = (handle: "start" | "end") => (event: ChangeEvent<HTMLInputElement>) => {
    const edge = Number(event.target.value);
    setEdges((known) =>
      handle === "start"
        ? { ...known, start: Math.min(edge, known.end - 1) }
        : { ...known, end: Math.max(edge, known.start + 1) },
    );
  };
  const handle = (name: "start" | "end", label: string, date: string | undefined) => (
    <input
      type="range"
      className="brush-range"
      min={0}
      max={count}
      value={edges[name]}
      aria-label={label}
      aria-valuetext={month(date)}
      onChange={move(name)}
      onPointerUp={go}
      onKeyUp={goSoon}
    />
  );

  return (
    <div className="quarter-brush">
      <span className="brush-label">{isReady ? "Drag to set dates" : "All quarters"}</span>
      <div className="plot" style={{ height }}>
        <svg className="chart" width="100%" height="100%" aria-hidden="true">
          <rect
            className="brush"
            x={shareOf(edges.start / count)}
            width={shareOf((edges.end - edges.start) / count)}
            y="0"
            height={stripHeight}
          />
          {quarters.map(({ from, bought, sold }, index) => {
            const x = shareOf((index + 0.2) / count);
            const width = shareOf(0.6 / count);
            return (
              <g key={from}>
                {bought > 0 && (
                  <rect
                    className="bar g-purchase"
                    x={x}
                    width={width}
                    y={middle - bought * middle}
                    height={bought * middle}
                  />
                )}
                {sold > 0 && <rect className="bar g-sale" x={x} width={width} y={middle} height={sold * middle} />}
              </g>
            );
          })}
          <line className="baseline" x1="0" x2="100%" y1={middle} y2={middle} />
          {[edges.start, edges.end].map((edge, index) => (
            <svg
              key={index === 0 ? "start" : "end"}
              x={shareOf(edge / count)}
              width="1"
              height="1"
              overflow="visible"
              aria-hidden="true"
            >
              <path className="baseline" d={`M0 0V${stripHeight}`} />
              <rect className="brush-handle" x="-3.5" y="8" width="7" height="16" rx="2" />
            </svg>
          ))}
          {years.map(({ edge, label, onNarrow }) => (
            <text
              key={label}
              className={onNarrow ? "tick" : "tick wide-only"}
              x={shareOf(edge / count)}
              y={stripHeight + 14}
            >
              {label}
            </text>
          ))}
        </svg>
        {isReady && (
          <>
            {handle("start", "First quarter shown", quarters[edges.start]?.from)}
            {handle("end", "Last quarter shown", quarters[edges.end - 1]?.to)}
          </>
        )}
      </div>
    </div>
  );
}

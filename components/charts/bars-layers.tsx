import type { ReactNode } from "react";
import { formatTick } from "@/lib/values/ticks";
import type { BarStop, BarsDrawing } from "./bars-drawing";
import { sharedAxis } from "./level-axis";
import { shareOf } from "./plot-position";
import { readoutSentence } from "./readout";
import { sideNames } from "./side-names";

/** The frame of the plot, shared by the SVG and recharts drawings. */
export function BarsFrame({ drawing, children }: { drawing: BarsDrawing; children: ReactNode }) {
  return (
    <div className={drawing.brackets.length > 0 ? "bars-drawing has-brackets" : "bars-drawing"}>
      <div className="plot" style={{ height: drawing.height }}>
        {children}
      </div>
    </div>
  );
}

/** The dollar axis, the bin labels and the selected dates, drawn under the bars. */
export function BarsGrid({ drawing }: { drawing: BarsDrawing }) {
  const { ticks, y } = sharedAxis(drawing.highest, drawing.lowest, drawing.height);
  const count = drawing.stops.length;
  const { selected } = drawing;
  return (
    <g>
      {selected && (
        <rect
          className="brush"
          x={shareOf(selected.first / count)}
          width={shareOf((selected.last + 1 - selected.first) / count)}
          y="0"
          height="100%"
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          {tick !== 0 && <line className="grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />}
          <text className="tick anchor-end" x="-8" y={y(tick) + 4}>
            {formatTick(Math.abs(tick), "dollars")}
          </text>
        </g>
      ))}
      {drawing.ticks.map(({ index, label, onNarrow, isSelected }) => (
        <g key={`${index} ${label}`} className={onNarrow ? undefined : "wide-only"}>
          {!selected && (
            <line className="grid" x1={shareOf(index / count)} x2={shareOf(index / count)} y1="0" y2="100%" />
          )}
          <text
            className={isSelected ? "tick is-selected anchor-end" : "tick"}
            x={shareOf(index / count)}
            dx={selected ? 0 : 4}
            y="100%"
            dy="15"
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Whether bars link to their rows. A picture must not contain links, so the drawing is then a group. */
export const isLinked = ({ stops }: BarsDrawing): boolean => stops.some(({ readout }) => readout.link !== undefined);

/** What is drawn over the bars: the line at 0, which side is which, the largest bars' values, and the links to the rows. */
export function BarsFront({ drawing, isStepped = false }: { drawing: BarsDrawing; isStepped?: boolean }) {
  const { highest, lowest, height, largest, stops } = drawing;
  const { y } = sharedAxis(highest, lowest, height);
  const count = stops.length;
  const names = sideNames(drawing);
  return (
    <g>
      <line className="baseline" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      {highest > 0 && (
        <text className="tick halo" x={shareOf(names.bought.index / count)} dx="4" y={names.bought.y}>
          bought ↑
        </text>
      )}
      {lowest > 0 && (
        <text className="tick halo" x={shareOf(names.sold.index / count)} dx="4" y={names.sold.y}>
          sold ↓
        </text>
      )}
      {largest.map(({ index, side, top, text }) => (
        <text
          key={`${index} ${top}`}
          className={side === "left" ? "label halo wide-only anchor-end" : "label halo wide-only"}
          x={shareOf((side === "left" ? index : index + 1) / count)}
          dx={side === "left" ? -2 : 2}
          y={top}
        >
          {text}
        </text>
      ))}
      {stops.map((stop, index) => {
        const { link } = stop.readout;
        if (!link) return null;
        const title = readoutSentence(stop.readout);
        return (
          <a key={stop.key} href={link.href} aria-label={title} tabIndex={isStepped ? -1 : undefined}>
            <rect className="bar-hit" x={shareOf(index / count)} width={shareOf(1 / count)} y="0" height="100%">
              <title>{title}</title>
            </rect>
          </a>
        );
      })}
    </g>
  );
}

/** Distances of the brackets and their label lines above the plot, in pixels. */
const BRACKET = { rail: -8, foot: -3, lines: [-29, -15] as const, overhang: 3 };

/** Brackets above the bars that show when several insiders bought or sold. */
export function BarsBrackets({ drawing }: { drawing: BarsDrawing }) {
  return (
    <g>
      {drawing.brackets.map(({ key, from, to, wide, narrow }) => (
        <g key={key}>
          <line className="bracket" x1={shareOf(from)} x2={shareOf(to)} y1={BRACKET.rail} y2={BRACKET.rail} />
          <BracketEnd x={shareOf(from)} side={-1} />
          <BracketEnd x={shareOf(to)} side={1} />
          {wide && <BracketLabel {...wide} x={shareOf(wide.anchor === "end" ? to : from)} className="wide-only" />}
          {narrow && (
            <BracketLabel {...narrow} x={shareOf(narrow.anchor === "end" ? to : from)} className="narrow-only" />
          )}
        </g>
      ))}
    </g>
  );
}

const BracketEnd = ({ x, side }: { x: string; side: 1 | -1 }) => (
  <svg x={x} width="1" height="1" overflow="visible" aria-hidden="true">
    <path className="bracket" d={`M0 ${BRACKET.rail}H${side * BRACKET.overhang}V${BRACKET.foot}`} />
  </svg>
);

type BracketLabelProps = { lines: [string, string]; anchor: "start" | "end"; x: string; className: string };

const BracketLabel = ({ lines, anchor, x, className }: BracketLabelProps) => (
  <g className={className}>
    {lines.map((line, index) => (
      <text
        key={line}
        className={[index === 0 ? "label" : "", anchor === "end" ? "anchor-end" : ""].filter(Boolean).join(" ")}
        x={x}
        dx={anchor === "end" ? BRACKET.overhang : -BRACKET.overhang}
        y={BRACKET.lines[index]}
      >
        {line}
      </text>
    ))}
  </g>
);

export type BarPart = { key: "bought" | "boughtUnderPlan" | "sold" | "soldUnderPlan"; size: (stop: BarStop) => number };

/** Listed outwards from the baseline, so that the part under a plan is at the outer end. Sales are below 0. */
export const barParts: readonly BarPart[] = [
  { key: "bought", size: ({ bought, boughtUnderPlan }) => bought - boughtUnderPlan },
  { key: "boughtUnderPlan", size: ({ boughtUnderPlan }) => boughtUnderPlan },
  { key: "sold", size: ({ sold, soldUnderPlan }) => soldUnderPlan - sold },
  { key: "soldUnderPlan", size: ({ soldUnderPlan }) => -soldUnderPlan },
];

const sideGap = 0.16;

const round = (value: number) => Math.round(value * 10) / 10;

type BarProps = {
  part: BarPart;
  index: number;
  count: number;
  from: number;
  to: number;
  isDim: boolean;
};

/** Where one part of a bar is: along the width as shares of it, and its height in pixels. */
export const barPlace = (index: number, count: number, from: number, to: number) => ({
  share: (index + sideGap) / count,
  shareWide: (1 - 2 * sideGap) / count,
  high: round(Math.min(from, to)),
  tall: Math.max(0.5, round(Math.abs(to - from))),
});

/** One part of a bar, between two heights in pixels. */
export function Bar({ part, index, count, from, to, isDim }: BarProps) {
  if (from === to) return null;
  const { share, shareWide, high, tall } = barPlace(index, count, from, to);
  const isPlan = part.key.endsWith("UnderPlan");
  const hue = part.key.startsWith("bought") ? "g-purchase" : "g-sale";
  return (
    <rect
      className={["bar", hue, isPlan ? "is-plan" : "", isDim ? "is-dim" : ""].filter(Boolean).join(" ")}
      x={shareOf(share)}
      width={shareOf(shareWide)}
      y={high}
      height={tall}
    />
  );
}

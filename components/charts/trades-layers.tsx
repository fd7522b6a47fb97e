import type { CSSProperties, ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { markFill } from "@/lib/record/transaction-codes";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import { formatTick } from "@/lib/values/ticks";
import { Lane } from "./lane-mark";
import { levelAxis } from "./level-axis";
import type { LineDrawing, PanelDrawing } from "./panel-drawing";
import { shareOf } from "./plot-position";
import { dashes } from "./step-line";
import type { LaneDrawing, TradesDrawing } from "./trades-drawing";

/** Names, totals and rules of the lanes. The marks are drawn over them. */
function LaneRows({ lanes }: { lanes: readonly LaneDrawing[] }) {
  return (
    <div className="lane-rows">
      <div className="lane-head" aria-hidden="true">
        <span>trades</span>
        <span>
          value<span> in view</span>
        </span>
      </div>
      <ul>
        {lanes.map(({ group, label, codes, count, value }) => (
          <li key={group} className="lane-row">
            <span className="lane-name">
              <Mark group={group} fill={markFill(group, false)} />
              <b>{label}</b> <span className="lane-codes">{codes}</span>
            </span>
            <span className="lane-count">
              {count}
              <span className="visually-hidden">{count === 1 ? " trade" : " trades"}</span>
            </span>
            <span className="lane-value">
              {value === null ? (
                <>
                  <span aria-hidden="true">—</span>
                  <span className="visually-hidden">no value reported</span>
                </>
              ) : (
                value
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names of the lines over the plot, for narrow windows where labels do not fit at their ends. */
function PanelLegend({ panel }: { panel: PanelDrawing }) {
  return (
    <ul className="panel-legend">
      {panel.lines.map(({ id, label, balance }, order) => (
        <li key={id}>
          <svg className="chart" width="18" height="8" aria-hidden="true">
            <g className={`step-line is-${dashes[order] ?? "fourth"}`}>
              <line className="holding" x1="0" x2="18" y1="4" y2="4" />
            </g>
          </svg>
          <span>
            {label} <b>{balance}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

type FrameProps = {
  drawing: TradesDrawing;
  lanes: ReactNode;
  panel: (panel: PanelDrawing, index: number) => ReactNode;
};

/** The frame of the plots and the text around them, shared by the SVG and recharts drawings. */
export function TradesFrame({ drawing, lanes, panel }: FrameProps) {
  return (
    <div className="trades-drawing">
      {drawing.lanes.length > 0 && (
        <div className="lanes" style={{ "--lanes": drawing.lanes.length } as CSSProperties}>
          <LaneRows lanes={drawing.lanes} />
          <div className="plot">{lanes}</div>
        </div>
      )}
      {drawing.panels.map((each, index) => (
        <div key={each.key} className="holding-panel">
          <p className="panel-title">{each.title}</p>
          <PanelLegend panel={each} />
          <div className="plot" style={{ height: each.height }}>
            {panel(each, index)}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Text at the largest purchase and sale. */
export function LaneNotes({ drawing }: { drawing: TradesDrawing }) {
  const position = timePosition(drawing.domain);
  return drawing.notes.map(({ lane, day, radius, text }) => (
    <Lane key={lane} index={lane}>
      <text className="annotation halo wide-only" x={shareOf(position(day))} dx={radius * 1.4 + 6} y="4">
        {text}
      </text>
    </Lane>
  ));
}

/** The level axis of a panel, with its rules. */
export function LevelGrid({ panel }: { panel: PanelDrawing }) {
  const { ticks, y } = levelAxis(panel.highest, panel.height);
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "baseline" : "grid"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          <text className="tick anchor-end" x="-6" y={y(tick) + 4}>
            {formatTick(tick, "shares")}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The days of splits, each named at the top of the plot. Earlier levels are adjusted for the split. */
export function SplitMarks({ panel, domain }: { panel: PanelDrawing; domain: TimeDomain }) {
  const position = timePosition(domain);
  return panel.splits.map(({ day, text }) => {
    const at = position(day);
    const isLate = at > 0.5;
    return (
      <g key={`${day} ${text}`}>
        <line className="split" x1={shareOf(at)} x2={shareOf(at)} y1="0" y2="100%" />
        <text className={`tick halo ${isLate ? "anchor-end" : ""}`.trim()} x={shareOf(at)} dx={isLate ? -5 : 5} y="10">
          {text}
        </text>
      </g>
    );
  });
}

/** Labels at the ends of lines and at changes that no row explains. */
export function PanelNotes({ panel, domain }: { panel: PanelDrawing; domain: TimeDomain }) {
  const { y } = levelAxis(panel.highest, panel.height);
  const position = timePosition(domain);
  return (
    <g className="wide-only">
      {panel.notes.map(({ day, top, side, text }) => (
        <text
          key={`${day} ${top} ${side}`}
          className={`annotation halo widest-only ${side === "left" ? "anchor-end" : ""}`.trim()}
          x={shareOf(position(day))}
          dx={side === "left" ? -7 : 7}
          y={top}
        >
          {text}
        </text>
      ))}
      {panel.lines.map((line) => (
        <LineEnd key={line.id} line={line} x={shareOf(position(line.endsAt.day))} level={y(line.endsAt.balance)} />
      ))}
    </g>
  );
}

/** The label of a line, joined to its end where it had to move. */
function LineEnd({ line, x, level }: { line: LineDrawing; x: string; level: number }) {
  const { text, side, top, isMoved } = line.endLabel;
  const [way, anchor] = side === "right" ? [1, ""] : [-1, "anchor-end"];
  return (
    <svg x={x} width="1" height="1" overflow="visible" aria-hidden="true">
      {isMoved && <path className="leader" d={`M${4 * way} ${level}L${11 * way} ${top}`} />}
      <text className={`label halo ${anchor}`.trim()} x={14 * way} y={top}>
        {line.balance}
      </text>
      <text className={`tick halo ${anchor}`.trim()} x={14 * way} y={top + 13}>
        {text}
      </text>
    </svg>
  );
}

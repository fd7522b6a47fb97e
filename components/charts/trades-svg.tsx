import { timePosition } from "@/lib/series/time-axis";
import { Lane, LaneMark } from "./lane-mark";
import { levelAxis } from "./level-axis";
import { shareOf } from "./plot-position";
import { readoutSentence } from "./readout";
import { StepLine } from "./step-line";
import { TimeGrid } from "./time-grid";
import type { TradesDrawing } from "./trades-drawing";
import { LaneNotes, LevelGrid, PanelNotes, SplitMarks, TradesFrame } from "./trades-layers";

/** Trades and holdings as plain SVG, complete without JavaScript. */
export function TradesSvg({ drawing }: { drawing: TradesDrawing }) {
  const { domain, lanes, stops, panels } = drawing;
  const position = timePosition(domain);
  const x = (day: number) => shareOf(position(day));
  return (
    <TradesFrame
      drawing={drawing}
      lanes={
        <svg className="chart" width="100%" height="100%" role="img" aria-label={drawing.name}>
          <TimeGrid domain={domain} labels="above" />
          {lanes.map(({ group }, lane) => (
            <Lane key={group} index={lane}>
              {stops
                .map((stop, index) => ({ ...stop, index }))
                .filter((stop) => stop.lane === lane)
                .sort((a, b) => b.radius - a.radius)
                .map((stop) => (
                  <LaneMark
                    key={stop.key}
                    stop={stop.index}
                    x={x(stop.day)}
                    group={stop.group}
                    fill={stop.fill}
                    radius={stop.radius}
                    title={readoutSentence(stop.readout)}
                  />
                ))}
            </Lane>
          ))}
          <LaneNotes drawing={drawing} />
        </svg>
      }
      panel={(panel, index) => {
        const { y } = levelAxis(panel.highest, panel.height);
        return (
          <svg className="chart" width="100%" height="100%" role="img" aria-label={panel.name}>
            <TimeGrid domain={domain} labels={index === panels.length - 1 ? "below" : "none"} />
            <LevelGrid panel={panel} />
            <SplitMarks panel={panel} domain={domain} />
            {panel.lines.map((line, order) => (
              <StepLine key={line.id} line={line} order={order} x={x} y={y} />
            ))}
            <PanelNotes panel={panel} domain={domain} />
          </svg>
        );
      }}
    />
  );
}

"use client";

import { type MouseEvent, type TouchEvent, useMemo } from "react";
import {
  ComposedChart,
  getRelativeCoordinate,
  Line,
  ReferenceDot,
  ReferenceLine,
  Scatter,
  XAxis,
  YAxis,
} from "recharts";
import { timePosition } from "@/lib/series/time-axis";
import { Drawn } from "./drawn";
import { Lane, LaneMark } from "./lane-mark";
import { levelAxis } from "./level-axis";
import { Measured } from "./measured";
import type { PanelDrawing } from "./panel-drawing";
import { readoutSentence } from "./readout";
import { StepLine } from "./step-line";
import { stopAt, stopUnder, type ViewProps } from "./stops";
import { TimeGrid } from "./time-grid";
import { domainDays, type TradeStop, type TradesDrawing } from "./trades-drawing";
import { LaneNotes, LevelGrid, PanelNotes, SplitMarks, TradesFrame } from "./trades-layers";

const noMargin = { top: 0, right: 0, bottom: 0, left: 0 };

/** Maximum distance from the centre of a mark at which the pointer selects it, in pixels. */
const grasp = 16;

type Pointed = MouseEvent<SVGGraphicsElement> | TouchEvent<SVGGraphicsElement>;

const pointOf = (event: Pointed): { x: number; y: number } | null => {
  const touches = "touches" in event ? getRelativeCoordinate(event) : [getRelativeCoordinate(event)];
  const [first] = touches;
  return first ? { x: first.relativeX, y: first.relativeY } : null;
};

type ChartProps = ViewProps<TradesDrawing> & { size: { width: number; height: number } };

/** Size, time axis and pointer handling, shared by both plots. */
const useTimeChart = ({ drawing, onActive, size }: ChartProps, lanes: number | null) => {
  const [from, to] = domainDays(drawing.domain);
  const daysInPixel = (to - from) / size.width;
  const point = (_state: unknown, event: Pointed) => {
    const at = pointOf(event);
    if (!at) return;
    const lane = lanes === null ? null : Math.floor((at.y / size.height) * lanes);
    onActive(stopUnder(event.target) ?? stopAt(drawing.stops, from + at.x * daysInPixel, lane, grasp * daysInPixel));
  };
  return {
    domain: [from, to],
    chart: {
      ...size,
      margin: noMargin,
      accessibilityLayer: false,
      onMouseMove: point,
      onTouchStart: point,
      onTouchMove: point,
    },
  };
};

/** The marks of all lanes, larger ones first, so that they do not cover the others. */
const Marks = ({ stops }: { stops: readonly TradeStop[] }) => (
  <Scatter
    data={stops.map((stop, index) => ({ ...stop, index })).sort((a, b) => b.radius - a.radius)}
    isAnimationActive={false}
    shape={({ cx, payload }: { cx?: number; payload?: TradeStop & { index: number } }) =>
      payload && cx !== undefined ? (
        <Lane index={payload.lane}>
          <LaneMark
            x={cx}
            group={payload.group}
            fill={payload.fill}
            radius={payload.radius}
            title={readoutSentence(payload.readout)}
            stop={payload.index}
          />
        </Lane>
      ) : null
    }
  />
);

function LanesChart(props: ChartProps) {
  const { drawing, active, onDrawn } = props;
  const { domain, chart } = useTimeChart(props, drawing.lanes.length);
  const stop = active === null ? undefined : drawing.stops[active];
  // With other props, recharts would replace every mark, and a click is lost if its mark goes while the button is down.
  const marks = useMemo(() => <Marks stops={drawing.stops} />, [drawing.stops]);
  return (
    <ComposedChart {...chart} role="img" title={drawing.name}>
      <TimeGrid domain={drawing.domain} labels="above" />
      <XAxis dataKey="day" type="number" domain={domain} hide />
      <YAxis dataKey="lane" type="number" domain={[0, drawing.lanes.length]} hide />
      {marks}
      {stop && <ReferenceLine x={stop.day} className="crosshair" ifOverflow="visible" />}
      <LaneNotes drawing={drawing} />
      <Drawn onDrawn={onDrawn} />
    </ComposedChart>
  );
}

function HoldingsChart({ panel, index, ...props }: ChartProps & { panel: PanelDrawing; index: number }) {
  const { drawing, active, onDrawn } = props;
  const { domain, chart } = useTimeChart(props, null);
  const position = timePosition(drawing.domain);
  const { top, y } = levelAxis(panel.highest, panel.height);
  const stop = active === null ? undefined : drawing.stops[active];
  return (
    <ComposedChart {...chart} role="img" title={panel.name}>
      <TimeGrid domain={drawing.domain} labels={index === drawing.panels.length - 1 ? "below" : "none"} />
      <LevelGrid panel={panel} />
      <SplitMarks panel={panel} domain={drawing.domain} />
      <XAxis dataKey="day" type="number" domain={domain} hide />
      <YAxis type="number" domain={[0, top]} hide />
      {panel.lines.map((line, order) => (
        <Line
          key={line.id}
          // StepLine draws the line itself. Recharts calls it only for a line of two points or more.
          data={[line.steps.start.at, line.endsAt.day].map((day) => ({ day, level: line.endsAt.balance }))}
          dataKey="level"
          type="stepAfter"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          shape={() => <StepLine line={line} order={order} x={(day) => position(day) * props.size.width} y={y} />}
        />
      ))}
      {stop && <ReferenceLine x={stop.day} className="crosshair" ifOverflow="visible" />}
      {stop?.balance?.panel === index && (
        <ReferenceDot x={stop.balance.day} y={stop.balance.level} r={4} className="point" ifOverflow="visible" />
      )}
      <PanelNotes panel={panel} domain={drawing.domain} />
      {drawing.lanes.length === 0 && index === 0 && <Drawn onDrawn={onDrawn} />}
    </ComposedChart>
  );
}

/** The recharts version of `TradesSvg`. It looks the same, and has a crosshair through all panels. */
export default function TradesView(props: ViewProps<TradesDrawing>) {
  return (
    <TradesFrame
      drawing={props.drawing}
      lanes={<Measured>{(size) => <LanesChart {...props} size={size} />}</Measured>}
      panel={(panel, index) => (
        <Measured>{(size) => <HoldingsChart {...props} size={size} panel={panel} index={index} />}</Measured>
      )}
    />
  );
}

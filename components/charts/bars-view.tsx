"use client";

import { BarChart, Bar as RechartsBar, XAxis, YAxis } from "recharts";
import type { BarStop, BarsDrawing } from "./bars-drawing";
import { Bar, BarsBrackets, BarsFrame, BarsFront, BarsGrid, barParts, isLinked } from "./bars-layers";
import { Drawn } from "./drawn";
import { sharedAxis } from "./level-axis";
import { Measured } from "./measured";
import { shareOf } from "./plot-position";
import type { ViewProps } from "./stops";

const noMargin = { top: 0, right: 0, bottom: 0, left: 0 };

/** The recharts version of `BarsSvg`. It looks the same, and marks the bin under the pointer. */
export default function BarsView({ drawing, active, onActive, onDrawn }: ViewProps<BarsDrawing>) {
  const { top, bottom } = sharedAxis(drawing.highest, drawing.lowest, drawing.height);
  const count = drawing.stops.length;
  const point = ({ activeTooltipIndex }: { activeTooltipIndex?: number | string | null }) => {
    const index = Number(activeTooltipIndex ?? Number.NaN);
    if (index >= 0 && index < count) onActive(index);
  };
  return (
    <BarsFrame drawing={drawing}>
      <Measured>
        {(size) => (
          <BarChart
            {...size}
            data={drawing.stops}
            margin={noMargin}
            stackOffset="sign"
            accessibilityLayer={false}
            role={isLinked(drawing) ? "group" : "img"}
            title={drawing.name}
            onMouseMove={point}
            onTouchStart={point}
            onTouchMove={point}
          >
            <BarsGrid drawing={drawing} />
            {active !== null && (
              <rect className="brush" x={shareOf(active / count)} width={shareOf(1 / count)} y="0" height="100%" />
            )}
            <XAxis dataKey="key" hide />
            <YAxis type="number" domain={[bottom, top]} hide />
            {barParts.map((part) => (
              <RechartsBar
                key={part.key}
                dataKey={(stop: BarStop) => part.size(stop)}
                stackId="value"
                isAnimationActive={false}
                shape={({ index, y, height }: { index: number; y?: number; height?: number }) => (
                  <Bar
                    part={part}
                    index={index}
                    count={count}
                    from={y ?? 0}
                    to={(y ?? 0) + (height ?? 0)}
                    isDim={drawing.stops[index]?.isDim ?? false}
                  />
                )}
              />
            ))}
            <BarsBrackets drawing={drawing} />
            <BarsFront drawing={drawing} isStepped />
            <Drawn onDrawn={onDrawn} />
          </BarChart>
        )}
      </Measured>
    </BarsFrame>
  );
}

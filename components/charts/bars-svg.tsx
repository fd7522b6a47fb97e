import type { BarsDrawing } from "./bars-drawing";
import { Bar, BarsBrackets, BarsFrame, BarsFront, BarsGrid, barParts, isLinked } from "./bars-layers";
import { sharedAxis } from "./level-axis";

/** Purchases up and sales down as plain SVG, complete without JavaScript. */
export function BarsSvg({ drawing }: { drawing: BarsDrawing }) {
  const { y } = sharedAxis(drawing.highest, drawing.lowest, drawing.height);
  const count = drawing.stops.length;
  return (
    <BarsFrame drawing={drawing}>
      <svg
        className="chart"
        width="100%"
        height="100%"
        role={isLinked(drawing) ? "group" : "img"}
        aria-label={drawing.name}
      >
        <BarsGrid drawing={drawing} />
        {drawing.stops.map((stop, index) => {
          const ends = { up: 0, down: 0 };
          return barParts.map((part) => {
            const size = part.size(stop);
            const way = part.key.startsWith("bought") ? "up" : "down";
            const from = ends[way];
            ends[way] += size;
            return (
              <Bar
                key={`${stop.key} ${part.key}`}
                part={part}
                index={index}
                count={count}
                from={y(from)}
                to={y(ends[way])}
                isDim={stop.isDim}
              />
            );
          });
        })}
        <BarsBrackets drawing={drawing} />
        <BarsFront drawing={drawing} />
      </svg>
    </BarsFrame>
  );
}

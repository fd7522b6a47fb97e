import type { Riser } from "@/lib/series/holding-days";
import type { LineDrawing } from "./panel-drawing";
import type { PlotPosition } from "./plot-position";

type Props = {
  line: Pick<LineDrawing, "steps" | "endsAt">;
  /** Index of the line in its panel, which selects its dashes. */
  order: number;
  /** A day, or a moment within it, along the width. */
  x: (day: number) => PlotPosition;
  /** Pixels from the top of the plot. */
  y: (level: number) => number;
};

export const dashes = ["first", "second", "third", "fourth"];

const round = (value: number) => Math.round(value * 10) / 10;

/** A step line from report to report. It is level between them, changes only vertically, and ends at the last report. */
export function StepLine({ line: { steps, endsAt }, order, x, y }: Props) {
  const { net, walk } = steps;
  return (
    <g className={`step-line is-${dashes[order] ?? "fourth"}`}>
      {walk === null ? (
        <Steps steps={steps} risers={net} endsAt={endsAt.day} x={x} y={y} />
      ) : (
        <>
          <g className="widest-only">
            <Steps steps={steps} risers={walk} endsAt={endsAt.day} x={x} y={y} />
          </g>
          <g className="not-widest">
            <Steps steps={steps} risers={net} endsAt={endsAt.day} x={x} y={y} />
          </g>
        </>
      )}
      <circle
        className={endsAt.isLastReport ? "end-dot" : "end-dot is-open"}
        cx={x(endsAt.day)}
        cy={round(y(endsAt.balance))}
        r="3"
      />
    </g>
  );
}

type StepsProps = Pick<LineDrawing, "steps"> & Pick<Props, "x" | "y"> & { risers: readonly Riser[]; endsAt: number };

function Steps({ steps: { start }, risers, endsAt, x, y }: StepsProps) {
  const begins = { at: Math.min(start.at, risers[0]?.at ?? start.at), level: start.level };
  const treads = [begins, ...risers.map(({ at, to }) => ({ at, level: to }))];
  return (
    <>
      {treads.map(({ at, level }, index) => {
        const end = risers[index]?.at ?? endsAt;
        const height = round(y(level));
        return end > at && <line key={at} className="holding" x1={x(at)} x2={x(end)} y1={height} y2={height} />;
      })}
      {risers.map(({ at, from, to, group }) => (
        <line
          key={`${at} ${from}`}
          className={group === null ? "gap" : `riser g-${group}`}
          x1={x(at)}
          x2={x(at)}
          y1={round(y(from))}
          y2={round(y(to))}
        />
      ))}
    </>
  );
}

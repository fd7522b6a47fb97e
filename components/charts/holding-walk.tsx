import Big from "big.js";
import { describeHeld, type WalkSeries } from "@/lib/series/holding-walk";
import { formatDecimal, formatShares, formatSigned } from "@/lib/values/decimals";
import { shareOf } from "./plot-position";

type Props = { series: WalkSeries };

const top = 24;
const floor = 138;
const lineHeight = 13;

/** The narrowest drawing, and the width of a letter, in pixels. */
const narrowest = { width: 358, letter: 5.7 };

const round = (value: number) => Math.round(value * 10) / 10;

/** A caption in lines that fit its column. Narrow columns leave out "after": every balance is the one after its row. */
export function captionLines(label: string, columns: number): string[] {
  const longest = (narrowest.width / columns - 7) / narrowest.letter;
  const lines: string[] = [];
  for (const word of (columns > 4 ? label.replace(/^after /, "") : label).split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= longest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Baselines of the texts beside a riser: under the level it leaves, or over that level's balance if the floor is too close. */
export function besideRiser(level: number, texts: number): number[] {
  const isRoom = level + 17 + (texts - 1) * lineHeight <= floor - 3;
  const first = isRoom ? level + 17 : level - 22 - (texts - 1) * lineHeight;
  return Array.from({ length: texts }, (_, index) => first + index * lineHeight);
}

const sentence = (series: WalkSeries): string =>
  [`${series.security} ${describeHeld(series)}: ${formatShares(series.opening)} before`]
    .concat(series.steps.map(({ balance, label }) => `${formatShares(balance)} ${label}`))
    .join(", ");

/** The balances of one filing, from the one before its first row to the one after its last. */
export function HoldingWalkChart({ series }: Props) {
  const { opening, steps, axis } = series;
  const y = (level: string) =>
    round(floor - ((Number(level) - axis.from) / (axis.to - axis.from || 1)) * (floor - top - 15));
  const count = steps.length + 1;
  const x = (index: number) => shareOf(index / count);
  const captions = ["before", ...steps.map(({ label }) => label)].map((label) => captionLines(label, count));
  const captionRows = Math.max(...captions.map((lines) => lines.length));
  const levels = [opening, ...steps.map(({ balance }) => balance)];
  const axisNote =
    axis.from > 0 ? `The axis starts at ${formatDecimal(new Big(Math.round(axis.from)))}.` : "The axis starts at 0.";
  return (
    <figure className="chart-figure walk-figure">
      <svg
        className="chart walk-drawing"
        width="100%"
        height={floor + 13 + captionRows * lineHeight}
        role="img"
        aria-label={`${sentence(series)}.`}
      >
        <line className="grid" x1="0" x2="100%" y1={floor} y2={floor} />
        {levels.map((level, index) => (
          <g key={steps[index - 1]?.rowIds.join(" ") ?? "opening"}>
            <line className="holding" x1={x(index)} x2={x(index + 1)} y1={y(level)} y2={y(level)} />
            <text className="label" x={x(index)} dx={index === 0 ? 0 : 7} y={y(level) - 7}>
              {formatShares(level)}
            </text>
            {captions[index]?.map((line, row) => (
              <text key={line} className="tick" x={x(index)} dx={index === 0 ? 0 : 7} y={floor + 20 + row * lineHeight}>
                {line}
              </text>
            ))}
          </g>
        ))}
        {steps.map((step, index) => {
          const before = levels[index] ?? opening;
          const start = new Big(before).plus(step.unexplained ?? 0).toFixed();
          const [first = 0, second = first] = besideRiser(y(before), step.unexplained === null ? 1 : 2);
          return (
            <g key={step.rowIds.join(" ")}>
              <title>{`${formatSigned(step.change)}, ${formatShares(step.balance)} ${step.label}`}</title>
              {step.unexplained !== null && (
                <>
                  <line className="gap" x1={x(index + 1)} x2={x(index + 1)} y1={y(before)} y2={y(start)} />
                  <text className="tick anchor-end halo" x={x(index + 1)} dx={-7} y={first}>
                    {`${formatSigned(step.unexplained)} not reported`}
                  </text>
                </>
              )}
              <line
                className={`riser g-${step.group}`}
                x1={x(index + 1)}
                x2={x(index + 1)}
                y1={y(start)}
                y2={y(step.balance)}
              />
              <text className="anchor-end" x={x(index + 1)} dx={-7} y={second}>
                {formatSigned(step.change)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>{`Shares of ${series.security} ${describeHeld(series)}. ${axisNote}`}</figcaption>
    </figure>
  );
}

import Big from "big.js";
import type { WalkSeries as HoldingWalkSeries } from "@/lib/series/holding-walk";
import { formatDecimal, formatShares, formatSigned } from "@/lib/values/decimals";
import { shareOf } from "./place";

type Props = { series: HoldingWalkSeries };

const top = 24;
const floor = 138;
const labelLine = 14;

const round = (value: number) => Math.round(value * 10) / 10;

/** How the security is held: "held directly", or "held indirectly" with the vehicle if its name is short. */
const held = ({ directOrIndirect, vehicle }: HoldingWalkSeries): string => {
  if (directOrIndirect !== "I") return "held directly";
  return vehicle && vehicle.length <= 60 ? `held indirectly (${vehicle.replace(/\.$/, "")})` : "held indirectly";
};

const lineHeight = 13;

/** Returns the baseline, moved down if the text would lie on a level. */
const clearOf = (level: number, baseline: number): number =>
  baseline > level - 2 && baseline < level + lineHeight ? level + lineHeight : baseline;

/** Returns the baseline, moved if the text would overlap another: below it, or above it at the bottom of the drawing. */
const apartFrom = (other: number, baseline: number): number => {
  if (Math.abs(baseline - other) >= lineHeight) return baseline;
  return other + lineHeight < floor ? other + lineHeight : other - lineHeight;
};

const parity = (index: number) => (index % 2 === 1 ? "is-odd" : "is-even");

const sentence = (series: HoldingWalkSeries): string =>
  [`${series.security} ${held(series)}: ${formatShares(series.opening)} before`]
    .concat(series.steps.map(({ balance, label }) => `${formatShares(balance)} ${label}`))
    .join(", ");

/** The balances of one filing, from the one before its first row to the one after its last. */
export function HoldingWalkChart({ series }: Props) {
  const { opening, steps, axis } = series;
  const y = (level: string) =>
    round(floor - ((Number(level) - axis.from) / (axis.to - axis.from || 1)) * (floor - top - 15));
  const count = steps.length + 1;
  const x = (index: number) => shareOf(index / count);
  // With many steps, every other label moves down one line to make room.
  const isStaggered = count > 4;
  const labelY = (index: number) => floor + 20 + (isStaggered && index % 2 === 1 ? labelLine : 0);
  const levels = [opening, ...steps.map(({ balance }) => balance)];
  const axisNote =
    axis.from > 0 ? `The axis starts at ${formatDecimal(new Big(Math.round(axis.from)))}.` : "The axis starts at 0.";
  return (
    <figure className="chart-figure walk-figure">
      <svg
        className="chart walk-drawing"
        width="100%"
        height={floor + 26 + (isStaggered ? labelLine : 0)}
        role="img"
        aria-label={`${sentence(series)}.`}
      >
        <line className="grid" x1="0" x2="100%" y1={floor} y2={floor} />
        <text className="tick" x="0" y={labelY(0)}>
          before
        </text>
        {levels.map((level, index) => (
          <g key={steps[index - 1]?.rowIds.join(" ") ?? "opening"}>
            <line className="holding" x1={x(index)} x2={x(index + 1)} y1={y(level)} y2={y(level)} />
            <text className="label" x={x(index)} dx={index === 0 ? 0 : 7} y={y(level) - 7}>
              {formatShares(level)}
            </text>
          </g>
        ))}
        {steps.map((step, index) => {
          const before = levels[index] ?? opening;
          const start = new Big(before).plus(step.unexplained ?? 0).toFixed();
          const gapLabelled = clearOf(y(before), (y(before) + y(start)) / 2 + 18);
          // Beside a short riser the label would overlap the level before it, so it goes below that level.
          const isShort = Math.abs(y(start) - y(step.balance)) < 28;
          const beside = isShort ? y(start) + 17 : (y(start) + y(step.balance)) / 2 + 4;
          const labelled = step.unexplained === null ? beside : apartFrom(gapLabelled, beside);
          return (
            <g key={step.rowIds.join(" ")}>
              <title>{`${formatSigned(step.change)}, ${formatShares(step.balance)} ${step.label}`}</title>
              {step.unexplained !== null && (
                <>
                  <line className="gap" x1={x(index + 1)} x2={x(index + 1)} y1={y(before)} y2={y(start)} />
                  <text className="tick anchor-end halo" x={x(index + 1)} dx={-7} y={gapLabelled}>
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
              <text className="anchor-end" x={x(index + 1)} dx={-7} y={labelled}>
                {formatSigned(step.change)}
              </text>
              {index === steps.length - 1 ? (
                <text className={`tick anchor-end ${parity(index + 1)}`} x="100%" y={labelY(index + 1)}>
                  {step.label}
                </text>
              ) : (
                <text className={`tick ${parity(index + 1)}`} x={x(index + 1)} dx={7} y={labelY(index + 1)}>
                  {step.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>{`Shares of ${series.security} ${held(series)}. ${axisNote}`}</figcaption>
    </figure>
  );
}

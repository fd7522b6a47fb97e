import { Mark } from "@/components/ui/mark";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";
import { markRadius } from "@/lib/series/trades-timeline";
import { formatSummary } from "@/lib/values/money";
import type { BarsDrawing } from "./bars-drawing";
import { barParts } from "./bars-layers";
import type { TradesDrawing } from "./trades-drawing";

type SizedProps = { group: CodeGroup; fill: MarkFill; value: number; largestValue: number };

/** A mark at its true size, for the legend of areas. */
function Sized({ group, fill, value, largestValue }: SizedProps) {
  const radius = markRadius(value, largestValue);
  const half = Math.ceil(radius * 1.5) + 1;
  return (
    <svg
      className="size-mark"
      width={half * 2}
      height={half * 2}
      viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`}
      aria-hidden="true"
    >
      <path className={`g-${group} f-${fill}`} d={markPath(group, radius)} />
    </svg>
  );
}

export const FILL_WORDS = [
  { fill: "solid", word: "filled: bought or sold" },
  { fill: "tint", word: "tinted: traded under a 10b5-1 plan" },
  { fill: "hollow", word: "hollow: grants, exercises, tax, gifts" },
] as const;

/** Explains the fills, sizes and colours of steps that are drawn. The lanes themselves name the shapes and hues. */
export function FillLegend({ drawing, largestValue }: { drawing: TradesDrawing; largestValue: number | null }) {
  const [sized] = drawing.stops.toSorted((a, b) => b.radius - a.radius);
  const risers = drawing.panels.flatMap(({ lines }) => lines.flatMap(({ steps }) => steps.net));
  const sizes = largestValue === null ? [] : [largestValue / 10, largestValue / 2];
  return (
    <ul className="legend">
      {FILL_WORDS.map(({ fill, word }) => {
        const stop = drawing.stops.find((each) => each.fill === fill);
        return (
          stop && (
            <li key={fill}>
              <Mark group={stop.group} fill={fill} />
              {word}
            </li>
          )
        );
      })}
      {sized && largestValue !== null && (
        <li>
          {sizes.map((value) => (
            <Sized key={value} group={sized.group} fill={sized.fill} value={value} largestValue={largestValue} />
          ))}
          area: value, {sizes.map((value) => formatSummary(String(value))).join(" and ")}
        </li>
      )}
      {risers.some(({ group }) => group !== null) && (
        <li>
          <svg className="chart" width="26" height="14" aria-hidden="true">
            <path className="holding" d="M1 11H12M12 3H25" />
            <path className="riser g-exercise" d="M12 11V3" />
          </svg>
          step: colour of the trade that caused it
        </li>
      )}
      {risers.some(({ group }) => group === null) && (
        <li>
          <svg className="chart" width="14" height="14" aria-hidden="true">
            <path className="gap" d="M7 1V13" />
          </svg>
          dotted: an unreported change
        </li>
      )}
    </ul>
  );
}

export const FILLED_SIDES = [
  { key: "bought", group: "purchase", fill: "solid", word: "bought" },
  { key: "boughtUnderPlan", group: "purchase", fill: "tint", word: "bought under a 10b5-1 plan" },
  { key: "sold", group: "sale", fill: "solid", word: "sold" },
  { key: "soldUnderPlan", group: "sale", fill: "tint", word: "sold under a 10b5-1 plan" },
] as const;

/** The legend of the parts of bars that are drawn. */
export function SideLegend({ drawing: { stops } }: { drawing: BarsDrawing }) {
  const drawn = new Set(barParts.filter(({ size }) => stops.some((stop) => size(stop) !== 0)).map(({ key }) => key));
  return (
    <ul className="legend">
      {FILLED_SIDES.filter(({ key }) => drawn.has(key)).map(({ key, group, fill, word }) => (
        <li key={key}>
          <Mark group={group} fill={fill} />
          {word}
        </li>
      ))}
    </ul>
  );
}

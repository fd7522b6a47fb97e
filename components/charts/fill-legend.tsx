import { Mark } from "@/components/ui/mark";
import { markPath } from "@/lib/series/mark-path";
import { markRadius } from "@/lib/series/trades-timeline";
import { formatSummary } from "@/lib/values/money";

/** A mark at its true size, for the legend of areas. */
function Sized({ value, largestValue }: { value: number; largestValue: number }) {
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
      <path className="g-sale f-tint" d={markPath("sale", radius)} />
    </svg>
  );
}

/** Explains fill, size and the colour of steps. The lanes themselves name the shapes and hues. */
export function FillLegend({ largestValue, hasHoldings }: { largestValue: number | null; hasHoldings: boolean }) {
  const sizes = largestValue === null ? [] : [largestValue / 10, largestValue / 2];
  return (
    <ul className="legend">
      <li>
        <Mark group="sale" fill="solid" />
        filled: traded at a market price
      </li>
      <li>
        <Mark group="sale" fill="tint" />
        tinted: the same, under a 10b5-1 plan
      </li>
      <li>
        <Mark group="exercise" fill="hollow" />
        hollow: grants, exercises, tax, gifts
      </li>
      {largestValue !== null && (
        <li>
          {sizes.map((value) => (
            <Sized key={value} value={value} largestValue={largestValue} />
          ))}
          area: value, {sizes.map((value) => formatSummary(String(value))).join(" and ")}
        </li>
      )}
      {hasHoldings && (
        <li>
          <svg className="chart" width="26" height="14" aria-hidden="true">
            <path className="holding" d="M1 11H12M12 3H25" />
            <path className="riser g-exercise" d="M12 11V3" />
          </svg>
          step: colour of the trade that caused it
        </li>
      )}
      {hasHoldings && (
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

/** The legend of purchases and sales. */
export function SideLegend() {
  return (
    <ul className="legend">
      <li>
        <Mark group="purchase" fill="solid" />
        bought
      </li>
      <li>
        <Mark group="sale" fill="solid" />
        sold
      </li>
      <li>
        <Mark group="sale" fill="tint" />
        sold under a 10b5-1 plan
      </li>
    </ul>
  );
}

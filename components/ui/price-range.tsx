import type { PriceReading } from "@/lib/record/derived-filing";
import { formatPriceRange, isWideRange, placeInRange } from "@/lib/record/price-range";

type PriceRangeProps = {
  price: string | null;
  reading: PriceReading;
  /** Whether this is a list, where the price itself is marked as an average. */
  isBrief?: boolean;
};

const WIDTH = 40;
const HEIGHT = 8;
const DOT = 2.5;

/**
 * What the footnote of a price says about it, below the price as filed: "average of $39.00–39.07", with the position of the
 * price in the range, and whether the range is wider than the $1 that the SEC staff's letter allows.
 */
export const StatedPriceRange = ({ price, reading: { isAverage, range }, isBrief = false }: PriceRangeProps) => {
  if (range === null) return isAverage && !isBrief ? <span className="under">average</span> : null;
  const place = placeInRange(price, range);
  const at = DOT + (place ?? 0) * (WIDTH - 2 * DOT);
  return (
    <span className="under price-range">
      <span className={isBrief ? "visually-hidden" : undefined}>{isAverage ? "average of" : "in the range"} </span>
      <span className="nowrap">{formatPriceRange(range)}</span>
      {place !== null && (
        <svg
          className="range-glyph"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          width={WIDTH}
          height={HEIGHT}
          aria-hidden="true"
        >
          <path d={`M0.5 1V${HEIGHT - 1}M0.5 ${HEIGHT / 2}H${WIDTH - 0.5}M${WIDTH - 0.5} 1V${HEIGHT - 1}`} />
          <circle cx={at} cy={HEIGHT / 2} r={DOT} />
        </svg>
      )}
      {isWideRange(range) && (
        <span
          className="range-wide"
          title="The SEC staff’s letter of June 25, 2008 allows one row for trades within $1 of each other"
        >
          wider than $1
        </span>
      )}
    </span>
  );
};

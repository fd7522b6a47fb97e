import type Big from "big.js";
import type { Implausible, ImplausibleCause } from "@/lib/record/implausible";

/** The price and the number of shares of a row, both above zero. */
export type Filed = { price: Big; shares: Big };

/** Agreement of figures with fewer digits may be chance: 3 are in 11.60 and in 1,160. */
export const hasDigits = (number: Big): boolean => number.c.length > 2;

const within = (part: number) => (figure: Big, other: Big) => figure.minus(other).abs().lte(other.times(part));
const isNearly = within(0.001);
const isAbout = within(0.1);

const isPowerOfTen = ({ c: digits }: Big): boolean => digits.length === 1 && digits[0] === 1;

/** Whether a figure is exactly 100, 1,000 … times another. */
export const hasLostPoint = (figure: Big, other: Big): boolean =>
  hasDigits(other) && figure.gte(other.times(100)) && isPowerOfTen(figure.div(other));

/** Whether a price is exactly what a known fault makes of the price per share: its total, or a lost decimal point. */
export const isFaultOf = ({ price, shares }: Filed, each: Big): boolean =>
  hasLostPoint(price, each) || (price.gte(each.times(10)) && isNearly(price, each.times(shares)));

/** What the filer probably did to a price that should be about `each`. */
export function causeOf({ price, shares }: Filed, each: Big, isLike = isAbout): ImplausibleCause | null {
  if (isLike(price.div(shares), each)) return "total";
  if (isLike(shares, each)) return "swapped";
  const power = Math.round(Math.log10(price.div(each).toNumber()));
  return power >= 2 && isAbout(price, each.times(10 ** power)) ? "decimal point" : null;
}

type Evidence = { cause: ImplausibleCause | null; footnoteId?: string; trades?: number };

/** A price that another price per share contradicts. */
export const implausiblePrice = (
  reason: Implausible["reason"],
  { price }: Filed,
  each: Big,
  { cause, footnoteId, trades }: Evidence,
): Implausible => ({
  field: "pricePerShare",
  reason,
  cause,
  comparedWith: {
    amount: each.round(4).toFixed(),
    times: price.div(each).round(0).toFixed(),
    trades: trades ?? null,
    footnoteId: footnoteId ?? null,
  },
});

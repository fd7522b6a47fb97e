import { parseDecimal } from "@/lib/values/decimal";
import { formatShares } from "@/lib/values/decimals";
import type { PriceRange } from "./stated-facts";

/** "$39.00–39.07", with every digit of the footnote; in another currency "CAD 8.65–8.81". */
export function formatPriceRange({ low, high, currency }: PriceRange): string {
  const [from, to] = [low, high].map((price) => formatShares(price, { asFiled: true }) ?? price);
  return currency === "USD" ? `$${from}–${to}` : `${currency} ${from}–${to}`;
}

/**
 * The place of a price in a range, from 0 at the low end to 1 at the high end; the middle if both ends are equal. For drawing
 * only.
 */
export function placeInRange(price: string | null, { low, high }: PriceRange): number | null {
  const [at, from, to] = [price, low, high].map(parseDecimal);
  if (!at || !from || !to || at.lt(from) || at.gt(to)) return null;
  return from.eq(to) ? 0.5 : at.minus(from).div(to.minus(from)).toNumber();
}

/** Whether a range is wider than $1. Within that, the SEC staff's letter of June 25, 2008 allows one line for several trades. */
export const isWideRange = ({ low, high, currency }: PriceRange): boolean => {
  const [from, to] = [parseDecimal(low), parseDecimal(high)];
  return currency === "USD" && Boolean(from && to?.minus(from).gt(1));
};

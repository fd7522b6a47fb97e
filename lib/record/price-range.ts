import { parseDecimal } from "@/lib/values/decimal";
import { formatShares } from "@/lib/values/decimals";
import type { PriceRange } from "./stated-facts";

/** "$39.00–39.07", with every digit of the note; of another currency "CAD 8.65–8.81". */
export function formatPriceRange({ low, high, currency }: PriceRange): string {
  const [from, to] = [low, high].map((price) => formatShares(price, { asFiled: true }) ?? price);
  return currency === "USD" ? `$${from}–${to}` : `${currency} ${from}–${to}`;
}

/** Where a price stands in a range, from 0 at its low end to 1; the middle of a range that is one price. For drawing alone. */
export function placeInRange(price: string | null, { low, high }: PriceRange): number | null {
  const [at, from, to] = [price, low, high].map(parseDecimal);
  if (!at || !from || !to || at.lt(from) || at.gt(to)) return null;
  return from.eq(to) ? 0.5 : at.minus(from).div(to.minus(from)).toNumber();
}

/** Whether a range is wider than the $1 within which the SEC staff's letter of June 25, 2008 allows one line for several trades. */
export const isWideRange = ({ low, high, currency }: PriceRange): boolean => {
  const [from, to] = [parseDecimal(low), parseDecimal(high)];
  return currency === "USD" && Boolean(from && to?.minus(from).gt(1));
};

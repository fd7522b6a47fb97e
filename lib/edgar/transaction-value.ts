import { parseDecimal } from "./decimal";

/** Shares times price, exact, as decimal text. `null` where either is missing: a price that is not reported is not zero. */
export const transactionValue = (shares: string | null, pricePerShare: string | null): string | null => {
  const count = parseDecimal(shares);
  const price = parseDecimal(pricePerShare);
  return count && price ? count.times(price).toFixed() : null;
};

import { parseDecimal } from "@/lib/values/decimal";
import type { ReportedRow } from "./reported-row";

/** Shares times price, exact, as decimal text. `null` if either is missing: a price that is not reported is not zero. */
export const transactionValue = (shares: string | null, pricePerShare: string | null): string | null => {
  const count = parseDecimal(shares);
  const price = parseDecimal(pricePerShare);
  return count && price ? count.times(price).toFixed() : null;
};

/** The value of a row: the total value it states, else shares times price; `null` if neither is reported. */
export const rowValue = (row: Pick<ReportedRow, "transactionShares" | "pricePerShare" | "transactionTotalValue">) =>
  parseDecimal(row.transactionTotalValue.value)?.toFixed() ??
  transactionValue(row.transactionShares.value, row.pricePerShare.value);

import Big from "big.js";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling, type RowKey } from "@/lib/record/row-key";
import { parseDecimal } from "@/lib/values/decimal";
import { standingRowsOf } from "./matching-rows";

/**
 * The last row, in a filing, of the holding line of Table I in which most shares were traded; null if no transaction of Table I
 * states a balance.
 */
export function lineThatTraded(entry: Pick<FilingEntry, "filing" | "rows" | "derived">): RowKey | null {
  const lines = new Map<string, { shares: Big; position: number; row: RowKey }>();
  for (const row of standingRowsOf(entry)) {
    const { holdingLine = null, linePosition = null } = entry.derived.rows[rowId(row)] ?? {};
    if (row.tableNumber !== "I" || row.kind !== "transaction" || holdingLine === null) continue;
    const known = lines.get(holdingLine);
    const shares = (parseDecimal(row.transactionShares.value) ?? new Big(0)).plus(known?.shares ?? 0);
    const position = linePosition ?? 0;
    const isLast = known === undefined || position > known.position;
    lines.set(
      holdingLine,
      isLast ? { shares, position, row: keyInFiling(entry.filing.accessionNumber, rowId(row)) } : { ...known, shares },
    );
  }
  return [...lines.values()].sort((a, b) => b.shares.cmp(a.shares))[0]?.row ?? null;
}

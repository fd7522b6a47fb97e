import { namesRule10b5 } from "@/lib/footnotes/rule-10b5-1";
import { tradePlans } from "@/lib/plans/row-plans";
import type { SeriesRow } from "./series-row";

/** Whether a text speaks of Rule 10b5-1 at all, of a plan or of none. */
export const mentionsRule10b5 = namesRule10b5;

/** Keys of the purchases and sales that were made under a 10b5-1 plan. The rows of a filing are to be given together. */
export function rowsUnderPlan(rows: readonly SeriesRow[]): ReadonlySet<string> {
  const byFiling = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    const { transactionCode } = row.row;
    if (transactionCode !== "P" && transactionCode !== "S") continue;
    const same = byFiling.get(row.filing.accessionNumber);
    if (same) same.push(row);
    else byFiling.set(row.filing.accessionNumber, [row]);
  }
  const under = new Set<string>();
  for (const trades of byFiling.values()) {
    const [first] = trades;
    if (!first) continue;
    const { accessionNumber, aff10b5One, notes } = first.filing;
    const plans = tradePlans({ rows: trades.map(({ row }) => row), notes, remarks: null, aff10b5One });
    for (const [id, { state }] of plans) if (state === "box" || state === "note") under.add(`${accessionNumber}#${id}`);
  }
  return under;
}

import type { DerivedRow, PlanState, RowPlan } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";

const saysNothing = (state: PlanState): RowPlan => ({ state, adoptedOn: null, footnoteId: null, words: null });

/** Whether a purchase or sale was under a 10b5-1 plan, and according to what; null for a row with another code. */
export function planOfRow(
  { filing, derived }: Pick<FilingEntry, "filing" | "derived">,
  row: ReportedRow,
): RowPlan | null {
  if (row.transactionCode !== "P" && row.transactionCode !== "S") return null;
  const plan = derived.rows[rowId(row)]?.trade?.plan;
  return plan ?? saysNothing(filing.aff10b5One === null ? "no box" : "not indicated");
}

/** Whether the box or a note says that a purchase or sale was under a plan. */
export const isUnderPlan = ({ trade }: DerivedRow): boolean => (trade?.plan ?? null) !== null;

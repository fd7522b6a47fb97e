import { rowKey, rowNotes, type SeriesRow } from "./series-row";

const plan = /10b5\s*[-‐‑–—]?\s*1/i;
const denial = /\b(not|other than|outside)\b[^.;]{0,60}10b5/i;

/** Whether a text speaks of Rule 10b5-1 at all, of a plan or of none. */
export const mentionsRule10b5 = (text: string): boolean => plan.test(text);

const statesPlan = ({ row, filing }: SeriesRow): boolean =>
  rowNotes(row).some((id) => {
    const text = filing.notes[id] ?? "";
    return plan.test(text) && !denial.test(text);
  });

/**
 * Keys of the purchases and sales that were made under a 10b5-1 plan. The box speaks for a whole document: if some row's
 * own note names a plan, only such rows count, else the box speaks for all rows of code P and S.
 */
export function rowsUnderPlan(rows: readonly SeriesRow[]): ReadonlySet<string> {
  const byFiling = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    if (row.row.transactionCode !== "P" && row.row.transactionCode !== "S") continue;
    const same = byFiling.get(row.filing.accessionNumber);
    if (same) same.push(row);
    else byFiling.set(row.filing.accessionNumber, [row]);
  }
  const under = new Set<string>();
  for (const trades of byFiling.values()) {
    const named = trades.filter(statesPlan);
    const counted = named.length > 0 ? named : trades.filter(({ filing }) => filing.aff10b5One === true);
    for (const row of counted) under.add(rowKey(row));
  }
  return under;
}

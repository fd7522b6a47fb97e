import type { FilingEntry } from "@/lib/edgar/filing";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import type { FilingFilter } from "@/lib/filters/filing-filter";

type Rows = Pick<FilingEntry, "rows" | "derived">;

/** The rows of a filing that no amendment has taken the place of. */
export const standingRowsOf = ({ rows, derived }: Rows): ReportedRow[] =>
  rows.filter((row) => (derived.rows[rowId(row)]?.supersededBy ?? null) === null);

/** The transactions of a filing that stand and that a filter asks for; the filing itself has met the rest of it. */
export const matchingRows = (entry: Rows, filter: FilingFilter): ReportedRow[] =>
  standingRowsOf(entry).filter((row) => isAskedFor(row, filter));

/** Those that a filter asks for and an amendment has taken the place of. */
export const replacedRows = ({ rows, derived }: Rows, filter: FilingFilter): ReportedRow[] =>
  rows.filter((row) => (derived.rows[rowId(row)]?.supersededBy ?? null) !== null && isAskedFor(row, filter));

function isAskedFor(row: ReportedRow, { code, tradedFrom, tradedTo }: FilingFilter): boolean {
  const date = row.transactionDate.value?.slice(0, 10) ?? null;
  return (
    row.kind === "transaction" &&
    (code.length === 0 || (row.transactionCode !== null && code.includes(row.transactionCode))) &&
    (tradedFrom === null || (date !== null && date >= tradedFrom)) &&
    (tradedTo === null || (date !== null && date <= tradedTo))
  );
}

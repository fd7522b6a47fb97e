import type { ReportedRow } from "@/lib/edgar/reported-row";
import type { FilingFilter } from "@/lib/filters/filing-filter";

/** The transactions of a filing that a filter asks for; the filing itself has met the rest of it. */
export const matchingRows = (rows: ReportedRow[], { code, tradedFrom, tradedTo }: FilingFilter): ReportedRow[] =>
  rows.filter((row) => {
    const date = row.transactionDate.value?.slice(0, 10) ?? null;
    return (
      row.kind === "transaction" &&
      (code.length === 0 || (row.transactionCode !== null && code.includes(row.transactionCode))) &&
      (tradedFrom === null || (date !== null && date >= tradedFrom)) &&
      (tradedTo === null || (date !== null && date <= tradedTo))
    );
  });

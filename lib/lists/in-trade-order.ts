import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { compareText } from "@/lib/values/compare-text";

/**
 * The order in which trades happened, as far as filings tell: by trade date, then by filing. Within a filing Table I counts
 * as the later, so that with the newest first it stands over Table II, its own last row, with the balance of now, on top.
 */
export const inTradeOrder = (a: TransactionLine, b: TransactionLine): number =>
  compareText(a.row.transactionDate.value ?? "", b.row.transactionDate.value ?? "") ||
  compareText(a.entry.filing.orderedAt, b.entry.filing.orderedAt) ||
  compareText(a.entry.filing.accessionNumber, b.entry.filing.accessionNumber) ||
  compareText(b.row.tableNumber, a.row.tableNumber) ||
  a.row.line - b.row.line;

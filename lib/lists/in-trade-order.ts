import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { compareText } from "@/lib/values/compare-text";

/**
 * The order of trades, as far as filings show it: by trade date, then by filing. Within a filing Table I counts as later, so that
 * in a newest-first list it is above Table II, and its last row, with the current balance, is at the top.
 */
export const inTradeOrder = (a: TransactionLine, b: TransactionLine): number =>
  compareText(a.row.transactionDate.value ?? "", b.row.transactionDate.value ?? "") ||
  compareText(a.entry.filing.orderedAt, b.entry.filing.orderedAt) ||
  compareText(a.entry.filing.accessionNumber, b.entry.filing.accessionNumber) ||
  compareText(b.row.tableNumber, a.row.tableNumber) ||
  a.row.line - b.row.line;

import type { TransactionLine } from "@/lib/lists/transaction-lines";

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The order in which trades happened, as far as filings tell: by trade date, then by filing. Within a filing Table I counts
 * as the later, so that with the newest first it stands over Table II, its own last row, with the balance of now, on top.
 */
export const inTradeOrder = (a: TransactionLine, b: TransactionLine): number =>
  compare(a.row.transactionDate.value ?? "", b.row.transactionDate.value ?? "") ||
  compare(a.entry.filing.orderedAt, b.entry.filing.orderedAt) ||
  compare(a.entry.filing.accessionNumber, b.entry.filing.accessionNumber) ||
  compare(b.row.tableNumber, a.row.tableNumber) ||
  a.row.line - b.row.line;

import type { RowColumn } from "./filing-fields";
import type { ReportedRow } from "./reported-row";

/** Figures without which a row takes part in no total: when, why, which way, how many, at what price. */
export const NEEDED_FOR_TOTALS = [
  "transactionDate",
  "transactionCode",
  "acquiredDisposedCode",
  "transactionShares",
  "pricePerShare",
] as const satisfies RowColumn[];

/** Figures that a walk of balances is made of. */
const OF_BALANCES = [
  "transactionShares",
  "acquiredDisposedCode",
  "sharesOwnedFollowing",
] as const satisfies RowColumn[];

type Doubted = Pick<ReportedRow, "unread" | "uncertain">;

const holds =
  (names: readonly RowColumn[]) =>
  ({ unread, uncertain }: Doubted): boolean =>
    (unread.length > 0 || uncertain.length > 0) &&
    names.some((name) => unread.includes(name) || uncertain.includes(name));

/** Whether a row was read from paper with one of these figures unread or uncertain: totals leave it out, and say so. */
export const isUnsure = holds(NEEDED_FOR_TOTALS);

/** Whether a row of Table I was read from paper with a doubtful balance: no walk is drawn over it. */
export const isBalanceUnsure = (row: ReportedRow): boolean => row.tableNumber === "I" && holds(OF_BALANCES)(row);

import type { RowColumn } from "./filing-fields";
import type { ReportedRow } from "./reported-row";

/** A row without one of these figures is left out of totals: when, why, which direction, how many, at what price. */
export const NEEDED_FOR_TOTALS = [
  "transactionDate",
  "transactionCode",
  "acquiredDisposedCode",
  "transactionShares",
  "pricePerShare",
] as const satisfies RowColumn[];

/** Figures that a walk of balances is built from, and the change of a holding. */
export const OF_BALANCES = [
  "transactionShares",
  "acquiredDisposedCode",
  "sharesOwnedFollowing",
] as const satisfies RowColumn[];

type Doubted = Pick<ReportedRow, "unread" | "uncertain">;

/** Whether a row was read from paper with one of these figures unread or uncertain. */
export const isInDoubt = (names: readonly RowColumn[], { unread, uncertain }: Doubted): boolean =>
  (unread.length > 0 || uncertain.length > 0) &&
  names.some((name) => unread.includes(name) || uncertain.includes(name));

/** Whether a row was read from paper with one of these figures unread or uncertain. Totals leave it out, and say so. */
export const isUnsure = (row: Doubted): boolean => isInDoubt(NEEDED_FOR_TOTALS, row);

/** Whether a row of Table I was read from paper with an uncertain balance. We do not draw a walk that includes it. */
export const isBalanceUnsure = (row: ReportedRow): boolean => row.tableNumber === "I" && isInDoubt(OF_BALANCES, row);

import { parseDecimal } from "@/lib/values/decimal";
import { type DerivedRow, NOTHING_DERIVED } from "./derived-filing";
import type { RowColumn } from "./filing-fields";
import type { ReportedRow } from "./reported-row";
import { rowValue } from "./transaction-value";
import { isInDoubt, OF_BALANCES } from "./unsure-row";

export const NEEDED_FOR_VALUE = [
  "transactionShares",
  "pricePerShare",
  "transactionTotalValue",
] as const satisfies RowColumn[];

export const CHANGE_DECIMALS = 4;

/** The shares of a trade, by which lists filter and sort; null for an implausible row, and if they are not known with certainty. */
export const certainShares = (row: ReportedRow, { implausible }: DerivedRow = NOTHING_DERIVED): string | null =>
  implausible === null && !isInDoubt(["transactionShares"], row) ? row.transactionShares.value : null;

/** The same of its price in US dollars. */
export const certainPrice = (row: ReportedRow, { implausible, trade }: DerivedRow = NOTHING_DERIVED): string | null =>
  implausible === null && (trade?.currency ?? null) === null && !isInDoubt(["pricePerShare"], row)
    ? row.pricePerShare.value
    : null;

/**
 * The value of a trade in US dollars, by which lists filter and sort; null outside Table I, for an implausible row, and if it is not
 * known with certainty.
 */
export const certainValue = (row: ReportedRow, derived: DerivedRow = NOTHING_DERIVED): string | null =>
  row.tableNumber === "I" &&
  derived.implausible === null &&
  (derived.trade?.currency ?? null) === null &&
  !isInDoubt(NEEDED_FOR_VALUE, row)
    ? rowValue(row)
    : null;

type Holding = { before: string; after: string };

/**
 * The balance after a row, and the one before according to the row itself; null if they are not known with certainty, or the balance
 * contradicts the row.
 */
export function holdingAround(row: ReportedRow, derived: DerivedRow = NOTHING_DERIVED): Holding | null {
  const shares = parseDecimal(row.transactionShares.value);
  const after = parseDecimal(row.sharesOwnedFollowing.value);
  const side = row.acquiredDisposedCode.value;
  // A balance that is the same for several rows is right for only one of them.
  const isShared = derived.check?.reason?.kind === "one balance for several rows";
  if (!shares || !after || (side !== "A" && side !== "D") || isShared) return null;
  if (derived.implausible !== null || isInDoubt(OF_BALANCES, row)) return null;
  const before = side === "A" ? after.minus(shares) : after.plus(shares);
  return before.lt(0) ? null : { before: before.toFixed(), after: after.toFixed() };
}

/** A row's change of its holding in percent of the holding before, to four decimals; null from zero. */
export function holdingChange(row: ReportedRow, derived?: DerivedRow): string | null {
  const around = holdingAround(row, derived);
  const before = parseDecimal(around?.before ?? null);
  const after = parseDecimal(around?.after ?? null);
  return !before || !after || before.eq(0)
    ? null
    : after.minus(before).times(100).div(before).round(CHANGE_DECIMALS).toFixed();
}

/** Whether a row begins or ends its holding. */
export function holdingTurn(row: ReportedRow, derived?: DerivedRow): "new" | "closed" | null {
  const around = holdingAround(row, derived);
  if (around === null) return null;
  const isNothing = (balance: string) => Number(balance) === 0;
  if (isNothing(around.before)) return isNothing(around.after) ? null : "new";
  return isNothing(around.after) ? "closed" : null;
}

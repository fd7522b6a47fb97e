import Big from "big.js";
import { parseDecimal } from "@/lib/values/decimal";
import { decimalText, ONE, printTenThousandths, tenThousandths } from "@/lib/values/ten-thousandths";

export type Continuity = {
  state: "first" | "consistent" | "gap" | "not_comparable";
  /** The previous balance plus the row's own change, as exact decimal text. */
  expected: string | null;
  reported: string | null;
  /** The reported balance minus the expected one, even if it counts as rounding. */
  difference: string | null;
  /** What is missing, if the state is `not_comparable`. */
  reason: "balance" | "shares" | "acquiredDisposedCode" | null;
};

export type BalanceRow = {
  kind: "transaction" | "holding";
  transactionShares: string | null;
  acquiredDisposedCode: string | null;
  sharesOwnedFollowing: string | null;
};

/** The change that a row reports: plus for shares acquired, minus for shares disposed of, zero for a holding. */
export function reportedChange(row: BalanceRow): Big | "shares" | "acquiredDisposedCode" {
  if (row.kind === "holding") return new Big(0);
  const shares = parseDecimal(row.transactionShares);
  if (!shares) return "shares";
  if (row.acquiredDisposedCode === "A") return shares;
  if (row.acquiredDisposedCode === "D") return shares.times(-1);
  return "acquiredDisposedCode";
}

const isWhole = (value: Big) => value.round(0).eq(value);

/** The same in ten-thousandths; NaN if it cannot be expressed that way. */
function changeInTenThousandths(row: BalanceRow): number {
  if (row.kind === "holding") return 0;
  const shares = tenThousandths(row.transactionShares);
  if (row.acquiredDisposedCode === "A") return shares;
  return row.acquiredDisposedCode === "D" ? -shares : Number.NaN;
}

/**
 * Whether a balance follows from the previous one on its line. Exact, except that if a balance has a fraction, a difference under
 * 1 counts as rounding by the filer.
 */
export function continuity(priorBalance: string | null, row: BalanceRow): Continuity {
  const prior = tenThousandths(priorBalance);
  const reported = tenThousandths(row.sharesOwnedFollowing);
  const expected = prior + changeInTenThousandths(row);
  const difference = reported - expected;
  if (Number.isNaN(difference)) return continuityOfDecimals(priorBalance, row);
  const hasFraction = prior % ONE !== 0 || reported % ONE !== 0;
  const follows = difference === 0 || (hasFraction && Math.abs(difference) < ONE);
  return {
    state: follows ? "consistent" : "gap",
    expected: printTenThousandths(expected),
    reported: printTenThousandths(reported),
    difference: printTenThousandths(difference),
    reason: null,
  };
}

function continuityOfDecimals(priorBalance: string | null, row: BalanceRow): Continuity {
  const none = { expected: null, reported: decimalText(row.sharesOwnedFollowing), difference: null };
  if (none.reported === null) return { state: "not_comparable", ...none, reason: "balance" };
  const prior = parseDecimal(priorBalance);
  if (!prior) return { state: "first", ...none, reason: null };
  const change = reportedChange(row);
  if (typeof change === "string") return { state: "not_comparable", ...none, reason: change };
  const reported = new Big(none.reported);
  const expected = prior.plus(change);
  const difference = reported.minus(expected);
  const hasFraction = !isWhole(prior) || !isWhole(reported);
  const follows = difference.eq(0) || (hasFraction && difference.abs().lt(1));
  return {
    state: follows ? "consistent" : "gap",
    expected: expected.toFixed(),
    reported: none.reported,
    difference: difference.toFixed(),
    reason: null,
  };
}

/** The balance before a row, from the row alone; `null` if it is unknown or would be negative. */
export function impliedPriorBalance(row: BalanceRow): string | null {
  const number = tenThousandths(row.sharesOwnedFollowing) - changeInTenThousandths(row);
  if (!Number.isNaN(number)) return number < 0 ? null : printTenThousandths(number);
  const reported = parseDecimal(row.sharesOwnedFollowing);
  const change = reportedChange(row);
  if (!reported || typeof change === "string") return null;
  const prior = reported.minus(change);
  return prior.lt(0) ? null : prior.toFixed();
}

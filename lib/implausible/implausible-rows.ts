import type Big from "big.js";
import { exercisePairs } from "@/lib/holdings/exercise-pairs";
import type { BalanceCheck } from "@/lib/record/balance-check";
import type { FilingEntry } from "@/lib/record/filing";
import type { Implausible } from "@/lib/record/implausible";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { parseDecimal } from "@/lib/values/decimal";
import { causeOf, type Filed, hasDigits, hasLostPoint, implausiblePrice, isFaultOf } from "./faults";
import { statedPrices } from "./stated-prices";

/** What the check of a row's balance shows about the number of shares that moved. */
export type MovedBalance = Pick<BalanceCheck, "state" | "reported" | "reason"> & { priorBalance: string | null };

/**
 * The rows of a filing with a figure that the filing itself contradicts, by row id: the footnotes of a price, the exercise price,
 * or the balances before and after. A figure that nothing contradicts is plausible, however large it is.
 */
export function implausibleRows(
  { rows, notes }: Pick<FilingEntry, "rows" | "notes">,
  balanceOf: (row: ReportedRow) => MovedBalance | undefined,
): Map<string, Implausible> {
  const found = new Map<string, Implausible>();
  let derivatives: ReadonlyMap<ReportedRow, ReportedRow> | null = null;
  for (const row of rows) {
    const filed = filedOf(row);
    if (!filed) continue;
    derivatives ??= derivativeOf(rows);
    const derivative = row.tableNumber === "II" ? row : derivatives.get(row);
    const implausible =
      byFootnotes(row, filed, notes) ?? byExercisePrice(row, filed, derivative) ?? byBalances(filed, balanceOf(row));
    if (implausible) found.set(rowId(row), implausible);
  }
  return found;
}

/** The row of Table II that each row of Table I exercised or converted, if it is only one. */
function derivativeOf(rows: readonly ReportedRow[]): ReadonlyMap<ReportedRow, ReportedRow> {
  const byId = new Map(rows.map((row) => [rowId(row), row]));
  const pairs = exercisePairs(rows);
  return new Map(
    rows.flatMap((row) => {
      const other = byId.get(pairs.get(rowId(row)) ?? "");
      return other ? [[row, other] as const] : [];
    }),
  );
}

/** Null for a row without a price and a number of shares. */
function filedOf({ kind, pricePerShare, transactionShares }: ReportedRow): Filed | null {
  if (kind !== "transaction" || pricePerShare.value === null || transactionShares.value === null) return null;
  const [price, shares] = [parseDecimal(pricePerShare.value), parseDecimal(transactionShares.value)];
  return price?.gt(0) && shares?.gt(0) ? { price, shares } : null;
}

/** A typing error in the range does not explain a price so far above it. */
const FAR_ABOVE = 20;

/** Below this, an amount that a footnote calls a total may be a price all the same, such as that of a unit. */
const LEAST_TOTAL = 1000;

function byFootnotes(row: ReportedRow, filed: Filed, notes: FilingEntry["notes"]): Implausible | null {
  const { price, shares } = filed;
  for (const footnoteId of row.pricePerShare.footnotes) {
    const stated = statedPrices(notes[footnoteId] ?? "");
    if (!stated) continue;
    if (stated.highest && price.gte(stated.highest.times(FAR_ABOVE))) {
      const cause = causeOf(filed, stated.highest);
      return implausiblePrice("stated range", filed, stated.highest, { cause, footnoteId });
    }
    const each = stated.each.find(
      (amount) => hasDigits(amount) && !isOfUnderlying(row, filed, amount) && isFaultOf(filed, amount),
    );
    if (each) return implausiblePrice("stated price", filed, each, { cause: causeOf(filed, each), footnoteId });
    const isTotal = stated.saysTotal || stated.totals.some((total) => total.eq(price));
    if (isTotal && price.gte(LEAST_TOTAL) && shares.gt(1)) {
      return implausiblePrice("stated total", filed, price.div(shares), { cause: "total", footnoteId });
    }
  }
  return null;
}

const isOption = /\b(?:options?|warrants?|rights?|calls?|puts?)\b/i;

/** No share of an issuer with warrants or options has cost as much. */
const PRICE_OF_INSTRUMENT = 10_000;

/** The price of exercised shares is the exercise price, and one warrant does not cost a thousand times as much. */
function byExercisePrice(row: ReportedRow, filed: Filed, derivative: ReportedRow | undefined): Implausible | null {
  const each = parseDecimal(derivative?.conversionOrExercisePrice.value ?? null);
  // "1" is often the ratio of a conversion.
  if (!each?.gt(0) || each.eq(1)) return null;
  const { price, shares } = filed;
  const isRight = isOption.test(row.securityTitle.value ?? "");
  const isOfInstrument =
    row === derivative &&
    isRight &&
    price.gte(PRICE_OF_INSTRUMENT) &&
    price.gte(each.times(1000)) &&
    price.lte(shares.times(each).times(2));
  // A preferred share that converts into 1,000 shares at $2.25 costs $2,250.
  const isOfOneShare = row !== derivative || isRight || underlyingOf(row)?.eq(shares) === true;
  const isFault = isOfOneShare && !isOfUnderlying(row, filed, each) && isFaultOf(filed, each);
  if (!isOfInstrument && !isFault) return null;
  return implausiblePrice("exercise price", filed, each, { cause: isOfInstrument ? "total" : causeOf(filed, each) });
}

const underlyingOf = ({ tableNumber, underlyingSecurityShares: { value } }: ReportedRow): Big | null =>
  tableNumber === "II" ? parseDecimal(value) : null;

/** Whether a derivative on several shares costs this much for each of them. */
function isOfUnderlying(row: ReportedRow, { price, shares }: Filed, each: Big): boolean {
  const underlying = underlyingOf(row);
  if (!underlying?.gt(0) || underlying.eq(shares)) return false;
  return price.times(shares).div(underlying).minus(each).abs().lte(each.times(0.001));
}

const LEAST_MOVED = 100;

/** A balance that moved by one number of shares contradicts a row that states another, if a fault explains it exactly. */
function byBalances({ price, shares }: Filed, balance: MovedBalance | undefined): Implausible | null {
  if (balance?.state !== "gap") return null;
  if (balance.reason !== null && balance.reason.kind !== "next balance makes good") return null;
  const [before, after] = [parseDecimal(balance.priorBalance), parseDecimal(balance.reported)];
  const moved = before && after ? after.minus(before).abs() : null;
  if (!moved?.gte(LEAST_MOVED) || !hasDigits(moved)) return null;
  const isTotal = price.gte(10) && moved.times(price).minus(shares).abs().lt(1);
  const isSwapped = moved.eq(price) && price.gte(shares.times(10));
  if (!isTotal && !isSwapped && !hasLostPoint(shares, moved)) return null;
  return {
    field: "transactionShares",
    reason: "balances",
    cause: isSwapped ? "swapped" : isTotal ? "total" : "decimal point",
    comparedWith: {
      amount: moved.toFixed(),
      times: isSwapped ? null : shares.div(moved).round(0).toFixed(),
      trades: null,
      footnoteId: null,
    },
  };
}

import Big from "big.js";
import type { GapReason } from "@/lib/record/balance-check";
import { reportedChange } from "@/lib/record/continuity";
import { inFilingOrder, rowDate, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import { balanceRow } from "./holding-line";
import type { CheckedRow } from "./line-checks";

/**
 * Rows of one line and filing that all state the same balance, although each changed it: the balance after the last of them. If
 * the balance before is known, all their changes must lead to it. For rows that do not follow.
 */
export function oneBalanceForSeveralRows(line: readonly CheckedRow[]): Map<CheckedRow, GapReason> {
  const reasons = new Map<CheckedRow, GapReason>();
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && statesSame(line[start], line[end])) end++;
    const run = end - start > 1 ? line.slice(start, end) : [];
    const last = run.at(-1);
    if (last && comesToIt(run)) {
      const reason = { kind: "one balance for several rows", words: null, from: rowKey(last.source) } as const;
      for (const row of run) if (row.check.state === "gap") reasons.set(row, reason);
    }
    start = end;
  }
  return reasons;
}

const statesSame = (a: CheckedRow | undefined, b: CheckedRow | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.source.filing.accessionNumber === b.source.filing.accessionNumber &&
  a.source.row.kind === "transaction" &&
  b.source.row.kind === "transaction" &&
  a.check.reported !== null &&
  a.check.reported === b.check.reported;

function comesToIt(run: readonly CheckedRow[]): boolean {
  const [first] = run;
  const balance = parseDecimal(first?.check.reported ?? null);
  if (!first || !balance) return false;
  let before = parseDecimal(first.prior?.row.sharesOwnedFollowing.value ?? null);
  for (const { source } of run) {
    const change = reportedChange(balanceRow(source));
    if (typeof change === "string" || change.eq(0)) return false;
    before = before?.plus(change) ?? null;
  }
  return before === null || before.eq(balance);
}

/** A balance that follows from what the row before said until it was amended. */
export function followsFromAmended(
  { source, prior }: CheckedRow,
  restatedBy: ReadonlyMap<string, readonly SeriesRow[]>,
): GapReason | null {
  const originals = prior && restatedBy.size > 0 ? restatedBy.get(rowKey(prior)) : undefined;
  if (!originals) return null;
  const change = reportedChange(balanceRow(source));
  const reported = parseDecimal(source.row.sharesOwnedFollowing.value);
  if (!reported || typeof change === "string") return null;
  const before = reported.minus(change);
  const original = originals.find(({ row }) => parseDecimal(row.sharesOwnedFollowing.value)?.eq(before) === true);
  return original ? { kind: "amendment", words: null, from: rowKey(original) } : null;
}

/** A balance that could not include the trades before it, because they were reported later; without them it would follow. */
export function reportedLater(line: readonly CheckedRow[], at: number): GapReason | null {
  const [last, row] = [line[at - 1], line[at]];
  if (!row || !last || inFilingOrder(last.source, row.source) < 0) return null;
  const difference = parseDecimal(row.check.difference);
  if (!difference) return null;
  let unheard = new Big(0);
  for (let before = at - 1; before >= 0; before--) {
    const earlier = line[before];
    if (!earlier || inFilingOrder(earlier.source, row.source) < 0) return null;
    const change = reportedChange(balanceRow(earlier.source));
    if (typeof change === "string") return null;
    unheard = unheard.plus(change);
    if (!unheard.eq(0) && difference.eq(unheard.times(-1))) {
      return { kind: "reported later", words: null, from: rowKey(earlier.source) };
    }
  }
  return null;
}

/** Two differences side by side that cancel each other: each is the other's reason. */
export function nextMakesGood(line: readonly CheckedRow[], at: number): GapReason | null {
  for (const neighbour of [line[at + 1], line[at - 1]]) {
    if (neighbour?.check.state !== "gap") continue;
    const [one, other] = [parseDecimal(line[at]?.check.difference ?? null), parseDecimal(neighbour.check.difference)];
    if (one && other?.eq(one.times(-1))) {
      return { kind: "next balance makes good", words: null, from: rowKey(neighbour.source) };
    }
  }
  return null;
}

/**
 * A filing that we know of but do not have: the original of an amendment whose period lies between the two balances, or of an
 * amendment that states one of them.
 */
export function missingFiling({ source, prior }: CheckedRow, amendments: readonly SeriesRow[]): GapReason | null {
  if (!prior || amendments.length === 0) return null;
  const [after, until] = [rowDate(prior), rowDate(source)];
  const found = amendments.find(({ filing }) => {
    if (!filing.owners.some((cik) => source.filing.owners.includes(cik))) return false;
    const period = filing.periodOfReport;
    const isBetween = period !== null && after !== null && until !== null && period > after && period <= until;
    return isBetween || [source, prior].some((row) => row.filing.accessionNumber === filing.accessionNumber);
  });
  return found ? { kind: "missing filing", words: null, from: rowKey(found) } : null;
}

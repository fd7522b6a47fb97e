import type { BalanceCheck } from "@/lib/record/balance-check";
import { continuity } from "@/lib/record/continuity";
import { rowId } from "@/lib/record/reported-row";
import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";
import type { HoldingChain } from "./holding-chains";
import { balanceRow, lineFamily } from "./holding-line";
import { inOrderOfBalances } from "./order-of-balances";

/** A row on its line: the row at which the line begins, its place from 1, and whether its balance follows from the one before. */
export type CheckedRow = {
  source: SeriesRow;
  line: string;
  position: number;
  prior: SeriesRow | null;
  check: BalanceCheck;
};

/** The checks of all rows on the lines of connected filings. `rows` are all rows in time, including those without a balance. */
export function lineChecks(chains: readonly HoldingChain[], rows: readonly SeriesRow[]): CheckedRow[] {
  const unseen = unseenMoves(rows);
  return chains.flatMap((chain) => {
    const ordered = inOrderOfBalances(chain.rows);
    const line = ordered[0] ? rowKey(ordered[0]) : "";
    return ordered.map((source, index): CheckedRow => {
      const prior = ordered[index - 1] ?? null;
      const isHidden = prior !== null && unseen.areBetween(prior, source);
      return { source, line, position: index + 1, prior, check: checkOf(source, prior, isHidden) };
    });
  });
}

/**
 * The check of another report of a trade, as if it were on the line instead of the one that is. If an amendment changed only one
 * of the two, each has its own balance.
 */
export function checkedInPlaceOf(onLine: CheckedRow, source: SeriesRow): CheckedRow {
  const { prior, check } = onLine;
  if (areAlike(onLine.source, source)) return { ...onLine, source };
  const own = checkOf(source, prior, check.missing === "rows between");
  const isCorrected = own.state === "gap" && check.state !== "gap";
  const reason = isCorrected ? ({ kind: "amendment", words: null, from: rowKey(onLine.source) } as const) : null;
  return { ...onLine, source, check: { ...own, reason } };
}

function areAlike(a: SeriesRow, b: SeriesRow): boolean {
  const [one, other] = [balanceRow(a), balanceRow(b)];
  return (
    one.acquiredDisposedCode === other.acquiredDisposedCode &&
    decimalText(one.transactionShares) === decimalText(other.transactionShares) &&
    decimalText(one.sharesOwnedFollowing) === decimalText(other.sharesOwnedFollowing)
  );
}

function checkOf(source: SeriesRow, prior: SeriesRow | null, isHidden: boolean): BalanceCheck {
  const balance = prior?.row.sharesOwnedFollowing.value ?? null;
  const { state, expected, reported, difference, reason } = continuity(balance, balanceRow(source));
  const known =
    prior && balance !== null
      ? { balance, accessionNumber: prior.filing.accessionNumber, row: rowId(prior.row) }
      : null;
  if (isHidden && state !== "not_comparable" && state !== "consistent") {
    return {
      state: "not_comparable",
      expected: null,
      reported,
      difference: null,
      missing: "rows between",
      prior: known,
      reason: null,
    };
  }
  return { state, expected, reported, difference, missing: reason, prior: known, reason: null };
}

/** Transactions without a balance: what they moved shows only in a later one. */
function unseenMoves(rows: readonly SeriesRow[]) {
  const place = new Map<string, number>();
  const byFamily = new Map<string, { at: number; owners: readonly string[] }[]>();
  const hasUnseen = rows.some(isUnseen);
  if (hasUnseen) {
    rows.forEach((source, at) => {
      place.set(rowKey(source), at);
      if (!isUnseen(source)) return;
      const family = lineFamily(source);
      const known = byFamily.get(family);
      const move = { at, owners: source.filing.owners };
      if (known) known.push(move);
      else byFamily.set(family, [move]);
    });
  }
  return {
    areBetween(prior: SeriesRow, source: SeriesRow): boolean {
      if (!hasUnseen) return false;
      const moves = byFamily.get(lineFamily(source));
      if (!moves) return false;
      const from = place.get(rowKey(prior)) ?? 0;
      const to = place.get(rowKey(source)) ?? 0;
      return moves.some(
        ({ at, owners }) => at > from && at < to && owners.some((cik) => source.filing.owners.includes(cik)),
      );
    },
  };
}

const isUnseen = ({ row }: SeriesRow): boolean =>
  row.kind === "transaction" && decimalText(row.sharesOwnedFollowing.value) === null;

import { parseDecimal } from "@/lib/edgar/decimal";
import { rowKey, type SeriesRow } from "@/lib/series/series-row";
import { type Continuity, continuity } from "./continuity";
import { balanceRow, type HoldingChain } from "./holding-line";
import { isInterrupted } from "./interrupted";

export type CheckedRow = { source: SeriesRow; check: Continuity };

/** Each row of a line with whether its balance follows from the one before; `unseen` are rows that report no balance. */
export function chainChecks({ rows }: HoldingChain, unseen: readonly SeriesRow[]): CheckedRow[] {
  let prior: SeriesRow | null = null;
  return rows.map((source) => {
    const known: SeriesRow | null = prior && !isInterrupted(source, prior, unseen) ? prior : null;
    const check = continuity(known?.row.sharesOwnedFollowing.value ?? null, balanceRow(source));
    if (check.reported !== null) prior = source;
    return { source, check };
  });
}

/** Transactions after which no balance is reported: what they moved shows in the next one. */
export const rowsWithoutBalance = (rows: readonly SeriesRow[]): SeriesRow[] =>
  rows.filter(({ row }) => row.kind === "transaction" && parseDecimal(row.sharesOwnedFollowing.value) === null);

/** The checks of all rows of the lines, by their keys. `rows` are those that the lines were made from. */
export function rowChecks(
  chains: readonly HoldingChain[],
  rows: readonly SeriesRow[],
): ReadonlyMap<string, Continuity> {
  const unseen = rowsWithoutBalance(rows);
  const checked = chains.flatMap((chain) => chainChecks(chain, unseen));
  return new Map(checked.map(({ source, check }) => [rowKey(source), check]));
}

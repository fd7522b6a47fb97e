import { rowKey, type SeriesRow } from "@/lib/series/series-row";
import { type Continuity, continuity } from "./continuity";
import { balanceRow, type HoldingChain } from "./holding-line";

export type CheckedRow = { source: SeriesRow; check: Continuity };

/** Each row of a line with whether its balance follows from the one before. */
export function chainChecks({ rows }: HoldingChain): CheckedRow[] {
  let prior: string | null = null;
  return rows.map((source) => {
    const check = continuity(prior, balanceRow(source));
    prior = check.reported ?? prior;
    return { source, check };
  });
}

/** The checks of all rows of the lines, by their keys. */
export const rowChecks = (chains: readonly HoldingChain[]): ReadonlyMap<string, Continuity> =>
  new Map(chains.flatMap(chainChecks).map(({ source, check }) => [rowKey(source), check]));

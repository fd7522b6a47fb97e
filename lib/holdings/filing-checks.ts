import { rowId } from "@/lib/edgar/reported-row";
import { rowDate, rowKey, type SeriesRow } from "@/lib/series/series-row";
import { type Continuity, continuity } from "./continuity";
import { balanceRow, holdingChains } from "./holding-line";
import { isInterrupted } from "./interrupted";

/** The balance that a row is checked against, and where it was reported. */
export type PriorBalance = {
  balance: string;
  accessionNumber: string;
  row: string;
  /** The day it speaks of. */
  date: string | null;
};

export type RowCheck = Continuity & { prior: PriorBalance | null };

/** Rows of filings before this one, of its issuer: by the same owners, and by any of them. */
export type EarlierRows = { ofSameOwners: readonly SeriesRow[]; ofSomeOwners: readonly SeriesRow[] };

/**
 * Does each balance of a filing follow from the one before it on the same holding line? By row id. The balance before is that
 * of the filing's own row before, else the newest earlier one of the same owners. Where only some of the owners filed it,
 * it may be another person's holding: then it counts only if the balances chain.
 */
export function filingChecks(here: readonly SeriesRow[], earlier: EarlierRows): ReadonlyMap<string, RowCheck> {
  const amongSome = priorRows(here, earlier.ofSomeOwners);
  const amongSame = priorRows(here, earlier.ofSameOwners);
  return new Map(
    here.map((source): [string, RowCheck] => {
      const key = rowKey(source);
      const chained = check(source, amongSome.get(key), here);
      const followed = chained.state === "consistent" ? chained : check(source, amongSame.get(key), here);
      return [rowId(source.row), followed];
    }),
  );
}

/** By row key: the row before it on its line. */
function priorRows(here: readonly SeriesRow[], earlier: readonly SeriesRow[]): ReadonlyMap<string, SeriesRow> {
  const priors = new Map<string, SeriesRow>();
  for (const { rows } of holdingChains([...earlier, ...here])) {
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before) priors.set(rowKey(row), before);
    });
  }
  return priors;
}

function check(source: SeriesRow, prior: SeriesRow | undefined, here: readonly SeriesRow[]): RowCheck {
  const known = prior && !isInterrupted(source, prior, here) ? prior : undefined;
  const balance = known?.row.sharesOwnedFollowing.value ?? null;
  return {
    ...continuity(balance, balanceRow(source)),
    prior:
      known && balance !== null
        ? {
            balance,
            accessionNumber: known.filing.accessionNumber,
            row: rowId(known.row),
            date: rowDate(known),
          }
        : null,
  };
}

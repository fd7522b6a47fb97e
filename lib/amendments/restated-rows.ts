import type { FilingEntry } from "@/lib/record/filing";
import { once } from "@/lib/values/once";
import { balanceEvidence } from "./balance-evidence";
import { combineRows } from "./combined-rows";
import { type ComparedRow, comparedRows, rowsBy } from "./compared-row";
import { restateHoldings } from "./restated-holdings";
import { type Evidence, restateNumbers, restateParts } from "./restated-transactions";
import { RowMatching } from "./row-matching";
import { speaksOfAddition } from "./speaks-of-addition";

export type Restatement = {
  /** One to one: a row that stood, and the amendment's that takes its place. */
  pairs: ReadonlyMap<ComparedRow, ComparedRow>;
  /** Further rows that stood, and the amendment's row in which they are put together with others. */
  combined: ReadonlyMap<ComparedRow, ComparedRow>;
};

/**
 * Which rows of an original an amendment restates, one to one, by row id (`I-2`). What it does not restate stands: an
 * amendment may hold only the changed rows, only holdings, or a row that had been left out.
 */
export function restatedRows(original: FilingEntry, amendment: FilingEntry): Map<string, string> {
  const { pairs } = restatement(comparedRows(original), comparedRows(amendment), () =>
    speaksOfAddition(amendment, [original]),
  );
  return new Map([...pairs].map(([row, by]) => [row.id, by.id]));
}

/**
 * Which rows that stand, of an original and its earlier amendments, an amendment restates.
 * @param speaksOfMore whether it says that it reports what they did not; asked where values do not tell
 */
export function restatement(
  standing: readonly ComparedRow[],
  restating: readonly ComparedRow[],
  speaksOfMore: () => boolean,
): Restatement {
  const matching = new RowMatching(standing, restating);
  const saysMore = once(speaksOfMore);
  matching.pairBy(({ values }) => values);
  if (matching.openStanding().length === 0) return { pairs: matching.pairs, combined: new Map() };
  const evidence = balanceEvidence(matching);
  restateNumbers(matching, evidence, saysMore);
  restateParts(matching, evidence, saysMore);
  const combined = combineRows(matching);
  restateHoldings(matching, saysMore);
  restateByPosition(matching, evidence);
  return { pairs: matching.pairs, combined };
}

/** Where an amendment has as many rows of a table and restates most of them, the rest follow in the form's order. */
function restateByPosition(matching: RowMatching, evidence: Evidence): void {
  const open = rowsBy(matching.openStanding(), ({ sort }) => sort);
  if (open.size === 0) return;
  const standing = rowsBy(matching.standing, ({ sort }) => sort);
  const restating = rowsBy(matching.restating, ({ sort }) => sort);
  const openRestating = rowsBy(matching.openRestating(), ({ sort }) => sort);
  for (const [sort, rows] of open) {
    const number = standing.get(sort)?.length ?? 0;
    if (restating.get(sort)?.length !== number || rows.length * 2 >= number) continue;
    rows.forEach((row, index) => {
      const by = openRestating.get(sort)?.[index];
      if (by && evidence({ standing: row, restating: by }) !== "adds") matching.pair({ standing: row, restating: by });
    });
  }
}

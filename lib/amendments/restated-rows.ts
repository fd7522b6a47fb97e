import type { FilingEntry } from "@/lib/record/filing";
import { once } from "@/lib/values/once";
import { balanceEvidence } from "./balance-evidence";
import { combineRows } from "./combined-rows";
import { type ComparedRow, comparedRows, rowsBy } from "./compared-row";
import { restateHoldings } from "./restated-holdings";
import { type EvidenceOf, restateNumbers, restateParts } from "./restated-transactions";
import { RowMatching } from "./row-matching";
import { speaksOfAddition } from "./speaks-of-addition";

export type Restatement = {
  /** One to one: a current row, and the row of the amendment that replaces it. */
  pairs: ReadonlyMap<ComparedRow, ComparedRow>;
  /** Further current rows, and the row of the amendment that combines them with others. */
  combined: ReadonlyMap<ComparedRow, ComparedRow>;
};

/**
 * Finds which rows of an original an amendment restates, one to one, by row id (`I-2`). Other rows remain current: an amendment
 * may have only the changed rows, only holdings, or a row that had been left out.
 */
export function restatedRows(original: FilingEntry, amendment: FilingEntry): Map<string, string> {
  const { pairs } = restatement(comparedRows(original), comparedRows(amendment), () =>
    speaksOfAddition(amendment, [original]),
  );
  return new Map([...pairs].map(([row, by]) => [row.id, by.id]));
}

/**
 * Finds which current rows, of an original and its earlier amendments, an amendment restates.
 * @param speaksOfMore whether it says that it reports what they did not; called only if values do not decide
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

/** If an amendment has as many rows of a table and restates most of them, the rest are paired in the order of the form. */
function restateByPosition(matching: RowMatching, evidence: EvidenceOf): void {
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

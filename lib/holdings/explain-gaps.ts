import type { GapReason } from "@/lib/record/balance-check";
import type { FilingEntry } from "@/lib/record/filing";
import { inFilingOrder, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { type Gap, gapOf } from "./gap";
import { gapReason } from "./gap-reason";
import type { CheckedRow } from "./line-checks";
import { lineTransfers } from "./line-transfers";
import {
  followsFromAmended,
  missingFiling,
  nextMakesGood,
  oneBalanceForSeveralRows,
  reportedLater,
} from "./row-reasons";

type Circle = {
  entries: readonly FilingEntry[];
  /** All rows, superseded ones too. */
  rows: readonly SeriesRow[];
  /** What the amendments amend, by accession number, and which row took the place of which, by row key. */
  amended: {
    links: ReadonlyMap<string, { basis: string }>;
    supersededBy: ReadonlyMap<string, string>;
  };
};

/**
 * The checks of a circle, each gap with its reason where a note or a row gives one: what the notes say comes first, as it is
 * the filer's own word.
 */
export function explainGaps(checked: readonly CheckedRow[], circle: Circle): readonly CheckedRow[] {
  const gaps = gapsOf(checked);
  if (gaps.size === 0) return checked;
  const lines = linesOf(checked).filter((line) => line.some((row) => gaps.has(row)));
  const remarks = new Map(circle.entries.map(({ filing }) => [filing.accessionNumber, filing.remarks]));
  const restated = restatedRows(circle);
  const reasons = new Map<CheckedRow, GapReason>();
  for (const line of lines) {
    const ofSeveralRows = oneBalanceForSeveralRows(line);
    line.forEach((row, at) => {
      const gap = gaps.get(row);
      if (!gap) return;
      const reason =
        gapReason(gap, { remarks: remarks.get(row.source.filing.accessionNumber) ?? null }) ??
        ofSeveralRows.get(row) ??
        followsFromAmended(row, restated) ??
        reportedLater(line, at);
      if (reason) reasons.set(row, reason);
    });
  }
  const isOpen = (row: CheckedRow) => gaps.has(row) && !reasons.has(row);
  const transfers = lineTransfers([...gaps.keys()].filter(isOpen).flatMap((row) => gaps.get(row) ?? []));
  if (transfers.size > 0) {
    for (const row of gaps.keys()) {
      const reason = transfers.get(rowKey(row.source));
      if (reason) reasons.set(row, reason);
    }
  }
  const unheld = amendmentsOfUnheld(circle);
  for (const line of lines) {
    line.forEach((row, at) => {
      const reason = isOpen(row) ? (nextMakesGood(line, at) ?? missingFiling(row, unheld)) : null;
      if (reason) reasons.set(row, reason);
    });
  }
  if (reasons.size === 0) return checked;
  return checked.map((row) => {
    const reason = reasons.get(row);
    return reason ? { ...row, check: { ...row.check, reason } } : row;
  });
}

function gapsOf(checked: readonly CheckedRow[]): Map<CheckedRow, Gap> {
  const gaps = new Map<CheckedRow, Gap>();
  for (const row of checked) {
    const gap = gapOf(row);
    if (gap) gaps.set(row, gap);
  }
  return gaps;
}

function linesOf(checked: readonly CheckedRow[]): CheckedRow[][] {
  const lines: CheckedRow[][] = [];
  for (const row of checked) {
    if (row.position === 1) lines.push([]);
    lines.at(-1)?.push(row);
  }
  return lines;
}

/** Amendments whose original is not held: each tells of a filing that is missing. */
const amendmentsOfUnheld = ({ rows, amended }: Circle): SeriesRow[] =>
  rows
    .filter(({ filing }) => amended.links.get(filing.accessionNumber)?.basis === "original not held")
    .sort(inFilingOrder);

/** By the key of the row that stands: the rows that it took the place of. */
function restatedRows({ rows, amended }: Circle): ReadonlyMap<string, readonly SeriesRow[]> {
  const restated = new Map<string, SeriesRow[]>();
  if (amended.supersededBy.size === 0) return restated;
  for (const source of rows) {
    const by = amended.supersededBy.get(rowKey(source));
    if (by === undefined) continue;
    restated.set(by, [...(restated.get(by) ?? []), source]);
  }
  return restated;
}

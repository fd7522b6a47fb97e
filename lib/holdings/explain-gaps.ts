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

type ConnectedFilings = {
  entries: readonly FilingEntry[];
  /** All rows, including superseded ones. */
  rows: readonly SeriesRow[];
  /** What the amendments amend, by accession number, and which row replaced which, by row key. */
  amended: {
    links: ReadonlyMap<string, { basis: string }>;
    supersededBy: ReadonlyMap<string, string>;
  };
};

/**
 * Adds to each gap the reason that a note or a row gives. Notes come first, because they are the filer's own words.
 */
export function explainGaps(checked: readonly CheckedRow[], connected: ConnectedFilings): readonly CheckedRow[] {
  const gaps = gapsOf(checked);
  if (gaps.size === 0) return checked;
  const lines = linesOf(checked).filter((line) => line.some((row) => gaps.has(row)));
  const remarks = new Map(connected.entries.map(({ filing }) => [filing.accessionNumber, filing.remarks]));
  const restated = restatedRows(connected);
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
  const unheld = amendmentsOfUnheld(connected);
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

/** Amendments whose original we do not have: each shows that a filing is missing. */
const amendmentsOfUnheld = ({ rows, amended }: ConnectedFilings): SeriesRow[] =>
  rows
    .filter(({ filing }) => amended.links.get(filing.accessionNumber)?.basis === "original not held")
    .sort(inFilingOrder);

/** The rows that a current row replaced, by its key. */
function restatedRows({ rows, amended }: ConnectedFilings): ReadonlyMap<string, readonly SeriesRow[]> {
  const restated = new Map<string, SeriesRow[]>();
  if (amended.supersededBy.size === 0) return restated;
  for (const source of rows) {
    const by = amended.supersededBy.get(rowKey(source));
    if (by === undefined) continue;
    restated.set(by, [...(restated.get(by) ?? []), source]);
  }
  return restated;
}

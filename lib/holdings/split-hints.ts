import { namesSplit } from "@/lib/footnotes/shares/split-ratio";
import { rowNotes, type SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";
import { gapOf } from "./gap";
import type { CheckedRow } from "./line-checks";
import { mayFitSimpleRatio, simpleRatios } from "./split-fit";

/**
 * Whether a gap may come from a split: the balances are in a simple ratio, or a note mentions a split. The balances of the issuer's
 * other insiders decide.
 */
export function mayBeSplit(row: CheckedRow): boolean {
  const { source, prior, check } = row;
  if (check.state !== "gap" || prior === null) return false;
  return namesSplitInNote(source) || standsInSimpleRatio(row);
}

function standsInSimpleRatio(row: CheckedRow): boolean {
  const { expected, reported } = row.check;
  const before = decimalText(row.prior?.row.sharesOwnedFollowing.value ?? null);
  if (!mayFitSimpleRatio(Number(before), Number(expected), Number(reported))) return false;
  const gap = gapOf(row);
  return gap !== null && simpleRatios(gap).length > 0;
}

function namesSplitInNote({ row, filing }: SeriesRow): boolean {
  for (const id of rowNotes(row)) if (namesSplit(filing.notes[id] ?? "")) return true;
  return false;
}

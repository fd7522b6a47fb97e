import type Big from "big.js";
import { rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import type { CheckedRow } from "./line-checks";

/** A row whose balance does not follow from the one before on its line. */
export type Gap = {
  source: SeriesRow;
  prior: SeriesRow;
  /** The row at which the line begins. */
  line: string;
  before: Big;
  /** The balance before with the row's own change. */
  expected: Big;
  reported: Big;
  /** Reported less expected. */
  difference: Big;
};

/** Null for a row that is not a gap. */
export function gapOf({ source, prior, line, check }: CheckedRow): Gap | null {
  if (check.state !== "gap" || prior === null) return null;
  const before = parseDecimal(prior.row.sharesOwnedFollowing.value);
  const [expected, reported] = [parseDecimal(check.expected), parseDecimal(check.reported)];
  if (!before || !expected || !reported) return null;
  return { source, prior, line, before, expected, reported, difference: reported.minus(expected) };
}

/** The days between which a balance changed without a report: after the first, on or before the last. */
export type GapWindow = { after: string; until: string };

/** Null if one of the days is unknown, or there is none between. */
export function gapWindow({ source, prior }: Pick<Gap, "source" | "prior">): GapWindow | null {
  const [after, until] = [rowDate(prior), rowDate(source)];
  return after === null || until === null || after > until ? null : { after, until };
}

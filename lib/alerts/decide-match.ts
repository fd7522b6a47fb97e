import type { MatchChange, Matched, MatchedTransaction, MatchKind } from "@/lib/alerts/alert";
import { ROW_FIELDS, type RowColumn } from "@/lib/record/filing-fields";
import { parseDecimal } from "@/lib/values/decimal";

/** A match that is stored already. `what` is null if we have deleted what it said, and the record no longer has it either. */
export type EarlierMatch = { matchKey: string; what: Matched | null };

/** A row, footnote or filing as it is now, and what its alert has already reported of it. */
export type Candidate = {
  /** Its own key: `0001365555-13-000001#I-2`. */
  key: string;
  what: Matched;
  /** The last match of it, or of what it replaced: an earlier version, or the row that it amends. */
  earlier: EarlierMatch | null;
  /** Whether another filing's report of the same trade has matched. */
  isMatchedElsewhere: boolean;
  /** What it amends; `isOld` if that was filed before the alert began. */
  replaced: { what: Matched; isOld: boolean } | null;
};

export type Match = { matchKey: string; kind: MatchKind; changes: MatchChange[] | null };

/** Whether there is something to report: once for each trade, and again if an amendment changes what it says. */
export function decideMatch({ key, what, earlier, isMatchedElsewhere, replaced }: Candidate): Match | null {
  if (earlier !== null) {
    const changes = earlier.what === null ? [] : differences(earlier.what, what);
    return changes.length === 0 ? null : { matchKey: earlier.matchKey, kind: "changed", changes };
  }
  if (!what.isInView || isMatchedElsewhere) return null;
  if (replaced !== null) {
    const changes = differences(replaced.what, what);
    if (changes.length > 0) return { matchKey: key, kind: "changed", changes };
    // An amendment repeats what it does not change.
    if (replaced.isOld) return null;
  }
  return { matchKey: key, kind: "new", changes: null };
}

function differences(before: Matched, after: Matched): MatchChange[] {
  if (before.transaction && after.transaction)
    return changesBetween(before.transaction.stated, after.transaction.stated);
  const [from = null, to = null] = [before.footnote?.text, after.footnote?.text];
  return from === to ? [] : [{ field: "footnote", from, to }];
}

/** The columns in which two rows differ. Numbers that are equal, such as 5 and 5.00, do not differ. */
function changesBetween(before: MatchedTransaction["stated"], after: MatchedTransaction["stated"]): MatchChange[] {
  return (Object.keys(ROW_FIELDS) as RowColumn[]).flatMap((field): MatchChange[] => {
    const [from = null, to = null] = [before[field], after[field]];
    return from === to || isSameNumber(field, from, to) ? [] : [{ field, from, to }];
  });
}

function isSameNumber(field: RowColumn, from: string | null, to: string | null): boolean {
  if (ROW_FIELDS[field].type !== "decimal") return false;
  const [before, after] = [parseDecimal(from), parseDecimal(to)];
  return before !== null && after !== null && before.eq(after);
}

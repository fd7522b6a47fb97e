import type { FieldChange, Matched, MatchKind } from "@/lib/alerts/alert";
import { changesBetween } from "@/lib/alerts/matched";

/** A match of before. */
export type Told = { matchKey: string; what: Matched };

/** A row, footnote or filing as it is now, and what its alert knows of it. */
export type Candidate = {
  /** Its own key: `0001365555-13-000001#I-2`. */
  key: string;
  what: Matched;
  /** The last match of it, or of what it replaced: an earlier version, or the row that it amends. */
  told: Told | null;
  /** Whether the trade was reported because another filing reports it too. */
  isToldOfOther: boolean;
  /** What it amends; `isOld` if that was filed before the alert began. */
  replaced: { what: Matched; isOld: boolean } | null;
};

export type Match = { matchKey: string; kind: MatchKind; changes: FieldChange[] | null };

/** Whether there is something to report: once for each trade, and again if an amendment changes what it says. */
export function decideMatch({ key, what, told, isToldOfOther, replaced }: Candidate): Match | null {
  if (told !== null) {
    const changes = differences(told.what, what);
    return changes.length === 0 ? null : { matchKey: told.matchKey, kind: "changed", changes };
  }
  if (!what.isInView || isToldOfOther) return null;
  if (replaced !== null) {
    const changes = differences(replaced.what, what);
    if (changes.length > 0) return { matchKey: key, kind: "changed", changes };
    // An amendment repeats what it does not change.
    if (replaced.isOld) return null;
  }
  return { matchKey: key, kind: "new", changes: null };
}

function differences(before: Matched, after: Matched): FieldChange[] {
  if (before.transaction && after.transaction)
    return changesBetween(before.transaction.stated, after.transaction.stated);
  const [from = null, to = null] = [before.footnote?.text, after.footnote?.text];
  return from === to ? [] : [{ field: "footnote", from, to }];
}

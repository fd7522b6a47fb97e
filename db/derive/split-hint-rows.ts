import type { DerivedRows } from "@/lib/derive/derive-connected";
import { filingsOfHints, type SplitHint, splitReasons } from "@/lib/holdings/hinted-splits";
import type { GapReason } from "@/lib/record/balance-check";
import type { FilingEntry } from "@/lib/record/filing";
import { keyOfRow } from "@/lib/record/row-key";

/** The split hints of whole issuers, each with its reason if we infer a split from it. */
export function splitHintRows(derived: readonly DerivedRows[], entries: readonly FilingEntry[]) {
  const reasons = new Map<string, GapReason>();
  for (const hints of hintsByIssuer(derived).values()) {
    const numbers = new Set(filingsOfHints(hints));
    const ofHints = entries.filter(({ filing }) => numbers.has(filing.accessionNumber));
    for (const [key, reason] of splitReasons(hints, ofHints)) reasons.set(key, reason);
  }
  return derived.flatMap(({ splitHints }) =>
    splitHints.map((hint) => ({ ...hint, reason: reasons.get(keyOfRow(hint)) ?? null })),
  );
}

function hintsByIssuer(derived: readonly DerivedRows[]): Map<string, SplitHint[]> {
  const byIssuer = new Map<string, SplitHint[]>();
  for (const { splitHints, checks } of derived) {
    if (splitHints.length === 0) continue;
    const issuerOf = new Map(splitHints.map((hint) => [keyOfRow(hint), hint.issuerCik]));
    for (const check of checks) {
      const { holdingLine, expected, reported, difference, priorRow } = check;
      const key = keyOfRow(check);
      const issuerCik = issuerOf.get(key);
      if (issuerCik === undefined || priorRow === null) continue;
      const hints = byIssuer.get(issuerCik) ?? [];
      byIssuer.set(issuerCik, hints);
      hints.push({ key, prior: priorRow, line: holdingLine, expected, reported, difference });
    }
  }
  return byIssuer;
}

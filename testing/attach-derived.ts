import { connectedFilings } from "@/lib/derive/connected-filings";
import { deriveConnected } from "@/lib/derive/derive-connected";
import { tradeReadingOf } from "@/lib/derive/trade-reading";
import { sameTrades } from "@/lib/events/same-trades";
import { factsByNote } from "@/lib/footnotes/facts-by-note";
import { filedNotes } from "@/lib/footnotes/filed-notes";
import { readFacts } from "@/lib/footnotes/read-facts";
import { type DerivedFiling, type DerivedRow, NOTHING_DERIVED, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { implausibleOf } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling, keyOfRow } from "@/lib/record/row-key";

/** Attaches to filings what is derived from them alone, as the derived tables would give it. */
export function attachDerived(entries: readonly FilingEntry[]): FilingEntry[] {
  const derived = connectedFilings(entries).map((group) => deriveConnected(group, new Set()));
  const rows = new Map<string, DerivedRow>();
  const rowOf = (place: { accessionNumber: string; tableNumber: "I" | "II"; line: number }): DerivedRow => {
    const key = keyOfRow(place);
    const row = rows.get(key) ?? { ...NOTHING_DERIVED };
    rows.set(key, row);
    return row;
  };
  const supersededBy = new Map<string, string>();
  const filings = new Map<string, DerivedFiling>();
  const filingOf = (accessionNumber: string): DerivedFiling => {
    const filing = filings.get(accessionNumber) ?? { ...UNDERIVED_FILING, isWaiting: false };
    filings.set(accessionNumber, filing);
    return filing;
  };
  for (const group of derived) {
    for (const { accessionNumber, amends, basis, amendedBy } of group.links) {
      const filing = filingOf(accessionNumber);
      filing.amendment = basis === null ? null : { amends, basis };
      filing.amendedBy = amendedBy;
    }
    for (const { accessionNumber, days, due, isLate } of group.lateness) {
      filingOf(accessionNumber).lateness = { days, due, late: isLate };
    }
    for (const place of group.superseded) {
      rowOf(place).supersededBy = place.supersededBy;
      supersededBy.set(keyOfRow(place), place.supersededBy);
    }
    for (const { priorRow, priorBalance, holdingLine, linePosition, ...place } of group.checks) {
      const [, accessionNumber, row] = /^(.*)#(.*)$/.exec(priorRow ?? "") ?? [];
      const { state, expected, reported, difference, missing, reason } = place;
      const prior =
        accessionNumber && row && priorBalance !== null ? { accessionNumber, row, balance: priorBalance } : null;
      const check = { state, expected, reported, difference, missing, reason, prior };
      Object.assign(rowOf(place), { holdingLine, linePosition, check });
    }
    for (const reading of group.readings) rowOf(reading).trade = tradeReadingOf(reading);
    for (const found of group.implausible) rowOf(found).implausible = implausibleOf(found);
    for (const { label, routineMonths, isFirst, isFirstInTwoYears, ...place } of group.histories)
      rowOf(place).history = { label, routineMonths: routineMonths ?? [], isFirst, isFirstInTwoYears };
    for (const { pattern, ...place } of group.patterns) rowOf(place).pattern = pattern;
  }
  for (const [key, event] of sameTrades(entries, supersededBy)) {
    const row = rows.get(key) ?? { ...NOTHING_DERIVED };
    rows.set(key, { ...row, event });
  }
  return entries.map((entry) => {
    const { accessionNumber } = entry.filing;
    const ofRows = entry.rows.flatMap((row) => {
      const found = rows.get(keyInFiling(accessionNumber, rowId(row)));
      return found ? [[rowId(row), found] as const] : [];
    });
    const facts = new Map(Array.from(factsByNote(filedNotes(entry), readFacts), ([{ id }, stated]) => [id, stated]));
    return { ...entry, derived: { ...filingOf(accessionNumber), rows: Object.fromEntries(ofRows), facts } };
  });
}

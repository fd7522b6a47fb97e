import { isCounted, NOTHING_DERIVED } from "@/lib/derive/derived-filing";
import type { FilingEntry } from "@/lib/edgar/filing";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { planOfRow } from "@/lib/plans/plan-of-row";

/** What we conclude of a row, as JSON lists it beside what was filed. */
export function derivedRecord(entry: FilingEntry, row: ReportedRow) {
  const key = `${entry.filing.accessionNumber}#${rowId(row)}`;
  const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
  const { supersededBy, event, holdingLine, check, trade } = derived;
  return {
    counted: isCounted(key, derived),
    supersededBy,
    event: event && { filings: event.filings, owners: event.owners, counted: event.counted },
    holdingLine,
    check: check && {
      state: check.state,
      expected: check.expected,
      reported: check.reported,
      difference: check.difference,
      /** Of a gap what explains it; of a balance that is not comparable what is missing. */
      reason: check.reason?.kind ?? check.missing,
      reasonWords: check.reason?.words ?? null,
      reasonFrom: check.reason?.from ?? null,
      prior: check.prior && { balance: check.prior.balance, row: `${check.prior.accessionNumber}#${check.prior.row}` },
    },
    plan: planOfRow(entry, row),
    currency: trade?.currency ?? null,
  };
}

import { filingFacts } from "@/db/queries/filing-entries";
import type { StoredFiling } from "@/db/queries/filing-record";
import { reportedRow } from "@/db/queries/reported-row";
import type { DerivedFiling } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { reportingOwner } from "@/lib/record/reporting-owner";
import { emptyRecord } from "@/lib/values/empty-record";

/** A stored filing in the shape that lists and charts use. */
export function entryOf({ facts, owners, rows, record }: StoredFiling, derived: DerivedFiling): FilingEntry {
  const notes: FilingEntry["notes"] = emptyRecord();
  for (const { footnoteId, text } of record.footnotes) if (footnoteId !== null) notes[footnoteId] ??= text ?? "";
  return {
    filing: { ...filingFacts(facts), owners: owners.map(reportingOwner) },
    rows: rows.map(reportedRow),
    notes,
    derived,
  };
}

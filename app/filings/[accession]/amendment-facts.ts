import { entryOf } from "@/app/filings/[accession]/entry-of";
import { derivedFiling, listDerived } from "@/db/queries/derived-filings";
import { findStoredFiling } from "@/db/queries/filing-record";
import { listAmendmentsOf } from "@/db/queries/filing-refs";
import type { Db } from "@/db/server/client";
import { type ComparedFiling, compareFilings } from "@/lib/amendments/compare-filings";
import { filingForm } from "@/lib/edgar/filing-form";
import { listedNotes } from "@/lib/footnotes/listed-notes";
import { rowId } from "@/lib/record/reported-row";
import { partsOfKey } from "@/lib/record/row-key";
import type { AmendmentFacts } from "@/lib/views/filing";

export async function amendmentFacts(db: Db, filing: ComparedFiling): Promise<AmendmentFacts> {
  const { entry, form } = filing;
  const { accessionNumber } = entry.filing;
  const { amendment, amendedBy } = entry.derived;
  const root = amendment?.amends ?? (amendedBy === null ? null : accessionNumber);
  const [chain, original] = await Promise.all([
    root === null ? [] : listAmendmentsOf(db, root),
    amendment?.amends ? findCompared(db, amendment.amends) : null,
  ]);
  const place = chain.findIndex((each) => each.accessionNumber === accessionNumber);
  const later = chain.slice(place + 1);
  return {
    amends: amendment && {
      original: original?.entry.filing ?? null,
      basis: amendment.basis,
      originalDate: form.dateOfOriginalSubmission,
      place: place + 1,
      of: chain.length,
    },
    amendedBy: later,
    replaced: replacedRows(filing, later.at(-1)?.accessionNumber ?? null),
    comparison: original && {
      original,
      amendment: filing,
      differences: compareFilings(original, filing),
    },
  };
}

function replacedRows({ entry: { rows, derived } }: ComparedFiling, last: string | null) {
  const replaced = rows.flatMap((row) => {
    const by = derived.rows[rowId(row)]?.supersededBy ?? null;
    return by === null ? [] : [{ id: rowId(row), isByLast: partsOfKey(by).accessionNumber === last }];
  });
  const ids = (isByLast: boolean) => replaced.filter((each) => each.isByLast === isByLast).map(({ id }) => id);
  return { byLast: ids(true), byEarlier: ids(false) };
}

async function findCompared(db: Db, accessionNumber: string): Promise<ComparedFiling | null> {
  const [stored, derived] = await Promise.all([
    findStoredFiling(db, accessionNumber),
    listDerived(db, [accessionNumber]),
  ]);
  if (!stored) return null;
  const entry = entryOf(stored, derivedFiling(derived, accessionNumber));
  return {
    entry,
    form: filingForm(stored.record, stored.facts.unread ?? []),
    notes: listedNotes(stored.record.footnotes, entry.rows),
  };
}

import { asc } from "drizzle-orm";
import { derivedFiling, listDerived } from "@/db/queries/derived-filings";
import { reportedRow } from "@/db/queries/reported-row";
import { listNoteFacts, NO_FACTS } from "@/db/queries/stated-facts";
import { filing, filingOwner, filingRow, footnote } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isOneOf, paddedArray, prepared } from "@/db/server/prepared";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { reportingOwner } from "@/lib/record/reporting-owner";
import { emptyRecord } from "@/lib/values/empty-record";

/**
 * The filings with these numbers and what is derived from them, in the order given, without numbers that we do not have. It takes
 * hardly more queries for hundreds than for one.
 */
export async function listFilingEntries(db: Db, accessionNumbers: string[]): Promise<FilingEntry[]> {
  if (accessionNumbers.length === 0) return [];
  const asked = { accessionNumbers: paddedArray(accessionNumbers) };
  const [{ filings, facts }, owners, rows, derived] = await Promise.all([
    listWithNotes(db, asked),
    ownersOf(db).execute(asked),
    rowsOf(db).execute(asked),
    listDerived(db, accessionNumbers),
  ]);
  const entries = new Map<string, FilingEntry>(
    Array.from(filings, ([number, { filing, notes }]) => {
      const bare = derivedFiling(derived, number);
      // Before it is derived, the facts of a text may come from the filing of another issuer.
      const stated = bare.isWaiting ? NO_FACTS : (facts.get(number) ?? NO_FACTS);
      return [number, { filing, rows: [], notes, derived: { ...bare, facts: stated } }];
    }),
  );
  for (const owner of owners) entries.get(owner.accessionNumber)?.filing.owners.push(reportingOwner(owner));
  for (const row of rows) entries.get(row.accessionNumber)?.rows.push(reportedRow(row));
  return accessionNumbers.flatMap((number) => entries.get(number) ?? []);
}

/** The filings with their notes, and what these state, while everything else is still being read. */
async function listWithNotes(db: Db, asked: { accessionNumbers: string[] }) {
  const [found, footnotes] = await Promise.all([filingsOf(db).execute(asked), notesOf(db).execute(asked)]);
  const filings = new Map(
    found.map((f) => [f.accessionNumber, { filing: filingFacts(f), notes: emptyRecord() as FilingEntry["notes"] }]),
  );
  for (const { accessionNumber, footnoteId, text } of footnotes) {
    const of = filings.get(accessionNumber);
    if (of && footnoteId !== null) of.notes[footnoteId] ??= text ?? "";
  }
  return { filings, facts: await listNoteFacts(db, [...filings.values()]) };
}

const filingsOf = prepared((db) =>
  db.select().from(filing).where(isOneOf(filing.accessionNumber, "accessionNumbers")).prepare("filings"),
);

const ownersOf = prepared((db) =>
  db
    .select()
    .from(filingOwner)
    .where(isOneOf(filingOwner.accessionNumber, "accessionNumbers"))
    .orderBy(asc(filingOwner.accessionNumber), asc(filingOwner.position))
    .prepare("filing_owners"),
);

const rowsOf = prepared((db) =>
  db
    .select()
    .from(filingRow)
    .where(isOneOf(filingRow.accessionNumber, "accessionNumbers"))
    .orderBy(asc(filingRow.accessionNumber), asc(filingRow.tableNumber), asc(filingRow.line))
    .prepare("filing_rows"),
);

const notesOf = prepared((db) =>
  db
    .select({ accessionNumber: footnote.accessionNumber, footnoteId: footnote.footnoteId, text: footnote.text })
    .from(footnote)
    .where(isOneOf(footnote.accessionNumber, "accessionNumbers"))
    .prepare("footnotes"),
);

export const filingFacts = (f: typeof filing.$inferSelect): Filing => ({
  accessionNumber: f.accessionNumber,
  source: f.source,
  isSample: f.isSample,
  documentType: f.documentType,
  filedAt: f.filedAt?.toISOString() ?? null,
  filingDate: f.filingDate,
  orderedAt: f.orderedAt.toISOString(),
  periodOfReport: f.periodOfReport,
  dateOfOriginalSubmission: f.dateOfOriginalSubmission,
  notSubjectToSection16: f.notSubjectToSection16,
  noSecuritiesOwned: f.noSecuritiesOwned,
  aff10b5One: f.aff10b5One,
  remarks: f.remarks,
  issuer: {
    cik: f.issuerCik,
    name: f.issuerName,
    tradingSymbol: f.issuerTradingSymbol,
    foreignTradingSymbol: f.issuerForeignTradingSymbol,
  },
  owners: [],
});

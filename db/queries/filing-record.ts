import { asc, eq, sql } from "drizzle-orm";
import {
  filing,
  filingOwner,
  filingProblem,
  filingRow,
  footnote,
  formerAddress,
  rawDocument,
  signature,
} from "@/db/schema";
import type { Db } from "@/db/server/client";
import { prepared } from "@/db/server/prepared";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import type { StoredProblem } from "@/lib/views/filing";

export type StoredFiling = {
  facts: typeof filing.$inferSelect;
  record: FilingRecord;
  rows: (typeof filingRow.$inferSelect)[];
  owners: (typeof filingOwner.$inferSelect)[];
  problems: StoredProblem[];
};

/** A complete filing from its tables; null if we do not have it. */
export async function findStoredFiling(db: Db, accessionNumber: string): Promise<StoredFiling | null> {
  const parts = partsOfFiling(db);
  const asked = { accessionNumber };
  const [[facts], owners, rows, footnotes, signatures, problems] = await Promise.all([
    parts.facts.execute(asked),
    parts.owners.execute(asked),
    parts.rows.execute(asked),
    parts.footnotes.execute(asked),
    parts.signatures.execute(asked),
    parts.problems.execute(asked),
  ]);
  return facts
    ? { facts, record: { filing: facts, owners, rows, footnotes, signatures }, rows, owners, problems }
    : null;
}

const partsOfFiling = prepared((db) => {
  const number = sql.placeholder("accessionNumber");
  return {
    facts: db.select().from(filing).where(eq(filing.accessionNumber, number)).prepare("filing"),
    owners: db
      .select()
      .from(filingOwner)
      .where(eq(filingOwner.accessionNumber, number))
      .orderBy(asc(filingOwner.position))
      .prepare("owners_of_filing"),
    rows: db
      .select()
      .from(filingRow)
      .where(eq(filingRow.accessionNumber, number))
      .orderBy(asc(filingRow.tableNumber), asc(filingRow.line))
      .prepare("rows_of_filing"),
    footnotes: db
      .select()
      .from(footnote)
      .where(eq(footnote.accessionNumber, number))
      .orderBy(asc(footnote.position))
      .prepare("footnotes_of_filing"),
    signatures: db
      .select()
      .from(signature)
      .where(eq(signature.accessionNumber, number))
      .orderBy(asc(signature.position))
      .prepare("signatures_of_filing"),
    problems: db
      .select({
        fileName: filingProblem.fileName,
        page: filingProblem.page,
        line: filingProblem.line,
        pointer: filingProblem.pointer,
        message: filingProblem.message,
      })
      .from(filingProblem)
      .where(eq(filingProblem.accessionNumber, number))
      .orderBy(asc(filingProblem.position))
      .prepare("problems_of_filing"),
  };
});

/** The accession number that replaced a number of ours; null if none did. */
export async function findNewAddress(db: Db, localNumber: string): Promise<string | null> {
  const [found] = await db
    .select({ accessionNumber: formerAddress.accessionNumber })
    .from(formerAddress)
    .where(eq(formerAddress.localNumber, localNumber));
  return found?.accessionNumber ?? null;
}

/** The versions of a filing whose bytes are stored, oldest first. */
export const listVersions = (db: Db, accessionNumber: string) =>
  db
    .select({
      version: rawDocument.version,
      kind: rawDocument.kind,
      fileName: rawDocument.fileName,
      sha256: rawDocument.sha256,
      receivedAt: rawDocument.receivedAt,
    })
    .from(rawDocument)
    .where(eq(rawDocument.accessionNumber, accessionNumber))
    .orderBy(asc(rawDocument.version), asc(rawDocument.kind));

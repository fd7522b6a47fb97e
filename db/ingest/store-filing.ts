import { gzipSync } from "node:zlib";
import { and, eq, like, sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { type Db, databaseOn } from "@/db/client";
import { lockIssuer } from "@/db/derive/lock-issuer";
import { inTransaction } from "@/db/in-transaction";
import { type FilingContent, insertContent, insertFiling, insertNames } from "@/db/ingest/insert-filing";
import { namesOf } from "@/db/ingest/names-of";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import {
  type FilingSource,
  filing,
  filingOwner,
  filingProblem,
  filingRow,
  filingToDerive,
  footnote,
  formerAddress,
  rawDocument,
  signature,
} from "@/db/schema";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import { localAccessionNumber } from "@/lib/edgar/accession-number";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { orderedAt } from "@/lib/edgar/ordered-at";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";

export type StoreOutcome =
  /** New to the database, or known until now only from a data set. */
  | "stored"
  /** The same content was there; a header's facts or an accession number may have been added. */
  | "already there"
  /** Known under this number with other content: the latest is shown, the earlier one kept. */
  | "new version";

export type StoreOptions = {
  isSample: boolean;
  source: FilingSource;
  /** JSON Pointers of what the original has and our text lacks. */
  unread?: string[];
};

export type Stored = {
  outcome: StoreOutcome;
  accessionNumber: string;
  /** What a reader should know of it, as stored; 0 where nothing was stored. */
  problems: number;
};

/** Stores one filing in one transaction, or changes nothing. Offering the same content again changes nothing either. */
export const storeFiling = (pool: Pool, incoming: IncomingFiling, options: StoreOptions): Promise<Stored> =>
  // Two ingests may be offered the same filing at once. Content before number, always, so that neither waits in a ring.
  inTransaction(
    pool,
    `begin; ${lockOf(1, incoming.contentSha256)}; ${lockOf(2, incoming.accessionNumber ?? "")}`,
    (client) => storeLocked(client, incoming, options),
  );

/** An advisory lock for the rest of the transaction, named by text; a number of ours has no second one to take. */
const lockOf = (kind: 1 | 2, text: string) =>
  text === "" ? "select" : `select pg_advisory_xact_lock(${kind}, hashtext('${text.replaceAll("'", "")}'))`;

async function storeLocked(client: PoolClient, incoming: IncomingFiling, options: StoreOptions): Promise<Stored> {
  const number = incoming.accessionNumber;
  const known = await findKnown(client, number, incoming.contentSha256);
  if (!known) {
    const accessionNumber = number ?? localAccessionNumber(incoming.documentSha256);
    const columns = filingColumns(incoming, options);
    const content = contentOf(1, columns.orderedAt, incoming);
    await insertFiling(client, { ...columns, accessionNumber, version: 1 }, content);
    return { outcome: "stored", accessionNumber, problems: content.problems.length };
  }

  // What is derived of its issuer's filings may change with it: no run derives them meanwhile.
  await lockIssuer(client, known.issuerCik ?? known.accessionNumber);
  const tx = databaseOn(client);
  if (number !== null && known.accessionNumber !== number) {
    await tx.update(filing).set({ accessionNumber: number }).where(eq(filing.accessionNumber, known.accessionNumber));
    await tx.insert(formerAddress).values({ localNumber: known.accessionNumber, accessionNumber: number });
    await markToDerive(tx, number);
    await addHeader(client, tx, { ...known, accessionNumber: number }, incoming);
    return { outcome: "already there", accessionNumber: number, problems: 0 };
  }
  const { accessionNumber } = known;
  if (known.source === "data-set") {
    const problems = await completeFromXml(client, tx, known, incoming, options);
    return { outcome: "stored", accessionNumber, problems };
  }
  if (known.contentSha256 === incoming.contentSha256 || (await wasSeen(tx, accessionNumber, incoming))) {
    await addHeader(client, tx, known, incoming);
    return { outcome: "already there", accessionNumber, problems: 0 };
  }
  const problems = await replaceContent(client, tx, known, incoming, options, { version: known.version + 1 });
  return { outcome: "new version", accessionNumber, problems };
}

type KnownFiling = {
  accessionNumber: string;
  source: FilingSource;
  version: number;
  /** Null where only a data set is known, which has no document. */
  contentSha256: string | null;
  filedAt: Date | null;
  filingDate: string | null;
  issuerCik: string | null;
};

/**
 * The filing that an incoming one may be: under its number; else, if it is held under a number of ours, by content;
 * without a number by content alone, that of any version.
 */
async function findKnown(
  client: PoolClient,
  number: string | null,
  contentSha256: string,
): Promise<KnownFiling | null> {
  const { rows } = await client.query<KnownFiling>({
    name: "find_known_filing",
    text: `select accession_number as "accessionNumber", source, version, content_sha256 as "contentSha256", filed_at as "filedAt",
        filing_date::text as "filingDate", issuer_cik as "issuerCik"
      from filing
      where accession_number = $1 or accession_number in (
        select accession_number from raw_document
        where content_sha256 = $2 and ($1::text is null or accession_number like 'local-%'))
      order by accession_number = $1 desc nulls last, accession_number limit 1`,
    values: [number, contentSha256],
  });
  return rows[0] ?? null;
}

async function wasSeen(tx: Db, accessionNumber: string, incoming: IncomingFiling) {
  const seen = await tx.$count(
    rawDocument,
    and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.contentSha256, incoming.contentSha256)),
  );
  return seen > 0;
}

/** A submission that comes after its bare XML adds when it was filed. */
async function addHeader(client: PoolClient, tx: Db, known: KnownFiling, incoming: IncomingFiling) {
  const { header, submission } = incoming;
  if (!header || !submission) return;
  const isNews =
    (header.filedAt !== null && known.filedAt === null) || (header.filingDate !== null && known.filingDate === null);
  if (!isNews) return;
  const filedAt = known.filedAt?.toISOString() ?? header.filedAt;
  const filingDate = known.filingDate ?? header.filingDate;
  const order = new Date(orderOf(incoming.parsed.record, filedAt, filingDate));
  await tx
    .update(filing)
    .set({ filedAt: filedAt ? new Date(filedAt) : null, filingDate, orderedAt: order })
    .where(eq(filing.accessionNumber, known.accessionNumber));
  await tx.update(filingRow).set({ orderedAt: order }).where(eq(filingRow.accessionNumber, known.accessionNumber));
  await markToDerive(tx, known.accessionNumber);
  await tx
    .insert(rawDocument)
    .values({ ...rawOf(known.version, incoming), accessionNumber: known.accessionNumber })
    .onConflictDoNothing();
  const problems = headerProblems(incoming);
  if (problems.length > 0) {
    const told = await tx.$count(filingProblem, eq(filingProblem.accessionNumber, known.accessionNumber));
    await tx.insert(filingProblem).values(
      problems.map((problem, index) => ({
        accessionNumber: known.accessionNumber,
        position: told + index + 1,
        fileName: incoming.fileName,
        ...problem,
      })),
    );
  }
  await insertNames(client, namesOf(incoming.parsed.record, order));
}

/** What is derived of a filing and of those that share its owners is out of date: of the owners it has now, before they change. */
const markToDerive = (tx: Db, accessionNumber: string) =>
  tx.execute(sql`
    insert into ${filingToDerive}
    select ${accessionNumber}::text union
    select other.accession_number
    from filing join filing_owner mine using (accession_number) join filing_owner theirs on theirs.cik = mine.cik
      join filing other on other.accession_number = theirs.accession_number and other.issuer_cik = filing.issuer_cik
    where filing.accession_number = ${accessionNumber}
    on conflict do nothing`);

async function replaceContent(
  client: PoolClient,
  tx: Db,
  known: KnownFiling,
  incoming: IncomingFiling,
  options: StoreOptions,
  { version, differences = [] }: Replacement,
): Promise<number> {
  const columns = filingColumns(incoming, options);
  const { accessionNumber } = known;
  await markToDerive(tx, accessionNumber);
  // What only a data set tells of an owner stays.
  const owners = await tx.select().from(filingOwner).where(eq(filingOwner.accessionNumber, accessionNumber));
  const fileNumbers = new Map(owners.map(({ cik, fileNumber }) => [cik ?? "", fileNumber]));
  for (const table of [filingOwner, filingRow, footnote, signature, filingProblem]) {
    await tx.delete(table).where(eq(table.accessionNumber, accessionNumber));
  }
  // A header that an earlier version came with still holds when this one came without.
  const filedAt = columns.filedAt ?? known.filedAt;
  const filingDate = columns.filingDate ?? known.filingDate;
  const order = new Date(orderOf(incoming.parsed.record, filedAt?.toISOString() ?? null, filingDate));
  await tx
    .update(filing)
    .set({ ...columns, filedAt, filingDate, orderedAt: order, version })
    .where(eq(filing.accessionNumber, accessionNumber));
  const content = contentOf(version, order, incoming, differences);
  for (const columns of content.owners) columns.fileNumber = fileNumbers.get(columns.cik ?? "") ?? null;
  await insertContent(client, accessionNumber, content);
  await takeOver(tx, accessionNumber, incoming.contentSha256);
  return content.problems.length;
}

type Replacement = {
  version: number;
  /** Where a data set says other things. */
  differences?: DocumentProblem[];
};

/**
 * Puts the XML in the place of what a data set said of the filing. There was no document before, so this is its first
 * version. Where the two disagree beyond rounding, what the data set said is kept as a problem.
 */
async function completeFromXml(
  client: PoolClient,
  tx: Db,
  known: KnownFiling,
  incoming: IncomingFiling,
  options: StoreOptions,
): Promise<number> {
  const { accessionNumber } = known;
  const owners = await tx.select().from(filingOwner).where(eq(filingOwner.accessionNumber, accessionNumber));
  const [columns] = await tx.select().from(filing).where(eq(filing.accessionNumber, accessionNumber));
  const dataSet = {
    filing: columns,
    owners,
    rows: await tx.select().from(filingRow).where(eq(filingRow.accessionNumber, accessionNumber)),
    footnotes: await tx.select().from(footnote).where(eq(footnote.accessionNumber, accessionNumber)),
    signatures: await tx.select().from(signature).where(eq(signature.accessionNumber, accessionNumber)),
  };
  const differences = compareWithDataSet(incoming.parsed.record, dataSet).map((d) => ({ line: null, ...d }));
  return replaceContent(client, tx, known, incoming, options, { version: known.version, differences });
}

/** The same document may be held under a number of ours as well: the old address leads to the filing. */
async function takeOver(tx: Db, accessionNumber: string, contentSha256: string) {
  const same = await tx
    .delete(filing)
    .where(and(eq(filing.contentSha256, contentSha256), like(filing.accessionNumber, "local-%")))
    .returning({ localNumber: filing.accessionNumber });
  if (same.length > 0) await tx.insert(formerAddress).values(same.map((local) => ({ ...local, accessionNumber })));
}

function filingColumns(incoming: IncomingFiling, options: StoreOptions) {
  const { record } = incoming.parsed;
  const filedAt = incoming.header?.filedAt ?? null;
  const filingDate = incoming.header?.filingDate ?? null;
  return {
    ...record.filing,
    source: options.source,
    isSample: options.isSample,
    contentSha256: incoming.contentSha256,
    filedAt: filedAt ? new Date(filedAt) : null,
    filingDate,
    orderedAt: new Date(orderOf(record, filedAt, filingDate)),
    unread: options.unread ?? null,
  };
}

const orderOf = (record: FilingRecord, filedAt: string | null, filingDate: string | null) =>
  orderedAt({
    filedAt,
    filingDate,
    signatureDates: record.signatures.map((s) => s.date),
    periodOfReport: record.filing.periodOfReport,
  });

function contentOf(
  version: number,
  order: Date,
  incoming: IncomingFiling,
  differences: DocumentProblem[] = [],
): FilingContent {
  const { record, problems } = incoming.parsed;
  return {
    owners: record.owners.map((owner) => ({ ...owner })),
    rows: record.rows.map((row) => ({ ...row, lineIsFiled: true, orderedAt: order })),
    footnotes: record.footnotes,
    signatures: record.signatures,
    problems: [...problems, ...headerProblems(incoming), ...differences].map((problem, index) => ({
      position: index + 1,
      fileName: incoming.fileName,
      ...problem,
    })),
    raw: rawOf(version, incoming),
    names: namesOf(record, order),
  };
}

/** A submission is kept whole, its document inside it; a bare document as it is. */
const rawOf = (version: number, incoming: IncomingFiling): FilingContent["raw"] => ({
  version,
  kind: incoming.submission ? "submission" : "document",
  sha256: incoming.documentSha256,
  contentSha256: incoming.contentSha256,
  fileName: incoming.fileName,
  gzip: gzipSync(incoming.submission ?? incoming.document),
  receivedAt: new Date(),
});

/** What only the filing as a whole can tell: dates against the day it was filed, and the form that its header names. */
function headerProblems(incoming: IncomingFiling): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const say = (message: string, pointer: string) => problems.push({ line: null, pointer, message });
  const { record } = incoming.parsed;
  const filed = incoming.header?.filingDate;
  for (const row of record.rows) {
    const date = row.transactionDate;
    if (filed && date !== null && date > filed) {
      const table = row.tableNumber === "I" ? "nonDerivativeTable" : "derivativeTable";
      say(
        `row ${row.tableNumber}-${row.line} is dated ${date}, after the filing (${filed})`,
        `/${table}/${row.line - 1}/transactionDate/value`,
      );
    }
  }
  const type = incoming.header?.submissionType;
  if (type && record.filing.documentType !== null && type !== record.filing.documentType) {
    say(`the submission's header says form ${type}, the document ${record.filing.documentType}`, "/documentType");
  }
  return problems;
}

import { gzipSync } from "node:zlib";
import { and, eq, like, ne, sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { lockIssuer } from "@/db/derive/lock-issuer";
import { AnotherFilingIsHeld } from "@/db/ingest/another-filing-is-held";
import { findKnown, findXmlOfPaper, type KnownFiling, type PaperHeld } from "@/db/ingest/find-known";
import { findHeldRecord } from "@/db/ingest/held-record";
import { type FilingContent, insertContent, insertFiling, insertNames } from "@/db/ingest/insert-filing";
import { namesOf } from "@/db/ingest/names-of";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import { findPaperReading } from "@/db/queries/paper-filing";
import {
  filing,
  filingOwner,
  filingProblem,
  filingRow,
  filingToDerive,
  footnote,
  formerAddress,
  paperReading,
  rawDocument,
  signature,
} from "@/db/schema";
import { type Db, databaseOn } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import type { FilingRecord, RowColumns } from "@/lib/edgar/filing-record";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { rowPointer, unreadColumns } from "@/lib/edgar/unread";
import { isLocalAccessionNumber, localAccessionNumber } from "@/lib/record/accession-number";
import type { RowColumn } from "@/lib/record/filing-fields";
import { ROW_FIELDS } from "@/lib/record/filing-fields";
import { orderedAt } from "@/lib/record/ordered-at";
import { compareWithPaper } from "@/paper/compare-with-paper";
import { isOtherFiling } from "@/paper/is-other-filing";
import type { PaperFiling } from "@/paper/is-same-filing";

export type StoreOutcome =
  /** New to the database, known until now only from a data set or paper, or paper whose reading somebody settled anew. */
  | "stored"
  /** The same content was there; a header's facts or an accession number may have been added. */
  | "already there"
  /** Known under this number with other content: the latest is shown, the earlier one kept. */
  | "new version";

export type StoreOptions = { isSample: boolean };

export type Stored = {
  outcome: StoreOutcome;
  accessionNumber: string;
  /** What a reader should know of it, as stored; 0 where nothing was stored. */
  problems: number;
  /** Where a paper says other things than the XML that is held, which stays as it is. */
  differences?: DocumentProblem[];
};

/**
 * Stores one filing in one transaction, or changes nothing. Offering the same content again changes nothing either.
 * @throws {AnotherFilingIsHeld} where a paper comes with the number of another filing
 */
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
  const { known, paper } = await findKnown(client, incoming);
  if (!known) {
    const held = incoming.paper && number === null ? await findXmlOfPaper(client, incoming) : null;
    if (held) return paperOfHeld(client, held, incoming);
    const accessionNumber = number ?? localAccessionNumber(incoming.documentSha256);
    const columns = filingColumns(incoming, options);
    const differences = paper ? differencesOf(incoming.parsed.record, paper) : [];
    const content = contentOf(1, columns.orderedAt, incoming, differences);
    await insertFiling(client, { ...columns, accessionNumber, version: 1 }, content);
    if (paper) await absorbPaper(client, accessionNumber, paper);
    return { outcome: "stored", accessionNumber, problems: content.problems.length };
  }

  // What is derived of its issuer's filings may change with it: no run derives them meanwhile.
  await lockIssuer(client, known.issuerCik ?? known.accessionNumber);
  const tx = databaseOn(client);
  const isOurs = isLocalAccessionNumber(known.accessionNumber);
  if (number !== null && known.accessionNumber !== number && (isOurs || known.source === "paper")) {
    await tx.update(filing).set({ accessionNumber: number }).where(eq(filing.accessionNumber, known.accessionNumber));
    // A number of EDGAR's that was given by mistake is another filing's, and leads nowhere.
    if (isOurs) await tx.insert(formerAddress).values({ localNumber: known.accessionNumber, accessionNumber: number });
    await markToDerive(tx, number);
    const renamed = { ...known, accessionNumber: number };
    if (await isSettledAnew(tx, renamed, incoming)) return settleAnew(client, tx, renamed, incoming, options);
    await addHeader(client, tx, renamed, incoming);
    return { outcome: "already there", accessionNumber: number, problems: 0 };
  }
  const { accessionNumber } = known;
  if (incoming.paper) await assertSameFiling(tx, accessionNumber, incoming);
  if (incoming.paper && known.source !== "paper") return paperOfHeld(client, known, incoming);
  if (!incoming.paper && known.source !== "xml") {
    const problems = await completeFromXml(client, tx, known, incoming, options, paper);
    return { outcome: "stored", accessionNumber, problems };
  }
  if (known.contentSha256 === incoming.contentSha256 || (await wasSeen(tx, accessionNumber, incoming))) {
    if (await isSettledAnew(tx, known, incoming)) return settleAnew(client, tx, known, incoming, options);
    await addHeader(client, tx, known, incoming);
    return { outcome: "already there", accessionNumber, problems: 0 };
  }
  const problems = await replaceContent(client, tx, known, incoming, options, { version: known.version + 1 });
  return { outcome: "new version", accessionNumber, problems };
}

async function wasSeen(tx: Db, accessionNumber: string, incoming: IncomingFiling) {
  const seen = await tx.$count(
    rawDocument,
    and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.contentSha256, incoming.contentSha256)),
  );
  return seen > 0;
}

/** The number alone may be a slip of whoever gave it; the same file is the same filing, however it is corrected. */
async function assertSameFiling(tx: Db, accessionNumber: string, incoming: IncomingFiling) {
  if (await wasSeen(tx, accessionNumber, incoming)) return;
  const held = await findHeldRecord(tx, accessionNumber);
  if (!held) return;
  const unsure = [...(incoming.paper?.unread ?? []), ...(incoming.paper?.reading.uncertain ?? [])];
  const reading = await findPaperReading(tx, accessionNumber);
  const unsureOfHeld = [...(held.filing.unread ?? []), ...(reading?.uncertain ?? [])];
  const paper = { record: incoming.parsed.record, unread: unsure };
  if (isOtherFiling(paper, { record: held, unread: unsureOfHeld })) throw new AnotherFilingIsHeld(held);
}

/** A submission that comes after its bare XML adds when it was filed. */
async function addHeader(client: PoolClient, tx: Db, known: KnownFiling, incoming: IncomingFiling) {
  const { header, submission } = incoming;
  if (!header) return;
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
  if (submission) {
    await tx
      .insert(rawDocument)
      .values({ ...rawOf(known.version, incoming), accessionNumber: known.accessionNumber })
      .onConflictDoNothing();
  }
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
  await insertNames(client, namesOf(incoming.parsed.record, order, incoming.paper));
}

/**
 * Queues this filing, and every filing that shares an owner with it, for derivation, as if none had ever failed. Call before
 * the owners change.
 */
const markToDerive = (tx: Db, accessionNumber: string) =>
  tx.execute(sql`
    insert into ${filingToDerive} (accession_number)
    select ${accessionNumber}::text union
    select other.accession_number
    from filing join filing_owner mine using (accession_number) join filing_owner theirs on theirs.cik = mine.cik
      join filing other on other.accession_number = theirs.accession_number and other.issuer_cik = filing.issuer_cik
    where filing.accession_number = ${accessionNumber}
    on conflict (accession_number) do update set failures = 0, last_failure = null, last_failed_at = null
      where filing_to_derive.failures > 0`);

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
  for (const table of [filingOwner, filingRow, footnote, signature, filingProblem, paperReading]) {
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
  /** Where a data set or paper says other things. */
  differences?: DocumentProblem[];
};

/**
 * Puts the XML in the place of what a data set or paper said of the filing. There was no document before, so this is its first
 * version. Where the two disagree beyond rounding, what the other said is kept as a problem.
 */
async function completeFromXml(
  client: PoolClient,
  tx: Db,
  known: KnownFiling,
  incoming: IncomingFiling,
  options: StoreOptions,
  paper: PaperHeld | null,
): Promise<number> {
  const { accessionNumber, version } = known;
  const differences = await differencesOfKnown(tx, known, incoming);
  if (paper) differences.push(...differencesOf(incoming.parsed.record, paper));
  const problems = await replaceContent(client, tx, known, incoming, options, { version, differences });
  if (paper) await absorbPaper(client, accessionNumber, paper);
  return problems;
}

async function differencesOfKnown(
  tx: Db,
  { source, accessionNumber }: KnownFiling,
  incoming: IncomingFiling,
): Promise<DocumentProblem[]> {
  const held = await findHeldRecord(tx, accessionNumber);
  if (!held) return [];
  return source === "paper"
    ? differencesOf(incoming.parsed.record, { record: held, unread: held.filing.unread ?? [] })
    : compareWithDataSet(incoming.parsed.record, held).map((difference) => ({ line: null, ...difference }));
}

const differencesOf = (xml: FilingRecord, { record, unread }: PaperFiling): DocumentProblem[] =>
  compareWithPaper(xml, record, unread).map((difference) => ({ line: null, ...difference }));

/** Whether the same file comes with more than it says itself: who is who, or corrections. */
async function isSettledAnew(tx: Db, { source, accessionNumber }: KnownFiling, { paper }: IncomingFiling) {
  if (source !== "paper" || !paper) return false;
  // Without a reading it was transcribed by hand, before this program could read.
  return paper.isSettled || (await tx.$count(paperReading, eq(paperReading.accessionNumber, accessionNumber))) === 0;
}

/** The same version, as somebody says it is. */
async function settleAnew(
  client: PoolClient,
  tx: Db,
  known: KnownFiling,
  incoming: IncomingFiling,
  options: StoreOptions,
): Promise<Stored> {
  const { accessionNumber, version } = known;
  await tx
    .delete(rawDocument)
    .where(and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.version, version)));
  const problems = await replaceContent(client, tx, known, incoming, options, { version });
  return { outcome: "stored", accessionNumber, problems };
}

/** A paper of a filing that is held from a better source adds nothing; where it says other things, whoever offers it is told. */
async function paperOfHeld(client: PoolClient, held: KnownFiling, incoming: IncomingFiling): Promise<Stored> {
  const { accessionNumber, source } = held;
  const xml = source === "xml" ? await findHeldRecord(databaseOn(client), accessionNumber) : null;
  const paper = { record: incoming.parsed.record, unread: incoming.paper?.unread ?? [] };
  const differences = xml ? differencesOf(xml, paper) : [];
  return { outcome: "already there", accessionNumber, problems: 0, differences };
}

/** The filing of a paper under a number of ours goes up in that of its XML: its file is kept there, and its address leads there. */
async function absorbPaper(client: PoolClient, accessionNumber: string, paper: PaperHeld) {
  const tx = databaseOn(client);
  await lockIssuer(client, paper.issuerCik ?? paper.accessionNumber);
  await markToDerive(tx, paper.accessionNumber);
  for (const table of [rawDocument, formerAddress]) {
    await tx.update(table).set({ accessionNumber }).where(eq(table.accessionNumber, paper.accessionNumber));
  }
  await tx.delete(filing).where(eq(filing.accessionNumber, paper.accessionNumber));
  await tx.insert(formerAddress).values({ localNumber: paper.accessionNumber, accessionNumber });
}

/** The same document may be held under a number of ours as well: the old address leads to the filing. */
async function takeOver(tx: Db, accessionNumber: string, contentSha256: string) {
  const same = await tx
    .delete(filing)
    .where(
      and(
        eq(filing.contentSha256, contentSha256),
        like(filing.accessionNumber, "local-%"),
        ne(filing.accessionNumber, accessionNumber),
      ),
    )
    .returning({ localNumber: filing.accessionNumber });
  if (same.length > 0) await tx.insert(formerAddress).values(same.map((local) => ({ ...local, accessionNumber })));
}

function filingColumns(incoming: IncomingFiling, options: StoreOptions) {
  const { record } = incoming.parsed;
  const filedAt = incoming.header?.filedAt ?? null;
  const filingDate = incoming.header?.filingDate ?? null;
  return {
    ...record.filing,
    source: incoming.paper ? ("paper" as const) : ("xml" as const),
    isSample: options.isSample,
    contentSha256: incoming.contentSha256,
    filedAt: filedAt ? new Date(filedAt) : null,
    filingDate,
    orderedAt: new Date(orderOf(record, filedAt, filingDate)),
    unread: incoming.paper && incoming.paper.unread.length > 0 ? incoming.paper.unread : null,
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
    rows: record.rows.map((row) => ({
      ...row,
      lineIsFiled: true,
      orderedAt: order,
      unread: columnsAt(row, incoming.paper?.unread),
      uncertain: columnsAt(row, incoming.paper?.reading.uncertain),
    })),
    footnotes: record.footnotes,
    signatures: record.signatures,
    problems: [...problems, ...headerProblems(incoming), ...differences].map((problem, index) => ({
      position: index + 1,
      fileName: incoming.fileName,
      receivedAt: new Date(),
      ...problem,
    })),
    raw: rawOf(version, incoming),
    paper: incoming.paper ? [incoming.paper.reading] : [],
    names: namesOf(record, order, incoming.paper),
  };
}

/** The columns of a row that JSON Pointers name. */
function columnsAt(row: RowColumns, pointers: readonly string[] = []): RowColumn[] | null {
  const columns = pointers.length === 0 ? [] : [...unreadColumns(pointers, rowPointer(row), ROW_FIELDS)];
  return columns.length > 0 ? columns : null;
}

/** A submission is kept whole, its document inside it; a bare document as it is. */
const rawOf = (version: number, incoming: IncomingFiling): FilingContent["raw"] => ({
  version,
  kind: incoming.paper ? "paper" : incoming.submission ? "submission" : "document",
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

import { gzipSync } from "node:zlib";
import { and, eq, like, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import { storeNames } from "@/db/ingest/store-names";
import {
  type FilingSource,
  filing,
  filingOwner,
  filingProblem,
  filingRow,
  footnote,
  formerAddress,
  rawDocument,
  signature,
} from "@/db/schema";
import { localAccessionNumber } from "@/lib/edgar/accession-number";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { orderedAt } from "@/lib/edgar/ordered-at";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";

export type StoreOutcome =
  /** New to the database. */
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

/**
 * Stores one filing in one transaction, or changes nothing. Offering the same content again changes nothing either.
 */
export async function storeFiling(
  db: Db,
  incoming: IncomingFiling,
  options: StoreOptions,
): Promise<{ outcome: StoreOutcome; accessionNumber: string }> {
  return db.transaction(async (tx) => {
    // Two ingests may be offered the same filing at once. Content before number, always, so that neither waits in a ring.
    await tx.execute(sql`select pg_advisory_xact_lock(1, hashtext(${incoming.contentSha256}))`);
    const number = incoming.accessionNumber;
    if (number) await tx.execute(sql`select pg_advisory_xact_lock(2, hashtext(${number}))`);

    const known = number ? await findByNumber(tx, number) : await findByContent(tx, incoming.contentSha256);
    if (known) {
      if (known.contentSha256 === incoming.contentSha256 || (await wasSeen(tx, known.accessionNumber, incoming))) {
        await addHeader(tx, known, incoming);
        return { outcome: "already there", accessionNumber: known.accessionNumber };
      }
      await replaceContent(tx, known, incoming, options);
      return { outcome: "new version", accessionNumber: known.accessionNumber };
    }

    if (number) {
      const local = await findLocal(tx, incoming.contentSha256);
      if (local) {
        await tx
          .update(filing)
          .set({ accessionNumber: number })
          .where(eq(filing.accessionNumber, local.accessionNumber));
        await tx.insert(formerAddress).values({ localNumber: local.accessionNumber, accessionNumber: number });
        await addHeader(tx, { ...local, accessionNumber: number }, incoming);
        return { outcome: "already there", accessionNumber: number };
      }
    }
    const accessionNumber = number ?? localAccessionNumber(incoming.documentSha256);
    const columns = filingColumns(incoming, options);
    await tx.insert(filing).values({ accessionNumber, version: 1, ...columns });
    await insertContent(tx, accessionNumber, 1, columns.orderedAt, incoming);
    return { outcome: "stored", accessionNumber };
  });
}

type KnownFiling = Awaited<ReturnType<typeof findByNumber>> & object;

const KNOWN_COLUMNS = {
  accessionNumber: filing.accessionNumber,
  version: filing.version,
  contentSha256: filing.contentSha256,
  filedAt: filing.filedAt,
  filingDate: filing.filingDate,
};

async function findByNumber(tx: Db, accessionNumber: string) {
  const [found] = await tx.select(KNOWN_COLUMNS).from(filing).where(eq(filing.accessionNumber, accessionNumber));
  return found;
}

async function findByContent(tx: Db, contentSha256: string) {
  const [found] = await tx.select(KNOWN_COLUMNS).from(filing).where(eq(filing.contentSha256, contentSha256)).limit(1);
  return found;
}

async function findLocal(tx: Db, contentSha256: string) {
  const [found] = await tx
    .select(KNOWN_COLUMNS)
    .from(filing)
    .where(and(eq(filing.contentSha256, contentSha256), like(filing.accessionNumber, "local-%")));
  return found;
}

async function wasSeen(tx: Db, accessionNumber: string, incoming: IncomingFiling) {
  const [seen] = await tx
    .select({ version: rawDocument.version })
    .from(rawDocument)
    .where(
      and(
        eq(rawDocument.accessionNumber, accessionNumber),
        eq(rawDocument.contentSha256, incoming.contentSha256),
        eq(rawDocument.kind, "document"),
      ),
    );
  return seen !== undefined;
}

/** A submission that comes after its bare XML adds when it was filed. */
async function addHeader(tx: Db, known: KnownFiling, incoming: IncomingFiling) {
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
  await tx
    .insert(rawDocument)
    .values({
      ...rawColumns(known.accessionNumber, known.version, incoming),
      kind: "submission",
      gzip: gzipSync(submission),
    })
    .onConflictDoNothing();
  await storeNames(tx, incoming.parsed.record, order);
}

async function replaceContent(tx: Db, known: KnownFiling, incoming: IncomingFiling, options: StoreOptions) {
  const version = known.version + 1;
  const columns = filingColumns(incoming, options);
  const { accessionNumber } = known;
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
  await insertContent(tx, accessionNumber, version, order, incoming);
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

async function insertContent(tx: Db, accessionNumber: string, version: number, order: Date, incoming: IncomingFiling) {
  const { record, problems } = incoming.parsed;
  const { owners, rows, footnotes, signatures } = record;
  if (owners.length > 0) await tx.insert(filingOwner).values(owners.map((o) => ({ accessionNumber, ...o })));
  if (rows.length > 0)
    await tx.insert(filingRow).values(rows.map((r) => ({ accessionNumber, orderedAt: order, ...r })));
  if (footnotes.length > 0) await tx.insert(footnote).values(footnotes.map((f) => ({ accessionNumber, ...f })));
  if (signatures.length > 0) await tx.insert(signature).values(signatures.map((s) => ({ accessionNumber, ...s })));
  const told = [...problems, ...headerProblems(incoming)];
  if (told.length > 0) {
    await tx
      .insert(filingProblem)
      .values(told.map((p, index) => ({ accessionNumber, position: index + 1, fileName: incoming.fileName, ...p })));
  }
  const raw = rawColumns(accessionNumber, version, incoming);
  const documents = [{ ...raw, kind: "document" as const, gzip: gzipSync(incoming.document) }];
  await tx
    .insert(rawDocument)
    .values(
      incoming.submission
        ? [...documents, { ...raw, kind: "submission" as const, gzip: gzipSync(incoming.submission) }]
        : documents,
    );
  await storeNames(tx, record, order);
}

const rawColumns = (accessionNumber: string, version: number, incoming: IncomingFiling) => ({
  accessionNumber,
  version,
  sha256: incoming.documentSha256,
  contentSha256: incoming.contentSha256,
  fileName: incoming.fileName,
});

/** What only the filing as a whole can tell: dates against the day it was filed, and the form that its header names. */
function headerProblems(incoming: IncomingFiling): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const say = (message: string, pointer: string | null = null) => problems.push({ line: null, pointer, message });
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

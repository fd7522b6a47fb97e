import { and, eq, like, ne, sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { lockIssuer } from "@/db/derive/lock-issuer";
import { putListing } from "@/db/derive/put-listing";
import { queueToMatch } from "@/db/derive/queue-to-match";
import { type Decision, decide, type FilingDates, type Rename } from "@/db/ingest/decide";
import { contentOf, filingColumns, headerProblems, orderOf, rawOf } from "@/db/ingest/filing-content";
import { findCandidates, type KnownFiling, type NumberlessPaper } from "@/db/ingest/find-known";
import { insertContent, insertFiling, insertNames } from "@/db/ingest/insert-filing";
import { namesOf } from "@/db/ingest/names-of";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import { storeIndustry } from "@/db/ingest/store-industry";
import { WrongAccessionNumber } from "@/db/ingest/wrong-accession-number";
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
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { filedOn } from "@/lib/record/filing-names";

type StoreOutcome =
  /** New to the database, known until now only from a data set or paper, or a paper form with new corrections. */
  | "stored"
  /** The same content was there; a header's facts or an accession number may have been added. */
  | "already there"
  /** Known under this number with other content: the latest is shown, the earlier one kept. */
  | "new version";

export type StoreOptions = { isSample: boolean };

export type Stored = {
  outcome: StoreOutcome;
  accessionNumber: string;
  /** How many problems of the filing were stored with it; 0 if nothing was stored. */
  problems: number;
  /** Where a paper form disagrees with the XML that we have, which stays as it is. */
  differences?: DocumentProblem[];
};

/**
 * Stores one filing in one transaction, or changes nothing. Storing the same content again changes nothing either.
 * @throws {WrongAccessionNumber} if a paper form comes with the number of another filing
 */
export const storeFiling = (pool: Pool, incoming: IncomingFiling, options: StoreOptions): Promise<Stored> =>
  inTransaction(pool, async (client) => {
    await lockFiling(client, incoming);
    const decision = decide(incoming, await findCandidates(client, incoming));
    const stored = await apply(client, decision, incoming, options);
    await storeIndustryOf(client, incoming);
    return stored;
  });

/** Also of a filing that was already there, whose header may have come only now. */
async function storeIndustryOf(client: PoolClient, { header, parsed }: IncomingFiling) {
  if (!header?.industry) return;
  const { cik, code, name } = header.industry;
  const asOf = filedOn(header);
  if (asOf !== null && cik === parsed.record.filing.issuerCik)
    await storeIndustry(client, cik, { code, name, source: "filing", asOf });
}

/**
 * Two ingests may get the same filing at once. Each locks its content and its number until its transaction ends, always in this
 * order, so that they cannot deadlock.
 */
const lockFiling = (client: PoolClient, { contentSha256, accessionNumber }: IncomingFiling) =>
  client.query({
    name: "lock_filing",
    text: `select pg_advisory_xact_lock(kind, hashtext(name)) from unnest(array[1, 2], $1::text[]) as lock (kind, name)
      where name is not null`,
    values: [[contentSha256, accessionNumber]],
  });

async function apply(
  client: PoolClient,
  decision: Decision,
  incoming: IncomingFiling,
  options: StoreOptions,
): Promise<Stored> {
  switch (decision.action) {
    case "insert": {
      const { accessionNumber, differences, absorbed } = decision;
      const columns = filingColumns(incoming, options.isSample);
      const content = contentOf(1, columns.orderedAt, incoming, differences);
      await insertFiling(client, { ...columns, accessionNumber, version: 1 }, content);
      if (absorbed) await absorbPaper(client, accessionNumber, absorbed);
      await putOnLists(client, accessionNumber);
      return { outcome: "stored", accessionNumber, problems: content.problems.length };
    }
    case "refuse":
      throw new WrongAccessionNumber(decision.other);
    case "keep":
      return {
        outcome: "already there",
        accessionNumber: decision.accessionNumber,
        problems: 0,
        differences: decision.differences,
      };
    case "complete": {
      const known = await renamed(client, decision.known, decision.rename);
      if (decision.dates) await addDates(client, known, incoming, decision.dates);
      await putOnLists(client, known.accessionNumber);
      return { outcome: "already there", accessionNumber: known.accessionNumber, problems: 0 };
    }
    case "replace": {
      const { why, differences, absorbed } = decision;
      const known = await renamed(client, decision.known, decision.rename);
      const { accessionNumber } = known;
      if (why === "settled") await removeRaw(client, known);
      const problems = await replaceContent(client, known, incoming, options, {
        version: why === "new version" ? known.version + 1 : known.version,
        differences,
      });
      if (absorbed) await absorbPaper(client, accessionNumber, absorbed);
      await putOnLists(client, accessionNumber);
      return { outcome: why === "new version" ? "new version" : "stored", accessionNumber, problems };
    }
  }
}

/** Lists find the filing at once. It is compared with alerts when it has been derived. */
async function putOnLists(client: PoolClient, accessionNumber: string) {
  await putListing(client, [accessionNumber]);
  await queueToMatch(client, [accessionNumber]);
}

async function renamed(client: PoolClient, known: KnownFiling, rename: Rename | null): Promise<KnownFiling> {
  if (!rename) return known;
  const tx = databaseOn(client);
  const { to, keepsAddress } = rename;
  await tx.update(filing).set({ accessionNumber: to }).where(eq(filing.accessionNumber, known.accessionNumber));
  if (keepsAddress) {
    await tx.insert(formerAddress).values({ localNumber: known.accessionNumber, accessionNumber: to });
  }
  await markToDerive(tx, to);
  return { ...known, accessionNumber: to };
}

async function addDates(
  client: PoolClient,
  { accessionNumber, version }: KnownFiling,
  incoming: IncomingFiling,
  { filedAt, filingDate }: FilingDates,
) {
  const tx = databaseOn(client);
  const order = orderOf(incoming.parsed.record, filedAt, filingDate);
  await tx
    .update(filing)
    .set({ filedAt: filedAt ? new Date(filedAt) : null, filingDate, orderedAt: order })
    .where(eq(filing.accessionNumber, accessionNumber));
  await tx.update(filingRow).set({ orderedAt: order }).where(eq(filingRow.accessionNumber, accessionNumber));
  await markToDerive(tx, accessionNumber);
  if (incoming.submission) {
    await tx
      .insert(rawDocument)
      .values({ ...rawOf(version, incoming), accessionNumber })
      .onConflictDoNothing();
  }
  const problems = headerProblems(incoming);
  if (problems.length > 0) {
    const before = await tx.$count(filingProblem, eq(filingProblem.accessionNumber, accessionNumber));
    await tx.insert(filingProblem).values(
      problems.map((problem, index) => ({
        accessionNumber,
        position: before + index + 1,
        fileName: incoming.fileName,
        ...problem,
      })),
    );
  }
  await insertNames(client, namesOf(incoming.parsed.record, order, incoming.paper));
}

/** The bytes of the current version. A corrected reading of the same file stores them again. */
const removeRaw = (client: PoolClient, { accessionNumber, version }: KnownFiling) =>
  databaseOn(client)
    .delete(rawDocument)
    .where(and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.version, version)));

async function replaceContent(
  client: PoolClient,
  known: KnownFiling,
  incoming: IncomingFiling,
  { isSample }: StoreOptions,
  { version, differences }: { version: number; differences: DocumentProblem[] },
): Promise<number> {
  const tx = databaseOn(client);
  const columns = filingColumns(incoming, isSample);
  const { accessionNumber } = known;
  await markToDerive(tx, accessionNumber);
  // Only data sets give an owner's file number, so it stays.
  const owners = await tx.select().from(filingOwner).where(eq(filingOwner.accessionNumber, accessionNumber));
  const fileNumbers = new Map(owners.map(({ cik, fileNumber }) => [cik ?? "", fileNumber]));
  for (const table of [filingOwner, filingRow, footnote, signature, filingProblem, paperReading]) {
    await tx.delete(table).where(eq(table.accessionNumber, accessionNumber));
  }
  // If this version came without a header, that of an earlier one still applies.
  const filedAt = columns.filedAt ?? known.filedAt;
  const filingDate = columns.filingDate ?? known.filingDate;
  const order = orderOf(incoming.parsed.record, filedAt?.toISOString() ?? null, filingDate);
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

/**
 * Queues this filing, and every filing that shares an owner with it, for derivation, as if none had ever failed. Call before the
 * owners change.
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

/** The same document may also be stored under a number of ours. That filing goes, and its address leads to this one. */
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

/** The filing of a paper form under a number of ours gives way to its XML, which keeps the file and gets the address. */
async function absorbPaper(client: PoolClient, accessionNumber: string, paper: NumberlessPaper) {
  const tx = databaseOn(client);
  await lockIssuer(client, paper.issuerCik ?? paper.accessionNumber);
  await markToDerive(tx, paper.accessionNumber);
  for (const table of [rawDocument, formerAddress]) {
    await tx.update(table).set({ accessionNumber }).where(eq(table.accessionNumber, paper.accessionNumber));
  }
  await tx.delete(filing).where(eq(filing.accessionNumber, paper.accessionNumber));
  await tx.insert(formerAddress).values({ localNumber: paper.accessionNumber, accessionNumber });
}

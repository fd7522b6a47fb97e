import { gunzipSync } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { findNewAddress, findStoredFiling } from "@/db/queries/filing-record";
import { findRawDocument } from "@/db/queries/raw-document";
import { filingToDerive, rawDocument } from "@/db/schema";
import type { Connection } from "@/db/server/client";
import { expectedProblems } from "@/fuzz/documents/expected-problems";
import { compareFacts, readIndependently, withoutEmpty } from "@/fuzz/documents/read-independently";
import { type WrittenDocument, writeDocument } from "@/fuzz/documents/writing";
import type { ValidDocument } from "@/fuzz/documents/written-document";
import { emptyAllTables } from "@/fuzz/empty-all-tables";
import { documentFromRecord } from "@/lib/edgar/document-from-record";

export type RoundTrip = {
  /** Texts, footnote references and numbers that were compared. */
  facts: number;
  /** What went wrong with a document, by its place in the list. */
  failures: Map<number, string[]>;
};

/** Stores valid documents together in an empty database, and reports what was lost or added on the way there and back. */
export async function roundTrip(connection: Connection, documents: readonly ValidDocument[]): Promise<RoundTrip> {
  const { db } = connection;
  await emptyAllTables(db);
  const files = documents.map((document, index) => writeDocument(document, index + 1));
  const refusals = new Map<string, string>();
  const outcomes = new Map<string, { outcome: string; accessionNumber: string }>();
  const listed = files.map(({ fileName, bytes }) => ({ fileName, read: async () => ({ fileName, bytes }) }));
  await ingestFiles(connection, listed, {
    isSample: false,
    onEvent(event) {
      if (event.kind === "sample removed" || event.kind === "not derived") return;
      if (event.kind === "refused") refusals.set(event.fileName, `refused: ${event.message}`);
      else outcomes.set(event.fileName, { outcome: event.kind, accessionNumber: event.accessionNumber });
    },
  });
  const waiting = new Set((await db.select().from(filingToDerive)).map(({ accessionNumber }) => accessionNumber));

  const failures = new Map<number, string[]>();
  let facts = 0;
  for (const [index, file] of files.entries()) {
    const document = documents[index];
    const outcome = outcomes.get(file.fileName);
    if (!document || !outcome) {
      failures.set(index, [refusals.get(file.fileName) ?? "neither stored nor refused"]);
      continue;
    }
    const found = await lookAt(connection, document, file, outcome);
    if (waiting.has(found.accessionNumber)) found.faults.push("its conclusions could not be derived");
    facts += found.facts;
    if (found.faults.length > 0) failures.set(index, found.faults);
  }
  return { facts, failures };
}

async function lookAt(
  { db }: Connection,
  { header }: ValidDocument,
  file: WrittenDocument,
  { outcome, accessionNumber: first }: { outcome: string; accessionNumber: string },
) {
  const accessionNumber = (await findNewAddress(db, first)) ?? first;
  const stored = await findStoredFiling(db, accessionNumber);
  if (!stored) return { accessionNumber, facts: 0, faults: ["it was reported as stored and is not there"] };
  const filed = readIndependently(file.xml);
  const { facts, differences: faults } = compareFacts(filed, withoutEmpty(documentFromRecord(stored.record)));

  // The same content may have been stored before, with another header and in another encoding.
  if (outcome === "already there") return { accessionNumber, facts, faults };

  if (file.accessionNumber !== null && file.accessionNumber !== accessionNumber) {
    faults.push(`its number is ${file.accessionNumber}, and it was stored as ${accessionNumber}`);
  }
  const problems = stored.problems.map(({ message }) => message).sort();
  const expected = expectedProblems(filed, header);
  for (const message of problems)
    if (!take(expected, message)) faults.push(`a problem that should not be reported: ${message}`);
  for (const message of expected) faults.push(`a problem that is not reported: ${message}`);

  const { filingDate, filedAt } = stored.facts;
  if (filingDate !== (header?.filingDate ?? null)) faults.push(`filing date ${filingDate}`);
  if (newYork(filedAt) !== (header ? `${header.filingDate} ${header.time}` : null)) faults.push(`filed at ${filedAt}`);
  faults.push(...(await compareBytes(db, accessionNumber, file)));
  return { accessionNumber, facts, faults };
}

/** Removes one item from a list; false if it is not in it. */
function take(list: string[], item: string): boolean {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

async function compareBytes(db: Connection["db"], accessionNumber: string, file: WrittenDocument): Promise<string[]> {
  const isSubmission = file.fileName.endsWith(".txt");
  const [kept] = await db
    .select({ gzip: rawDocument.gzip })
    .from(rawDocument)
    .where(
      and(
        eq(rawDocument.accessionNumber, accessionNumber),
        eq(rawDocument.kind, isSubmission ? "submission" : "document"),
      ),
    );
  const faults =
    kept && gunzipSync(kept.gzip).equals(file.bytes) ? [] : ["the bytes that were kept are not those filed"];
  const document = await findRawDocument(db, accessionNumber, null);
  // Cut from a submission, the document's bytes are those between <XML> and </XML>.
  const filed = isSubmission ? cut(file.bytes) : file.bytes;
  if (!document?.equals(filed)) faults.push("the document's bytes at .xml are not those filed");
  return faults;
}

function cut(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  return Buffer.from(text.slice(text.indexOf("<XML>") + 5, text.lastIndexOf("</XML>")).trim(), "latin1");
}

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "medium",
});

const newYork = (instant: Date | null) => (instant ? CLOCK.format(instant).replace(/:/g, "") : null);

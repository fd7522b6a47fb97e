import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { announceFilings } from "@/db/ingest/announce-filings";
import type { Listed } from "@/db/ingest/list-files";
import { type IncomingFile, type IncomingFiling, type Refusal, readIncoming } from "@/db/ingest/read-incoming";
import { removeSample } from "@/db/ingest/remove-sample";
import { type StoreOptions, storeFiling } from "@/db/ingest/store-filing";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import { ingestRun, refusedDocument } from "@/db/schema";
import type { AccessionNumber } from "@/lib/edgar/accession-number";

/** What a run did. Every file that was read is stored, already there, or refused. */
export type IngestSummary = {
  read: number;
  stored: number;
  alreadyThere: number;
  newVersions: number;
  withProblems: number;
  refused: number;
  skipped: number;
};

export type IngestEvent =
  | { kind: "stored" | "already there" | "new version"; fileName: string; accessionNumber: string; problems: number }
  | { kind: "refused"; fileName: string; line: number | null; message: string }
  | { kind: "sample removed"; filings: number };

export type IngestOptions = StoreOptions & {
  accessionNumber?: AccessionNumber | null;
  /** How many filings are stored at once: commits that wait for the disk together cost one wait. */
  connections?: number;
  /** Told of each file when it is done. */
  onEvent?: (event: IngestEvent, summary: IngestSummary) => void;
  signal?: AbortSignal;
};

/** Reads files one by one and stores each in a transaction of its own. A bad file never stops the others. */
export async function ingestFiles(
  { db, pool }: Pick<Connection, "db" | "pool">,
  files: Iterable<Listed>,
  { accessionNumber = null, connections = 8, onEvent = () => {}, signal, ...store }: IngestOptions,
): Promise<IngestSummary> {
  const summary: IngestSummary = {
    read: 0,
    stored: 0,
    alreadyThere: 0,
    newVersions: 0,
    withProblems: 0,
    refused: 0,
    skipped: 0,
  };
  const run = await startRun(db, store.isSample ? "sample" : "files");
  const announcement = announceFilings(db);
  let sampleIsOut: Promise<void> | null = null;

  const takeOutSample = async () => {
    // A sample that was brought back beside real filings was wanted there.
    if (store.isSample || (await holdsRealFilings(db))) return;
    const filings = await removeSample(db);
    if (filings > 0) onEvent({ kind: "sample removed", filings }, summary);
  };

  const storeOne = async (incoming: IncomingFiling) => {
    const { outcome, accessionNumber: key } = await storeFiling(pool, incoming, store);
    const problems = incoming.parsed.problems.length;
    if (outcome === "already there") summary.alreadyThere += 1;
    else {
      summary.stored += 1;
      if (outcome === "new version") summary.newVersions += 1;
      if (problems > 0) summary.withProblems += 1;
    }
    announcement.add(key);
    onEvent({ kind: outcome, fileName: incoming.fileName, accessionNumber: key, problems }, summary);
  };

  const takeOne = async (listed: Listed) => {
    const file = await listed.read();
    if (file === "no candidate") {
      summary.skipped += 1;
      return;
    }
    summary.read += 1;
    const reading = isRefusal(file)
      ? { outcome: "refused" as const, refusal: file }
      : readIncoming(file, accessionNumber);
    if (reading.outcome === "filing") {
      sampleIsOut ??= takeOutSample();
      await sampleIsOut;
      await storeOne(reading.filing);
    } else {
      await storeRefusal(db, reading.refusal);
      summary.refused += 1;
      onEvent({ kind: "refused", ...reading.refusal }, summary);
    }
  };

  const queue = files[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done && !signal?.aborted; next = queue.next()) await takeOne(next.value);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await announcement.end();
  const { read, stored, alreadyThere, withProblems, refused } = summary;
  await db
    .update(ingestRun)
    .set({ read, stored, alreadyThere, withProblems, refused, finishedAt: sql`now()` })
    .where(eq(ingestRun.ingestRunId, run));
  return summary;
}

const isRefusal = (file: IncomingFile | Refusal): file is Refusal => "message" in file;

async function startRun(db: Db, source: string): Promise<number> {
  const [run] = await db.insert(ingestRun).values({ source }).returning({ id: ingestRun.ingestRunId });
  if (!run) throw new Error("the run could not be recorded");
  return run.id;
}

async function storeRefusal(db: Db, { sha256, fileName, line, message, bytes }: Refusal) {
  await db
    .insert(refusedDocument)
    .values({ sha256, fileName, line, message, gzip: gzipSync(bytes) })
    .onConflictDoUpdate({ target: refusedDocument.sha256, set: { fileName, line, message } });
}

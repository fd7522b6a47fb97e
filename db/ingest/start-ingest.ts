import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { deriveAlongside } from "@/db/derive/derive-alongside";
import { announceFilings } from "@/db/ingest/announce-filings";
import { type IncomingFile, type IncomingFiling, type Refusal, readIncoming } from "@/db/ingest/read-incoming";
import { removeSample } from "@/db/ingest/remove-sample";
import { type StoreOptions, type StoreOutcome, storeFiling } from "@/db/ingest/store-filing";
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

export type Taken =
  | { outcome: StoreOutcome; accessionNumber: string }
  | { outcome: "refused"; message: string }
  | { outcome: "no candidate" };

export type Ingest = {
  summary: IngestSummary;
  /** Stores one file in a transaction of its own, or refuses it. */
  take: (file: IncomingFile | Refusal | "no candidate", accessionNumber?: AccessionNumber | null) => Promise<Taken>;
  /** Records what the run did so far, and that it is at an end unless more is taken. Cut off is a run without this. */
  end: () => Promise<void>;
};

type Options = StoreOptions & {
  /** What the run is recorded as. */
  run: string;
  /** Told of each file when it is done. */
  onEvent?: (event: IngestEvent, summary: IngestSummary) => void;
};

/** Begins a run of the ingest; files are handed to it one by one, or several at once. */
export async function startIngest(
  { db, pool }: Pick<Connection, "db" | "pool">,
  { run: source, onEvent = () => {}, ...store }: Options,
): Promise<Ingest> {
  const summary: IngestSummary = {
    read: 0,
    stored: 0,
    alreadyThere: 0,
    newVersions: 0,
    withProblems: 0,
    refused: 0,
    skipped: 0,
  };
  const run = await startRun(db, source);
  const announcement = announceFilings(db);
  const deriving = deriveAlongside({ pool }, (ready) => {
    for (const accessionNumber of ready) announcement.add(accessionNumber);
  });
  let sampleIsOut: Promise<void> | null = null;

  const takeOutSample = async () => {
    // A sample that was brought back beside real filings was wanted there.
    if (store.isSample || (await holdsRealFilings(db))) return;
    const filings = await removeSample(db);
    if (filings > 0) onEvent({ kind: "sample removed", filings }, summary);
  };

  const storeOne = async (incoming: IncomingFiling): Promise<Taken> => {
    const stored = await storeFiling(pool, incoming, store);
    const { outcome, accessionNumber: key, problems } = stored;
    if (outcome === "already there") summary.alreadyThere += 1;
    else {
      summary.stored += 1;
      if (outcome === "new version") summary.newVersions += 1;
      if (problems > 0) summary.withProblems += 1;
    }
    if (outcome !== "already there") deriving.add(key);
    onEvent({ kind: outcome, fileName: incoming.fileName, accessionNumber: key, problems }, summary);
    return stored;
  };

  return {
    summary,
    async take(file, accessionNumber = null) {
      if (file === "no candidate") {
        summary.skipped += 1;
        return { outcome: "no candidate" };
      }
      summary.read += 1;
      const reading = isRefusal(file)
        ? { outcome: "refused" as const, refusal: file }
        : readIncoming(file, accessionNumber);
      if (reading.outcome === "filing") {
        sampleIsOut ??= takeOutSample();
        await sampleIsOut;
        return storeOne(reading.filing);
      }
      await storeRefusal(db, reading.refusal);
      summary.refused += 1;
      onEvent({ kind: "refused", ...reading.refusal }, summary);
      return { outcome: "refused", message: reading.refusal.message };
    },
    async end() {
      await deriving.end();
      await announcement.end();
      const { read, stored, alreadyThere, withProblems, refused } = summary;
      await db
        .update(ingestRun)
        .set({ read, stored, alreadyThere, withProblems, refused, finishedAt: sql`now()` })
        .where(eq(ingestRun.ingestRunId, run));
    },
  };
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

import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { deriveAlongside } from "@/db/derive/derive-alongside";
import { announceFilings } from "@/db/ingest/announce-filings";
import { type IncomingFile, type Refusal, readIncoming, sha256 } from "@/db/ingest/read-incoming";
import { readPaperFile } from "@/db/ingest/read-paper-file";
import { type Refused, refusalOf } from "@/db/ingest/refusal-of";
import { removeSample } from "@/db/ingest/remove-sample";
import { type Stored, type StoreOptions, storeFiling } from "@/db/ingest/store-filing";
import { NO_IDENTITY, type Paper, type PaperIdentity, storePaper } from "@/db/ingest/store-paper";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import { ingestRun, refusedDocument } from "@/db/schema";
import type { Connection, Db } from "@/db/server/client";
import { log, msSince } from "@/db/server/log";
import { mayRetry } from "@/db/server/may-retry";
import type { SubmissionHeader } from "@/lib/edgar/submission";
import { accessionNumberInFileName, isLocalAccessionNumber } from "@/lib/record/accession-number";
import { readableText } from "@/lib/values/readable-text";
import { shortened } from "@/lib/values/text-limit";

/** What a run did. Every file that was read is stored, already there, or refused. */
export type IngestSummary = {
  read: number;
  stored: number;
  alreadyThere: number;
  newVersions: number;
  withProblems: number;
  refused: number;
  skipped: number;
  /** Filings that could not be derived; they stay in the queue. */
  notDerived: number;
};

export type IngestEvent =
  | {
      kind: "stored" | "already there" | "new version";
      fileName: string;
      accessionNumber: string;
      problems: number;
      /** Where a paper form disagrees with the XML that we have. */
      differences?: string[];
    }
  | { kind: "refused"; fileName: string; line: number | null; message: string }
  | { kind: "not derived"; accessionNumbers: readonly string[]; message: string }
  | { kind: "sample removed"; filings: number };

export type Taken =
  | Pick<Stored, "outcome" | "accessionNumber" | "differences">
  | ({ outcome: "refused" } & Refused)
  | { outcome: "no candidate" };

export type Ingest = {
  summary: IngestSummary;
  /** Stores one file in a transaction of its own, or refuses it. */
  take: (file: IncomingFile | Refusal, identity?: PaperIdentity) => Promise<Taken>;
  /** Stores a paper form that was read before, and perhaps corrected. */
  takePaper: (paper: Paper) => Promise<Taken>;
  /** Records what the run did so far, and that it has ended unless more files follow. A run without this was cut off. */
  end: () => Promise<void>;
};

type Options = StoreOptions & {
  /** The name of the run in the database. */
  run: string;
  /** Called for each file when it is done. */
  onEvent?: (event: IngestEvent, summary: IngestSummary) => void;
  /** Called once all files are stored and the rest is derived, with the filings done and how many there are. */
  onDeriving?: (done: number, total: number) => void;
};

/** Starts a run of the ingest, which takes files one by one or several at once. */
export async function startIngest(
  { db, pool }: Pick<Connection, "db" | "pool">,
  { run: source, onEvent = () => {}, onDeriving, ...store }: Options,
): Promise<Ingest> {
  const summary: IngestSummary = {
    read: 0,
    stored: 0,
    alreadyThere: 0,
    newVersions: 0,
    withProblems: 0,
    refused: 0,
    skipped: 0,
    notDerived: 0,
  };
  const started = performance.now();
  const run = await startRun(db, source);
  const announcement = announceFilings(db);
  const deriving = deriveAlongside(
    { pool },
    {
      onDerived(ready) {
        for (const accessionNumber of ready) announcement.add(accessionNumber);
      },
      onProgress: onDeriving,
      onFailed(accessionNumbers, error) {
        summary.notDerived += accessionNumbers.length;
        const message = error instanceof Error ? error.message : String(error);
        onEvent({ kind: "not derived", accessionNumbers, message }, summary);
      },
    },
  );
  let sampleIsOut: Promise<void> | null = null;

  const takeOutSample = async () => {
    // A sample that was loaded again beside real filings was wanted there.
    if (store.isSample || (await holdsRealFilings(db))) return;
    const filings = await removeSample(db);
    if (filings > 0) onEvent({ kind: "sample removed", filings }, summary);
  };

  const storeOne = async (
    { fileName }: Pick<IncomingFile, "fileName">,
    store: () => Promise<Stored>,
  ): Promise<Taken> => {
    sampleIsOut ??= takeOutSample();
    await sampleIsOut;
    const stored = await persistently(store);
    summary.read += 1;
    const { outcome, accessionNumber: key, problems, differences = [] } = stored;
    if (outcome === "already there") summary.alreadyThere += 1;
    else {
      summary.stored += 1;
      if (outcome === "new version") summary.newVersions += 1;
      if (problems > 0) summary.withProblems += 1;
    }
    if (outcome !== "already there") deriving.add(key);
    const told = differences.length > 0 ? { differences: differences.map(({ message }) => message) } : {};
    onEvent({ kind: outcome, fileName, accessionNumber: key, problems, ...told }, summary);
    return stored;
  };

  const refuse = async (refusal: Refusal): Promise<Taken> => {
    const { fileName, line } = refusal;
    const message = readableText(shortened(refusal.message, 2_000));
    summary.read += 1;
    await storeRefusal(db, { ...refusal, message });
    summary.refused += 1;
    onEvent({ kind: "refused", fileName, line, message }, summary);
    return { outcome: "refused", message };
  };

  // Text recognition needs the memory of many filings, so it reads one file at a time.
  let paperBefore: Promise<unknown> = Promise.resolve();
  const readAndTake = async (
    file: IncomingFile,
    header: SubmissionHeader | null,
    given: PaperIdentity,
  ): Promise<Taken> => {
    // Text recognition takes seconds per page, so a file that was read before is read again only if somebody says more about it.
    const held = given === NO_IDENTITY && !header ? await findFilingOfContent(db, sha256(file.bytes)) : null;
    const isNews = isLocalAccessionNumber(held ?? "") && accessionNumberInFileName(file.fileName) !== null;
    if (held !== null && !isNews) {
      return storeOne(file, async () => ({ outcome: "already there", accessionNumber: held, problems: 0 }));
    }
    const reading = paperBefore.then(() => readPaperFile(file, header, given));
    paperBefore = reading.catch(() => undefined);
    const paper = await reading;
    if (paper.outcome === "refused") {
      if (!file.isAmongOthers) return refuse(paper.refusal);
      summary.skipped += 1;
      return { outcome: "no candidate" };
    }
    return takePaper(paper.paper);
  };

  /** Whatever goes wrong with one file, it is refused by name and the next one is read. */
  const guarded = async (file: Pick<IncomingFile, "fileName" | "bytes">, work: () => Promise<Taken>) => {
    try {
      return await work();
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === null) throw error;
      const { fileName, bytes } = file;
      await refuse({ fileName, bytes, sha256: sha256(bytes), line: null, message: refused.message });
      return { outcome: "refused", ...refused } as const;
    }
  };

  const takePaper = (paper: Paper): Promise<Taken> =>
    guarded(paper, async () => {
      const taken = await storeOne(paper, () => storePaper(pool, paper, store));
      // It may have been refused before, because of what somebody said about it.
      await forgetRefusal(db, sha256(paper.bytes));
      return taken;
    });

  const takeFile = async (file: IncomingFile, identity: PaperIdentity): Promise<Taken> => {
    const reading = readIncoming(file, identity.accessionNumber);
    if (reading.outcome === "paper") return readAndTake(file, reading.header, identity);
    if (reading.outcome === "refused") return refuse(reading.refusal);
    const { filing } = reading;
    return storeOne(file, () => storeFiling(pool, filing, store));
  };

  return {
    summary,
    async take(file, identity = NO_IDENTITY) {
      // A name in an archive may contain anything, and ends up in the database and on the terminal.
      const named = { ...file, fileName: readableText(shortened(file.fileName, 2_000)) };
      return isRefusal(named) ? refuse(named) : guarded(named, () => takeFile(named, identity));
    },
    takePaper,
    async end() {
      if (summary.stored > 0) onDeriving?.(0, summary.stored);
      await deriving.end();
      await announcement.end();
      const { read, stored, alreadyThere, withProblems, refused } = summary;
      await db
        .update(ingestRun)
        .set({ read, stored, alreadyThere, withProblems, refused, finishedAt: sql`now()` })
        .where(eq(ingestRun.ingestRunId, run));
      // Following never ends; it logs its rounds.
      if (source !== "follow") log("ingest", { run: source, ms: msSince(started), ...summary });
    },
  };
}

const TRIES = 5;

/** Another process may hold a lock for a moment, which is not the fault of this filing. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !mayRetry(error)) throw error;
      await sleep(tries * 200);
    }
  }
}

const isRefusal = (file: IncomingFile | Refusal): file is Refusal => "message" in file;

async function startRun(db: Db, source: string): Promise<number> {
  const [run] = await db.insert(ingestRun).values({ source }).returning({ id: ingestRun.ingestRunId });
  if (!run) throw new Error("the run could not be recorded");
  return run.id;
}

const forgetRefusal = (db: Db, hash: string) => db.delete(refusedDocument).where(eq(refusedDocument.sha256, hash));

async function storeRefusal(db: Db, { sha256, bytes, fileName, line, message }: Refusal) {
  const told = { fileName, line, message };
  await db
    .insert(refusedDocument)
    .values({ sha256, ...told, gzip: gzipSync(bytes) })
    .onConflictDoUpdate({ target: refusedDocument.sha256, set: told });
}

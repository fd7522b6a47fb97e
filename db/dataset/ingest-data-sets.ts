import { basename } from "node:path";
import { eq, sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { type LoadedDataSet, loadDataSet, type PreparedDataSet, prepareDataSet } from "@/db/dataset/load-data-set";
import { DataSetRefused, openDataSet } from "@/db/dataset/open-data-set";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import type { RebuildStage } from "@/db/derive/rebuild-work";
import { announce } from "@/db/ingest/announce-filings";
import { refusalOf } from "@/db/ingest/refusal-of";
import { ingestRun } from "@/db/schema";
import { analyzeFilings } from "@/db/server/analyze-filings";
import { type Connection, databaseOn } from "@/db/server/client";
import { log, msSince } from "@/db/server/log";
import { beginLoading, endLoading, makePostponedIndexes } from "@/db/server/postponed-indexes";
import { foldTallies } from "@/db/tally/fold-tallies";

/** What a run over data sets did. */
export type DataSetSummary = {
  dataSets: number;
  dataSetsRefused: number;
  filings: number;
  stored: number;
  alreadyThere: number;
  rows: number;
  withProblems: number;
  differences: number;
  refusedRows: number;
  /** Filings that could not be derived; they stay in the queue. */
  notDerived: number;
};

export type DataSetEvent =
  | ({ kind: "data set stored"; fileName: string; seconds: number } & LoadedDataSet)
  | { kind: "data set refused"; fileName: string; message: string }
  | { kind: "sample removed"; filings: number }
  | { kind: "not derived"; accessionNumbers: readonly string[]; message: string }
  | { kind: "indexes made"; indexes: number; seconds: number }
  | { kind: "derived"; filings: number; seconds: number };

/** If most filings are new, they are derived from scratch, in the stages of a rebuild. */
export type DataSetStage = "rows" | "row indexes" | "filings" | RebuildStage;

export type DataSetOptions = {
  onEvent?: (event: DataSetEvent, summary: DataSetSummary) => void;
  /** Called with how much of a stage is done, and its size: megabytes of unpacked tables, indexes, filings and so on. */
  onProgress?: (done: number, total: number, stage: DataSetStage) => void;
  signal?: AbortSignal;
};

/**
 * Loads quarters of the SEC's Insider Transactions Data Sets, each in a transaction of its own, in the given order. One that
 * cannot be read does not stop others. After an interruption the same call resumes.
 */
export async function ingestDataSets(
  { db, pool }: Pick<Connection, "db" | "pool">,
  paths: string[],
  { onEvent = () => {}, onProgress = () => {}, signal }: DataSetOptions = {},
): Promise<DataSetSummary> {
  const summary: DataSetSummary = {
    dataSets: 0,
    dataSetsRefused: 0,
    filings: 0,
    stored: 0,
    alreadyThere: 0,
    rows: 0,
    withProblems: 0,
    differences: 0,
    refusedRows: 0,
    notDerived: 0,
  };
  const began = performance.now();
  const [run] = await db.insert(ingestRun).values({ source: "data-set" }).returning({ id: ingestRun.ingestRunId });
  const progress = await startBytes(paths, (done, total) => onProgress(done, total, "rows"));
  let client: PoolClient | null = null;
  let mayPostpone = false;
  let isPostponed = false;
  const preparing = new Map<string, Promise<PreparedDataSet>>();
  const prepare = (path: string) => {
    const begun = preparing.get(path) ?? prepareDataSet(path);
    begun.catch(ignore);
    preparing.set(path, begun);
    return begun;
  };
  try {
    for (const [index, path] of paths.entries()) {
      if (signal?.aborted) break;
      const started = performance.now();
      if (client === null) {
        client = await pool.connect();
        // A lost connection fails the waiting query, which reports it; without a listener it would end the process.
        client.on("error", ignore);
        mayPostpone = await beginLoading(client);
      }
      try {
        const prepared = await prepare(path);
        const following = paths[index + 1];
        const loaded = await loadDataSet(client, prepared, {
          maySetIndexesAside: mayPostpone,
          signal,
          onBytes: progress.within,
          onHandedOver: () => following !== undefined && prepare(following),
        });
        add(summary, loaded);
        isPostponed ||= loaded.indexesSetAside;
        if (loaded.sampleRemoved > 0) onEvent({ kind: "sample removed", filings: loaded.sampleRemoved }, summary);
        const seconds = secondsSince(started);
        onEvent({ kind: "data set stored", fileName: prepared.file.fileName, seconds, ...loaded }, summary);
        await foldTallies(pool);
        if (loaded.stored > 0) await announce(databaseOn(client), "many");
      } catch (error) {
        // Unfinished work on this connection ends with it, and the database is as it was.
        client.release(true);
        client = null;
        if (signal?.aborted) break;
        const message = error instanceof DataSetRefused ? error.message : refusalOf(error)?.message;
        if (message === undefined) throw error;
        summary.dataSetsRefused += 1;
        onEvent({ kind: "data set refused", fileName: basename(path), message }, summary);
      } finally {
        await close(preparing, path);
        progress.next(path);
      }
    }
  } finally {
    for (const path of [...preparing.keys()]) await close(preparing, path);
    if (client) {
      await endLoading(client).catch(ignore);
      client.off("error", ignore);
      client.release();
    }
  }
  await finish(pool, isPostponed, summary, { onEvent, onProgress });
  if (!signal?.aborted) {
    const started = performance.now();
    // Even if nothing was stored now, because an earlier run may have been cut off after storing the same data sets.
    const derived = await deriveWaiting(
      { pool },
      {
        signal,
        onProgress: (done, total) => onProgress(done, total, "filings"),
        onRebuild: onProgress,
        onFailed(accessionNumbers, error) {
          summary.notDerived += accessionNumbers.length;
          const message = error instanceof Error ? error.message : String(error);
          onEvent({ kind: "not derived", accessionNumbers, message }, summary);
        },
      },
    );
    if (derived > 0) {
      onEvent({ kind: "derived", filings: derived, seconds: secondsSince(started) }, summary);
      await announce(databaseOn(pool), "many");
    }
  }
  const { filings, stored, alreadyThere, withProblems, dataSetsRefused } = summary;
  if (run) {
    await db
      .update(ingestRun)
      .set({ read: filings, stored, alreadyThere, withProblems, refused: dataSetsRefused, finishedAt: sql`now()` })
      .where(eq(ingestRun.ingestRunId, run.id));
  }
  log("ingest", { run: "data-set", ms: msSince(began), ...summary });
  return summary;
}

const ignore = () => undefined;

async function close(preparing: Map<string, Promise<PreparedDataSet>>, path: string) {
  const prepared = await preparing.get(path)?.catch(ignore);
  prepared?.file.close();
  preparing.delete(path);
}

const secondsSince = (started: number) => (performance.now() - started) / 1000;

function add(summary: DataSetSummary, loaded: LoadedDataSet) {
  summary.dataSets += 1;
  for (const name of [
    "filings",
    "stored",
    "alreadyThere",
    "rows",
    "withProblems",
    "differences",
    "refusedRows",
  ] as const) {
    summary[name] += loaded[name];
  }
}

/** Makes postponed indexes, and updates PostgreSQL's statistics. */
async function finish(
  pool: Connection["pool"],
  isPostponed: boolean,
  summary: DataSetSummary,
  { onEvent, onProgress }: Required<Pick<DataSetOptions, "onEvent" | "onProgress">>,
) {
  const client = await pool.connect();
  try {
    const started = performance.now();
    const onMade = (made: number, total: number) => onProgress(made, total, "row indexes");
    const indexes = isPostponed ? await makePostponedIndexes(client, { isOwn: true, beside: pool, onMade }) : 0;
    if (indexes > 0) onEvent({ kind: "indexes made", indexes, seconds: secondsSince(started) }, summary);
    if (summary.stored > 0) {
      await analyzeFilings(client);
      await announce(databaseOn(client), "many");
    }
  } finally {
    client.release();
  }
}

/** The size of all data sets: the total before any row is counted. */
async function startBytes(paths: string[], onMegabytes: (done: number, total: number) => void) {
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const file = await openDataSet(path, { hash: false }).catch(() => null);
    const size = file ? Object.values(file.sizes).reduce((sum, bytes) => sum + bytes, 0) : 0;
    file?.close();
    sizes.set(path, size);
  }
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  let before = 0;
  const MB = 1_000_000;
  const within = (bytes: number) => onMegabytes(Math.floor((before + bytes) / MB), Math.ceil(total / MB));
  return {
    within,
    next(path: string) {
      before += sizes.get(path) ?? 0;
      within(0);
    },
  };
}

import { getTableName } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { splitPiece } from "@/db/derive/derive-batch";
import type { RebuildOrder } from "@/db/derive/do-order";
import { batchesOf, deriveWithoutIssuer, WORTH_PROCESSES, waitingOrders } from "@/db/derive/issuer-batches";
import { planNotes, planPeriods } from "@/db/derive/plan-notes";
import * as rebuild from "@/db/derive/rebuild";
import { listWork, planWork, REBUILD_STAGES, type RebuildStage, sizeOfStage } from "@/db/derive/rebuild-work";
import { type DoOrders, withDerivers } from "@/db/derive/with-derivers";
import { filing, filingOwner, filingRow, footnote } from "@/db/schema";
import type { Connection } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";

/** Called with how many filings, notes, indexes or keys of a stage are done, and how many there are. */
export type RebuildProgress = (done: number, total: number, stage: RebuildStage) => void;

type Options = {
  /** Only if a rebuild was interrupted. */
  onlyBegun?: boolean;
  signal?: AbortSignal;
  onProgress?: RebuildProgress;
};
type Ways = { signal: AbortSignal; onProgress: RebuildProgress };

/**
 * Derives everything again from the filings into new tables, and then swaps them with the tables that pages read. An interrupted run
 * resumes where it stopped. Filings that cannot be derived keep what was derived from them before. They are queued, and so are the last
 * filings that were stored in the meantime: `deriveWaiting` tries them one by one, and reports those that fail.
 * @returns how many filings were derived; null if another program is doing this, or if it was interrupted.
 */
export async function rebuildDerived(
  { pool }: Pick<Connection, "pool">,
  { onlyBegun = false, signal = new AbortController().signal, onProgress = () => {} }: Options = {},
): Promise<number | null> {
  if (!rebuild.mayBeBeside(pool)) return onlyBegun ? null : deriveInPlace(pool, { signal, onProgress });
  return alone(pool, async (client) => {
    if (!(await rebuild.mayContinue(client, signal))) {
      if (onlyBegun || signal.aborted) return null;
      await rebuild.begin(client);
    }
    const beside = rebuild.connectBeside(pool);
    try {
      await plan(beside.pool);
      const { total } = await sizeOfStage(beside.pool, "issuers");
      const how = { inProcesses: total >= WORTH_PROCESSES, signal };
      const isDone = await withDerivers(beside.pool, how, async (doOrders) => {
        for (const stage of REBUILD_STAGES) {
          await prepare(beside.pool, stage, doOrders);
          if (!(await doStage(beside.pool, stage, doOrders, { signal, onProgress }))) return false;
        }
        return true;
      });
      if (!isDone) return null;
      const { total: filings } = await sizeOfStage(beside.pool, "issuers");
      // In new processes, because a closure that was recorded in the meantime has queued filings.
      const others = await withDerivers(beside.pool, how, (doOrders) => catchUp(beside.pool, doOrders, signal));
      return (await rebuild.exchange(client, signal)) ? filings + others : null;
    } finally {
      await beside.end();
    }
  });
}

/** Derives every issuer again in the tables that pages read, which takes several times as long. */
async function deriveInPlace(pool: Pool, { signal, onProgress }: Ways): Promise<number | null> {
  const batches = batchesOf(await listIssuers(pool));
  const total = batches.reduce((sum, { filings }) => sum + filings, 0);
  let done = 0;
  await withDerivers(pool, { inProcesses: total >= WORTH_PROCESSES, signal }, (doOrders) =>
    doOrders(
      batches.map(({ issuerCiks }) => ({ kind: "in place", issuerCiks, onlyWaiting: false })),
      {
        onDone(_, filings) {
          done += filings;
          onProgress(done, total, "issuers");
        },
      },
    ),
  );
  return signal.aborted ? null : done + (await deriveWithoutIssuer(pool, signal));
}

async function listIssuers(client: Pool | PoolClient): Promise<{ cik: string; filings: number }[]> {
  const { rows } = await client.query<{ cik: string; filings: number }>(
    "select issuer_cik as cik, count(*)::int as filings from filing where issuer_cik is not null group by 1 order by 1",
  );
  return rows;
}

/** Does work if no other program is working on a rebuild, and keeps others away meanwhile; null if one is. */
async function alone<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  // A lost connection fails the waiting query, which reports it; without a listener it would end the process.
  const ignore = () => undefined;
  client.on("error", ignore);
  let failed = true;
  try {
    if (!(await rebuild.lock(client))) return null;
    try {
      const result = await work(client);
      failed = false;
      return result;
    } finally {
      await rebuild.unlock(client).catch(ignore);
    }
  } finally {
    client.off("error", ignore);
    client.release(failed);
  }
}

/** Records all pieces of a rebuild that has just begun. */
const plan = (pool: Pool) =>
  inTransaction(pool, async (client) => {
    const { rows: planned } = await client.query("select from rebuild.work limit 1");
    if (planned.length > 0) return;
    const batches = batchesOf(await listIssuers(client)).map(({ issuerCiks, filings }) => ({
      size: filings,
      task: { issuerCiks },
    }));
    await planWork(client, "issuers", batches);
    await planPeriods(client);
    await planNotes(client);
    const indexes = await rebuild.listIndexes(client);
    await planWork(
      client,
      "indexes",
      indexes.map((index) => ({ size: 1, task: { index } })),
    );
    await planWork(
      client,
      "keys",
      rebuild.REBUILT.map((table) => ({ size: 1, task: { table } })),
    );
  });

/** Prepares a stage, before its pieces. Doing so again changes nothing. */
async function prepare(pool: Pool, stage: RebuildStage, doOrders: DoOrders): Promise<void> {
  const { total, done } = await sizeOfStage(pool, stage);
  if (done === total) return;
  if (stage === "issuers" && total >= WORTH_PROCESSES) await readAhead(pool);
  if (stage === "listing" || stage === "indexes") await rebuild.forgetChanged(pool);
  const tables = rebuild.READ_BY[stage];
  if (tables) {
    await makePrimaryKeys(pool, tables, doOrders);
    await rebuild.analyze(pool, tables);
  }
  if (stage === "keys") await rebuild.addKeys(pool);
  if (stage === "indexes" || stage === "keys") await rebuild.measure(pool, stage);
}

/** Builds the primary keys of some tables, several at a time. */
async function makePrimaryKeys(pool: Pool, tables: readonly string[], doOrders: DoOrders): Promise<void> {
  const names = new Set(await rebuild.listPrimaryKeys(pool, tables));
  const pieces = await listWork<{ index: string }>(pool, "indexes");
  await doOrders(
    pieces.filter(({ task }) => names.has(task.index)).map((piece) => ({ kind: "indexes" as const, ...piece })),
    {},
  );
}

/** @returns false if it was interrupted. */
async function doStage(pool: Pool, stage: RebuildStage, doOrders: DoOrders, { signal, onProgress }: Ways) {
  for (;;) {
    const orders = (await listWork(pool, stage)).map((piece) => ({ kind: stage, ...piece }) as RebuildOrder);
    if (orders.length === 0) return true;
    if (signal.aborted) return false;
    const { total, done: before } = await sizeOfStage(pool, stage);
    const begun = new Set<RebuildOrder>();
    let done = before;
    onProgress(done, total, stage);
    try {
      await doOrders(orders, {
        onBegin: (order) => begun.add(order as RebuildOrder),
        onDone(order) {
          begun.delete(order as RebuildOrder);
          done += (order as RebuildOrder).size;
          onProgress(done, total, stage);
        },
      });
    } catch (error) {
      // One of these may have ended its process, so its issuers are tried one by one.
      for (const order of begun) if (order.kind === "issuers") await splitPiece(pool, order).catch(() => undefined);
      throw error;
    }
  }
}

/** Derives again the filings that were stored while their issuers were being derived. The last few are left to the queue. */
const FEW = 500;
const MOST_ROUNDS = 5;

/** @returns how many filings without an issuer were derived. */
async function catchUp(pool: Pool, doOrders: DoOrders, signal: AbortSignal): Promise<number> {
  for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
    const { filings, orders } = await waitingOrders(pool);
    if (filings <= FEW) break;
    await doOrders(orders, {});
  }
  const others = await deriveWithoutIssuer(pool, signal);
  await rebuild.analyze(pool);
  return others;
}

/** The tables that are read for every filing. */
const TABLES = [filing, filingOwner, filingRow, footnote].map((table) => getTableName(table));

/**
 * Reads the filings in the order in which they are on disk, so that they are in memory when they are read by issuer. At 5 million
 * filings the disk gave 0.2 GB a second in order, and 600 filings a second by issuer. If there is too little memory, this wastes
 * a minute.
 */
const readAhead = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (client) => {
    // Counting by an index would not read the rows.
    await client.query("set local enable_indexonlyscan = off");
    for (const table of TABLES) await client.query(`select count(*) from ${table}`);
  });

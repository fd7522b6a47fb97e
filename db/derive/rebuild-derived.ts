import { getTableName } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { filing, filingOwner, filingRow, footnote } from "@/db/schema";
import type { Connection } from "@/db/server/client";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { noteIssuersBegun } from "./attempts";
import { listClosures } from "./closures";
import { putAllOnList, putOnList } from "./derive-batch";
import { deriveFiling } from "./derive-filing";
import type { Order } from "./do-order";
import { emptyDerived } from "./empty-derived";
import { rebuildListing } from "./rebuild-listing";
import { type NoteProgress, rebuildNotes } from "./rebuild-notes";
import { type DoOrders, withDerivers } from "./with-derivers";

/** Filings that are derived in one transaction: enough to read them together, few enough for little memory. */
const BATCH = 600;
/** Fewer are not worth another process, nor dropping the tables' keys. */
const WORTH_PROCESSES = 20_000;

type Options = {
  /** Only the issuers of queued filings, instead of all. */
  onlyWaiting?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Called only in a run from nothing, which reads notes after all filings; otherwise notes are read with their filings. */
  onNotes?: NoteProgress;
};

/**
 * Derives everything again from the filings, issuer by issuer. The filings of an issuer that cannot be derived are queued:
 * `deriveWaiting` tries them one by one, and reports those that fail.
 * @returns how many filings were derived.
 */
export async function rebuildDerived({ pool }: Pick<Connection, "pool">, options: Options = {}): Promise<number> {
  const client = await pool.connect();
  // A lost connection fails the waiting query, which reports it; without a listener it would end the process.
  const ignore = () => undefined;
  client.on("error", ignore);
  let failed = true;
  try {
    const makeKeys = (await isWorthEmptying(client, options)) ? await emptyDerived(client) : null;
    let filings: number;
    try {
      if (makeKeys) await readAhead(client);
      filings = await deriveAll(pool, { ...options, isFromNothing: makeKeys !== null });
    } finally {
      await makeKeys?.();
    }
    failed = false;
    return filings + (await deriveWithoutIssuer(pool, options.signal));
  } finally {
    client.off("error", ignore);
    client.release(failed);
  }
}

/** If most filings have to be derived, it is quicker to start from nothing. */
async function isWorthEmptying(client: PoolClient, { onlyWaiting = false }: Options): Promise<boolean> {
  const { rows } = await client.query<{ filings: number; waiting: number; hasFailed: boolean }>(
    `select (select count(*) from filing)::int as filings, (select count(*) from filing_to_derive)::int as waiting,
      exists (select from filing_to_derive where failures > 0) as "hasFailed"`,
  );
  const [{ filings, waiting, hasFailed } = { filings: 0, waiting: 0, hasFailed: false }] = rows;
  // Starting from nothing would forget which filings failed, and fail at them again.
  return filings >= WORTH_PROCESSES && (!onlyWaiting || (waiting * 2 > filings && !hasFailed));
}

async function deriveAll(
  pool: Pool,
  { onlyWaiting = false, signal, onProgress = () => {}, onNotes, isFromNothing }: Options & { isFromNothing: boolean },
): Promise<number> {
  const waits =
    onlyWaiting && !isFromNothing
      ? // Leave out issuers with a filing that failed before: these are tried one filing at a time.
        `where issuer_cik in (
          select issuer_cik from filing join filing_to_derive using (accession_number) group by 1 having max(failures) = 0)`
      : "";
  const { rows: issuers } = await pool.query<{ cik: string | null; filings: number }>(
    `select issuer_cik as cik, count(*)::int as filings from filing ${waits} group by 1 order by 1`,
  );
  const total = issuers.reduce((sum, { filings }) => sum + filings, 0);
  const orders = batchesOf(issuers).map((issuerCiks) => ({
    kind: "issuers" as const,
    issuerCiks,
    isFromNothing,
    onlyWaiting,
  }));
  const options = { inProcesses: total >= WORTH_PROCESSES, signal: signal ?? new AbortController().signal };
  return withDerivers(pool, options, async (doOrders) => {
    const done = await deriveIssuersOf(pool, orders, doOrders, (filings) => onProgress(filings, total));
    if (isFromNothing) {
      await rebuildListing(pool, doOrders);
      await rebuildNotes(pool, doOrders, onNotes);
    }
    return done;
  });
}

type OfIssuers = Extract<Order, { kind: "issuers" }>;

async function deriveIssuersOf(
  pool: Pool,
  orders: readonly OfIssuers[],
  doOrders: DoOrders,
  onProgress: (filings: number) => void,
): Promise<number> {
  const open = new Set<Order>(orders);
  const begun = new Set<Order>();
  let done = 0;
  try {
    await doOrders(orders, {
      onBegin: (order) => begun.add(order),
      onDone(order, filings) {
        open.delete(order);
        done += filings;
        onProgress(done);
      },
    });
  } finally {
    const left = orders.filter((order) => order.isFromNothing && open.has(order));
    if (left.length * 2 > orders.length) await putAllOnList(pool);
    else if (left.length > 0) {
      await putOnList(
        pool,
        left.flatMap(({ issuerCiks }) => issuerCiks),
      );
    }
    // One of these may have ended its process, so they are tried one filing at a time, after all others.
    const suspects = left.filter((order) => begun.has(order)).flatMap(({ issuerCiks }) => issuerCiks);
    if (suspects.length > 0) await noteIssuersBegun(pool, suspects);
  }
  return done;
}

function batchesOf(issuers: readonly { cik: string | null; filings: number }[]): string[][] {
  const batches: string[][] = [];
  let size = BATCH;
  for (const { cik, filings } of issuers) {
    if (cik === null) continue;
    if (size + filings > BATCH) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(cik);
    size += filings;
  }
  return batches;
}

/** A filing without a known issuer is derived alone. One that cannot be derived stays in the queue. */
async function deriveWithoutIssuer(pool: Pool, signal?: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `insert into filing_to_derive select accession_number from filing where issuer_cik is null
      on conflict (accession_number) do update set accession_number = excluded.accession_number
      returning accession_number as "accessionNumber"`,
  );
  const closures = await listClosures(pool);
  let done = 0;
  for (const { accessionNumber } of rows) {
    if (signal?.aborted) break;
    try {
      await deriveFiling(pool, accessionNumber, closures);
      done++;
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
    }
  }
  return done;
}

/** The tables that are read for every filing. */
const TABLES = [filing, filingOwner, filingRow, footnote].map((table) => getTableName(table));

/**
 * Reads the filings in the order in which they are on disk, so that they are in memory when they are read by issuer. At 5 million
 * filings the disk gave 0.2 GB a second in order, and 600 filings a second by issuer. If there is too little memory, this wastes
 * a minute.
 */
async function readAhead(client: PoolClient): Promise<void> {
  await client.query("begin");
  // Counting by an index would not read the rows.
  await client.query("set local enable_indexonlyscan = off");
  for (const table of TABLES) await client.query(`select count(*) from ${table}`);
  await client.query("commit");
}

import { availableParallelism } from "node:os";
import type { Pool, PoolClient } from "pg";
import type { Connection } from "@/db/client";
import { listClosures } from "@/db/derive/closures";
import { deriveBatch, putOnList } from "@/db/derive/derive-batch";
import { deriveFiling } from "@/db/derive/derive-filing";
import { type Order, startDeriver } from "@/db/derive/deriver";
import { emptyDerived } from "@/db/derive/empty-derived";
import { isConnectionLoss } from "@/db/server/connection-loss";

/** Filings that are derived in one transaction: enough to read them together, few enough for little memory. */
const BATCH = 600;
/** Fewer are not worth another process, nor making the tables' keys anew. */
const WORTH_PROCESSES = 20_000;

type Options = {
  /** Only the issuers of filings that wait; else of all. */
  onlyWaiting?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Derives everything anew from the filings, issuer by issuer. The filings of an issuer that cannot be derived are on the list
 * of those that wait: `deriveWaiting` tries them one by one, and tells of those that fail.
 * @returns how many filings were derived.
 */
export async function rebuildDerived({ pool }: Pick<Connection, "pool">, options: Options = {}): Promise<number> {
  const client = await pool.connect();
  // A lost connection fails the query that waits for it, which says so; unheard here it would end the process.
  const ignore = () => undefined;
  client.on("error", ignore);
  let failed = true;
  try {
    const makeKeys = (await isWorthEmptying(client, options)) ? await emptyDerived(client) : null;
    let filings: number;
    try {
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

/** Where most of what there is has to be derived, it is quicker to begin with nothing. */
async function isWorthEmptying(client: PoolClient, { onlyWaiting = false }: Options): Promise<boolean> {
  const { rows } = await client.query<{ filings: number; waiting: number }>(
    "select (select count(*) from filing)::int as filings, (select count(*) from filing_to_derive)::int as waiting",
  );
  const [{ filings, waiting } = { filings: 0, waiting: 0 }] = rows;
  return filings >= WORTH_PROCESSES && (!onlyWaiting || waiting * 2 > filings);
}

async function deriveAll(
  pool: Pool,
  { onlyWaiting = false, signal, onProgress = () => {}, isFromNothing }: Options & { isFromNothing: boolean },
): Promise<number> {
  const waits =
    onlyWaiting && !isFromNothing
      ? "where issuer_cik in (select issuer_cik from filing join filing_to_derive using (accession_number))"
      : "";
  const { rows: issuers } = await pool.query<{ cik: string | null; filings: number }>(
    `select issuer_cik as cik, count(*)::int as filings from filing ${waits} group by 1 order by 1`,
  );
  const total = issuers.reduce((sum, { filings }) => sum + filings, 0);
  const batches = batchesOf(issuers);
  const open = new Set(batches);
  let done = 0;
  const work = async (derive: (order: Order) => Promise<number>) => {
    for (;;) {
      const batch = signal?.aborted ? undefined : batches.shift();
      if (!batch) return;
      const filings = await derive({ issuerCiks: batch, isFromNothing });
      open.delete(batch);
      done += filings;
      onProgress(done, total);
    }
  };
  try {
    await inProcesses(pool, total, work);
  } finally {
    if (isFromNothing && open.size > 0) await putOnList(pool, [...open].flat());
  }
  return done;
}

/** Deriving is work for a processor: on several cores it is done by several processes. */
async function inProcesses(
  pool: Pool,
  filings: number,
  work: (derive: (order: Order) => Promise<number>) => Promise<void>,
): Promise<void> {
  const url = pool.options.connectionString;
  if (url === undefined || filings < WORTH_PROCESSES) {
    const closures = await listClosures(pool);
    return work(({ issuerCiks, isFromNothing }) => deriveBatch(pool, issuerCiks, { closures, isFromNothing }));
  }
  const derivers = Array.from({ length: Math.min(availableParallelism(), 8) }, () => startDeriver(url));
  try {
    await Promise.all(derivers.map(({ derive }) => work(derive)));
  } finally {
    for (const deriver of derivers) deriver.end();
  }
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

/** A filing whose issuer is not known stands alone. One that cannot be derived stays on the list. */
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

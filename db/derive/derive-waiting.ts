import type { Pool } from "pg";
import { noteBegun, noteFailed, noteNotTried } from "@/db/derive/attempts";
import { listClosures } from "@/db/derive/closures";
import { deriveFiling } from "@/db/derive/derive-filing";
import { WORTH_PROCESSES, waitingOrders } from "@/db/derive/issuer-batches";
import { putListing } from "@/db/derive/put-listing";
import { type RebuildProgress, rebuildDerived } from "@/db/derive/rebuild-derived";
import { withDerivers } from "@/db/derive/with-derivers";
import type { Connection } from "@/db/server/client";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { mayRetry } from "@/db/server/may-retry";
import { plural } from "@/lib/values/counts";
import { findConnectedTo } from "./find-connected";

/**
 * With more filings in the queue, whole issuers are derived again, because the same connected filings would come up too often.
 */
const MANY = 5_000;
/** From here on, issuers are derived whole if one in 20 of their filings is queued, because 20 together take as long as one alone. */
const SOME = 100;
const DENSE = 20;
const AT_ONCE = 500;

export type DeriveWaitingOptions = {
  signal?: AbortSignal;
  /** Whether to leave filings that failed before for another time. */
  onlyFresh?: boolean;
  /** Called with the filings done and how many there are. */
  onProgress?: (done: number, total: number) => void;
  /** Called instead while everything is derived again, because most filings are queued. */
  onRebuild?: RebuildProgress;
  /** Called with connected filings that were queued and could not be derived. */
  onFailed?: (accessionNumbers: readonly string[], error: unknown) => void;
};

/**
 * Derives the queued filings: those stored since the derived tables were last up to date. A filing that cannot be derived stays
 * in the queue after all others, with the reason; it is reported and does not stop others. @returns how many filings were
 * derived.
 */
export async function deriveWaiting(
  { pool }: Pick<Connection, "pool">,
  {
    signal = new AbortController().signal,
    onlyFresh = false,
    onProgress = () => {},
    onRebuild,
    onFailed = sayFailed,
  }: DeriveWaitingOptions = {},
): Promise<number> {
  const failed = new Set<string>();
  let mayDeriveTogether = true;
  let done = 0;

  const deriveOne = async (accessionNumber: string, closures: ReadonlySet<string>) => {
    try {
      await deriveFiling(pool, accessionNumber, closures);
      done++;
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      failed.add(accessionNumber);
      if (mayRetry(error)) {
        await noteNotTried(pool, [accessionNumber]);
        return;
      }
      const alike = await listWaitingWith(pool, accessionNumber);
      for (const number of alike) failed.add(number);
      await noteFailed(pool, alike, error);
      // Lists still find it, by what the filing itself says.
      await putListing(pool, alike);
      onFailed(alike, error);
    }
  };

  for (;;) {
    const fresh = await listFresh(pool, failed);
    const waiting = fresh.length > 0 || onlyFresh ? fresh : await listFailed(pool, failed);
    if (waiting.length === 0 || signal.aborted) return done;
    if (fresh.length > MANY && (await areMostWaiting(pool))) {
      const filings = await rebuildDerived({ pool }, { signal, onProgress: onRebuild });
      // Another program is deriving them.
      if (filings === null) return done;
      done += filings;
      continue;
    }
    if (fresh.length > SOME && mayDeriveTogether) {
      const before = done;
      const most = fresh.length > MANY ? undefined : DENSE;
      await deriveTogether(pool, { signal, most }, (filings, total) => {
        done = before + filings;
        onProgress(done, before + total);
      });
      // The rest cannot be derived together with all filings on its issuer.
      mayDeriveTogether = false;
      continue;
    }
    // After the queue: a new closure adds filings to it.
    const closures = await listClosures(pool);
    const total = done + waiting.length;
    // Filings that never failed are recorded together, in one commit. One that failed is recorded alone, so that we know which it
    // was.
    const batch = waiting.slice(0, fresh.length > 0 ? AT_ONCE : 1);
    await noteBegun(pool, batch);
    for (const [index, accessionNumber] of batch.entries()) {
      if (signal.aborted) {
        await noteNotTried(pool, batch.slice(index));
        return done;
      }
      if (!failed.has(accessionNumber)) await deriveOne(accessionNumber, closures);
      onProgress(done, total);
    }
  }
}

/** If most filings are queued, it is quicker to derive all of them from scratch, unless some failed: we would forget which. */
async function areMostWaiting(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ filings: number; waiting: number; hasFailed: boolean }>(
    `select (select count(*) from filing)::int as filings, (select count(*) from filing_to_derive)::int as waiting,
      exists (select from filing_to_derive where failures > 0) as "hasFailed"`,
  );
  const [{ filings, waiting, hasFailed } = { filings: 0, waiting: 0, hasFailed: false }] = rows;
  return filings >= WORTH_PROCESSES && waiting * 2 > filings && !hasFailed;
}

/** Derives the issuers of queued filings, each as a whole. */
async function deriveTogether(
  pool: Pool,
  { signal, most }: { signal: AbortSignal; most?: number },
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { filings, orders } = await waitingOrders(pool, most);
  let done = 0;
  await withDerivers(pool, { inProcesses: filings >= WORTH_PROCESSES, signal }, (doOrders) =>
    doOrders(orders, {
      onDone(_, count) {
        done += count;
        onProgress(done, filings);
      },
    }),
  );
}

const listFresh = (pool: Pool, failed: ReadonlySet<string>) => list(pool, failed, "failures = 0", "accession_number");

const listFailed = (pool: Pool, failed: ReadonlySet<string>) =>
  list(pool, failed, "failures > 0", "failures, accession_number");

async function list(pool: Pool, failed: ReadonlySet<string>, condition: string, order: string): Promise<string[]> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `select accession_number as "accessionNumber" from filing_to_derive
      where ${condition} and accession_number <> all($2) order by ${order} limit $1`,
    [MANY + 1, [...failed]],
  );
  return rows.map((row) => row.accessionNumber);
}

/** Connected filings are derived together, and fail together. */
async function listWaitingWith(pool: Pool, accessionNumber: string): Promise<string[]> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `select accession_number as "accessionNumber" from filing_to_derive where accession_number = any($1) order by 1`,
    [await findConnectedTo(pool, accessionNumber)],
  );
  return rows.map((row) => row.accessionNumber);
}

export const sayFailed = (accessionNumbers: readonly string[], error: unknown) =>
  console.error(notDerivedSentence(accessionNumbers, error instanceof Error ? error.message : String(error)));

export function notDerivedSentence([first, ...others]: readonly string[], message: string): string {
  const which =
    others.length > 0
      ? `${first} and ${plural(others.length, "other")} that ${others.length === 1 ? "shares" : "share"} its owners`
      : first;
  return `We could not derive totals, checks and links from filing ${which}, so pages do not show them: ${message}`;
}

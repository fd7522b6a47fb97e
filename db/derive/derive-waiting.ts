import type { Pool } from "pg";
import type { Connection } from "@/db/client";
import { listClosures } from "@/db/derive/closures";
import { deriveFiling } from "@/db/derive/derive-filing";
import { findCircleOf } from "@/db/derive/find-circle";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { isConnectionLoss } from "@/db/server/connection-loss";

/** With more filings than these on the list, whole issuers are derived anew: a circle would come round too often. */
const MANY = 5_000;
const AT_ONCE = 500;

type Options = {
  signal?: AbortSignal;
  /** Told of filings done and of how many there are. */
  onProgress?: (done: number, total: number) => void;
  /** Told of filings that could not be derived: those of a circle that wait. */
  onFailed?: (accessionNumbers: readonly string[], error: unknown) => void;
};

/**
 * Derives what waits: filings that were stored since the derived tables were last up to date. What cannot be derived stays on
 * the list, is told of, and stops no other. @returns how many filings were done.
 */
export async function deriveWaiting(
  { pool }: Pick<Connection, "pool">,
  { signal, onProgress = () => {}, onFailed = sayFailed }: Options = {},
): Promise<number> {
  const failed = new Set<string>();
  let mayRebuild = true;
  let done = 0;
  for (;;) {
    const waiting = await listWaiting(pool, failed);
    if (waiting.length === 0 || signal?.aborted) return done;
    if (waiting.length > MANY && mayRebuild) {
      const before = done;
      done += await rebuildDerived(
        { pool },
        { signal, onlyWaiting: true, onProgress: (n, total) => onProgress(before + n, before + total) },
      );
      // What is left then cannot be derived with all of its issuer.
      mayRebuild = false;
      continue;
    }
    // After the list: a closure puts filings on it when it is learned of.
    const closures = await listClosures(pool);
    const total = done + waiting.length;
    for (const accessionNumber of waiting.slice(0, AT_ONCE)) {
      if (signal?.aborted) return done;
      if (failed.has(accessionNumber)) continue;
      try {
        await deriveFiling(pool, accessionNumber, closures);
        done++;
      } catch (error) {
        if (isConnectionLoss(error)) throw error;
        const alike = await listWaitingOfCircle(pool, accessionNumber);
        for (const number of [accessionNumber, ...alike]) failed.add(number);
        onFailed(alike, error);
      }
      onProgress(done, total);
    }
  }
}

async function listWaiting(pool: Pool, failed: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `select accession_number as "accessionNumber" from filing_to_derive where accession_number <> all($2) order by 1 limit $1`,
    [MANY + 1, [...failed]],
  );
  return rows.map((row) => row.accessionNumber);
}

/** They are derived together, and fail together. */
async function listWaitingOfCircle(pool: Pool, accessionNumber: string): Promise<string[]> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `select accession_number as "accessionNumber" from filing_to_derive where accession_number = any($1) order by 1`,
    [await findCircleOf(pool, accessionNumber)],
  );
  return rows.map((row) => row.accessionNumber);
}

export function sayFailed(accessionNumbers: readonly string[], error: unknown) {
  const [first, ...others] = accessionNumbers;
  const who = others.length > 0 ? `${first} and ${others.length} more of its owners` : first;
  console.error(`What follows from filing ${who} could not be derived, and pages lack it: ${error}`);
}

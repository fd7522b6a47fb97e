import type { Pool } from "pg";
import { listClosures } from "@/db/derive/closures";
import { deriveFiling } from "@/db/derive/derive-filing";
import type { Order } from "@/db/derive/do-order";
import { isConnectionLoss } from "@/db/server/connection-loss";

/** How many filings are derived in one transaction: enough to gain from reading them together, few enough to save memory. */
const BATCH = 600;
/** Fewer filings are not worth another process. */
export const WORTH_PROCESSES = 20_000;

type Issuer = { cik: string; filings: number };
type Batch = { issuerCiks: string[]; filings: number };

export function batchesOf(issuers: readonly Issuer[]): Batch[] {
  const batches: Batch[] = [];
  for (const { cik, filings } of issuers) {
    const last = batches.at(-1);
    if (last && last.filings + filings <= BATCH) {
      last.issuerCiks.push(cik);
      last.filings += filings;
    } else batches.push({ issuerCiks: [cik], filings });
  }
  return batches;
}

/**
 * Orders for the issuers of queued filings, without those with a filing that failed: these are tried one filing at a time.
 * @param most filings of an issuer for each that is queued; with more, deriving them one by one is quicker
 */
export async function waitingOrders(
  pool: Pool,
  most = Number.POSITIVE_INFINITY,
): Promise<{ filings: number; orders: Order[] }> {
  const { rows: issuers } = await pool.query<Issuer>(
    `with waiting as (
        select issuer_cik as cik, count(*) as waiting from filing join filing_to_derive using (accession_number)
        where issuer_cik is not null group by 1 having max(failures) = 0)
      select cik, filings from waiting cross join lateral (
        select count(*)::int as filings from filing where issuer_cik = cik) as whole
      where filings <= waiting * $1::float8 order by 1`,
    [most],
  );
  const batches = batchesOf(issuers);
  return {
    filings: batches.reduce((sum, { filings }) => sum + filings, 0),
    orders: batches.map(({ issuerCiks }) => ({ kind: "in place", issuerCiks, onlyWaiting: true })),
  };
}

/** A filing without a known issuer is derived alone. One that cannot be derived stays in the queue. @returns how many were. */
export async function deriveWithoutIssuer(pool: Pool, signal: AbortSignal): Promise<number> {
  const { rows } = await pool.query<{ accessionNumber: string }>(
    `insert into filing_to_derive select accession_number from filing where issuer_cik is null
      on conflict (accession_number) do update set accession_number = excluded.accession_number
      returning accession_number as "accessionNumber"`,
  );
  const closures = await listClosures(pool);
  let done = 0;
  for (const { accessionNumber } of rows) {
    if (signal.aborted) break;
    try {
      await deriveFiling(pool, accessionNumber, closures);
      done++;
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
    }
  }
  return done;
}

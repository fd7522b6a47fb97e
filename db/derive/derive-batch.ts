import type { Pool } from "pg";
import { noteIssuersBegun } from "@/db/derive/attempts";
import { type DeriveOptions, deriveIssuers } from "@/db/derive/derive-issuers";
import { isConnectionLoss } from "@/db/server/connection-loss";

/**
 * Derives some issuers together. If that fails, it derives them one by one, so that a single odd filing does not stop others. The
 * filings of an issuer that cannot be derived are queued. @returns how many filings were derived.
 */
export async function deriveBatch(pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> {
  if (options.onlyWaiting) await noteIssuersBegun(pool, issuerCiks);
  return deriveNoted(pool, issuerCiks, options);
}

async function deriveNoted(pool: Pool, issuerCiks: readonly string[], options: DeriveOptions): Promise<number> {
  try {
    return await deriveIssuers(pool, issuerCiks, options);
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    const [issuerCik, ...others] = issuerCiks;
    if (issuerCik !== undefined && others.length === 0) {
      await putOnList(pool, [issuerCik]);
      return 0;
    }
  }
  let filings = 0;
  for (const issuerCik of issuerCiks) filings += await deriveNoted(pool, [issuerCik], options);
  return filings;
}

/** Queues all filings on some issuers. */
export const putOnList = (pool: Pool, issuerCiks: readonly string[]) =>
  pool.query(
    "insert into filing_to_derive select accession_number from filing where issuer_cik = any($1) on conflict do nothing",
    [issuerCiks],
  );

/** Queues all filings, in the order of their numbers: many times as fast as by issuer, if most are queued. */
export const putAllOnList = (pool: Pool) =>
  pool.query("insert into filing_to_derive select accession_number from filing order by 1 on conflict do nothing");

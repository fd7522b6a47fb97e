import type { Pool } from "pg";
import { noteIssuersBegun } from "@/db/derive/attempts";
import { type DeriveOptions, deriveIssuers } from "@/db/derive/derive-issuers";
import { isConnectionLoss } from "@/db/server/connection-loss";

/**
 * Derives some issuers together; where that fails, one by one, so that a single odd filing stops no other. The filings of an
 * issuer that cannot be derived stay, or are put, on the list of those that wait. @returns how many filings were derived.
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

/** All filings on some issuers are still to be derived. */
export const putOnList = (pool: Pool, issuerCiks: readonly string[]) =>
  pool.query(
    "insert into filing_to_derive select accession_number from filing where issuer_cik = any($1) on conflict do nothing",
    [issuerCiks],
  );

/** In the order of their numbers: many times as fast as by issuer, where most are left. */
export const putAllOnList = (pool: Pool) =>
  pool.query("insert into filing_to_derive select accession_number from filing order by 1 on conflict do nothing");

import type { Pool } from "pg";
import { readableText } from "@/lib/values/readable-text";
import { shortened } from "@/lib/values/text-limit";

/**
 * Notes that filings are about to be derived, in a transaction of its own. A filing that is derived leaves the list; one
 * whose derivation is cut off, with the process or the machine, keeps this mark.
 */
export const noteBegun = (pool: Pool, accessionNumbers: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = failures + 1, last_failure = null, last_failed_at = now()
      where accession_number = any($1)`,
    [accessionNumbers],
  );

/** The same for all filings on some issuers that wait. */
export const noteIssuersBegun = (pool: Pool, issuerCiks: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = failures + 1, last_failure = null, last_failed_at = now()
      from filing where filing.accession_number = filing_to_derive.accession_number and issuer_cik = any($1)`,
    [issuerCiks],
  );

/** Takes back that an attempt was begun: it was never made, or another process was in its way. */
export const noteNotTried = (pool: Pool, accessionNumbers: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = greatest(failures - 1, 0), last_failed_at = null
      where accession_number = any($1)`,
    [accessionNumbers],
  );

/** Says why filings could not be derived; those that were to be derived with the one that was tried fail with it. */
export const noteFailed = (pool: Pool, accessionNumbers: readonly string[], error: unknown) =>
  pool.query(
    `update filing_to_derive set failures = greatest(failures, 1), last_failure = $2, last_failed_at = now()
      where accession_number = any($1)`,
    [accessionNumbers, readableText(shortened(error instanceof Error ? error.message : String(error)))],
  );

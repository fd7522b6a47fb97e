import type { Pool } from "pg";
import { readableText } from "@/lib/values/readable-text";
import { shortened } from "@/lib/values/text-limit";

/**
 * Records that filings are about to be derived, in a transaction of its own. A derived filing leaves the queue. If its derivation
 * is cut off, with the process or the machine, the record remains.
 */
export const noteBegun = (pool: Pool, accessionNumbers: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = failures + 1, last_failure = null, last_failed_at = now()
      where accession_number = any($1)`,
    [accessionNumbers],
  );

/** The same for all queued filings on some issuers. */
export const noteIssuersBegun = (pool: Pool, issuerCiks: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = failures + 1, last_failure = null, last_failed_at = now()
      from filing where filing.accession_number = filing_to_derive.accession_number and issuer_cik = any($1)`,
    [issuerCiks],
  );

/** Takes back the record of an attempt that was never made, or that another process prevented. */
export const noteNotTried = (pool: Pool, accessionNumbers: readonly string[]) =>
  pool.query(
    `update filing_to_derive set failures = greatest(failures - 1, 0), last_failed_at = null
      where accession_number = any($1)`,
    [accessionNumbers],
  );

/** Records why filings could not be derived. Queued filings connected with the one that was tried fail with it. */
export const noteFailed = (pool: Pool, accessionNumbers: readonly string[], error: unknown) =>
  pool.query(
    `update filing_to_derive set failures = greatest(failures, 1), last_failure = $2, last_failed_at = now()
      where accession_number = any($1)`,
    [accessionNumbers, readableText(shortened(error instanceof Error ? error.message : String(error)))],
  );

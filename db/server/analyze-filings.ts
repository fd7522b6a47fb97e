import type { Pool, PoolClient } from "pg";

/** Lets PostgreSQL count again: it plans queries by what it counted last. */
export const analyzeFilings = (client: Pool | PoolClient) =>
  client.query("analyze filing, filing_owner, filing_row, footnote, signature, issuer, issuer_name, owner, owner_name");

/** Fewer new filings do not change how queries are planned. */
const MANY = 200;
/** PostgreSQL counts again by itself as well, but only once a minute. */
const FAR_MORE = 2;

/**
 * Keeps the plans of queries right while many filings come in. Plans made for empty tables take more than half of the time of a
 * first load.
 * @returns a function to call with the number of filings that have come in
 */
export function analyzeAsFilingsCome(pool: Pool): (stored: number) => Promise<void> {
  let due = MANY;
  return async (stored) => {
    if (stored < due) return;
    due = FAR_MORE * stored;
    const { rows } = await pool.query<{ isLittle: boolean }>(
      `select reltuples < $1 as "isLittle" from pg_class where oid = 'filing'::regclass`,
      [stored],
    );
    if (rows[0]?.isLittle) await analyzeFilings(pool);
  };
}

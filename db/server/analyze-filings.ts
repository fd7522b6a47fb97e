import type { Pool, PoolClient } from "pg";

/** Updates the statistics from which PostgreSQL plans queries. */
export const analyzeFilings = (client: Pool | PoolClient) =>
  client.query("analyze filing, filing_owner, filing_row, footnote, signature, issuer, issuer_name, owner, owner_name");

/** Fewer filings do not change any plan. */
const MANY = 200;
/** Autovacuum analyzes too, but only once a minute. */
const FAR_MORE = 2;

/**
 * Keeps the statistics current during a large load. With plans made for empty tables, a first load takes more than twice as long.
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

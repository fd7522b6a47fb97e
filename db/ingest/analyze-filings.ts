import type { Pool, PoolClient } from "pg";

/** Lets PostgreSQL count again: it plans queries by what it counted last, perhaps in empty tables. */
export const analyzeFilings = (client: Pool | PoolClient) =>
  client.query("analyze filing, filing_owner, filing_row, footnote, signature, issuer, issuer_name, owner, owner_name");

/** Fewer new filings do not change how queries are planned. */
const MANY = 200;

/** After many new filings, unless far more were there when PostgreSQL counted last: then it does so by itself, in its own time. */
export async function analyzeAfterMany(pool: Pool, stored: number) {
  if (stored < MANY) return;
  const { rows } = await pool.query<{ isLittle: boolean }>(
    `select reltuples < $1 as "isLittle" from pg_class where oid = 'filing'::regclass`,
    [stored],
  );
  if (rows[0]?.isLittle) await analyzeFilings(pool);
}

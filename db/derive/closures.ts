import type { Pool } from "pg";

/** Days without a list of filings: EDGAR was closed, whatever the calendar says. */
export async function listClosures(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ day: string }>("select day::text from index_day where state = 'absent'");
  return new Set(rows.map(({ day }) => day));
}

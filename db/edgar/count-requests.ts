import type { Pool } from "pg";

/** Counts a request to EDGAR by the status of its answer, or as `failed` where none came. */
export type CountRequest = (status: number | "failed") => Promise<void>;

/** Counts in the database, as several processes may ask EDGAR. */
export const requestCounter =
  (pool: Pool): CountRequest =>
  async (status) => {
    await pool.query({
      name: "count_edgar_request",
      text: `insert into edgar_request_count values ((now() at time zone 'UTC')::date, $1, 1)
        on conflict (day, status) do update set requests = edgar_request_count.requests + 1`,
      values: [String(status)],
    });
  };

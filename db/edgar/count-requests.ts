import type { Pool } from "pg";

/** Counts a request to EDGAR by the status of its answer, or as `failed` if there was none. */
export type CountRequest = (status: number | "failed") => Promise<void>;

/** Counts in the database, because several processes may send requests to EDGAR. */
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

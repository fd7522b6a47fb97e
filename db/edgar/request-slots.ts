import type { Pool } from "pg";
import { type Clock, realClock } from "@/db/edgar/clock";

/** Fair access is 10 requests a second for all machines of a user. At one per 150 ms, no second has more than 8. */
const SLOT_MS = 150;

/** A slot that is not used within this time is dropped: two requests together would be a burst. */
const LATEST_MS = 100;

/** Called when a pause begins, so that it can be reported. */
export type PauseNotice = { kind: "paused"; until: Date; reason: string };

export type RequestSlots = {
  /** Waits for this process's turn. Callers are served in order, one at a time. */
  take: (signal?: AbortSignal) => Promise<void>;
  /** Pauses every process of the installation. */
  pause: (ms: number, reason: string) => Promise<void>;
};

type Options = { intervalMs?: number; clock?: Clock; tell?: (notice: PauseNotice) => void };

/** The installation's one limiter: a row that says when the next request may leave. */
export function requestSlots(
  pool: Pool,
  { intervalMs = SLOT_MS, clock = realClock, tell = () => {} }: Options = {},
): RequestSlots {
  let queue: Promise<unknown> = Promise.resolve();
  let told = 0;

  const takeNow = async (signal?: AbortSignal) => {
    for (;;) {
      signal?.throwIfAborted();
      const { pausedMs, waitMs, reason } = await reserve(pool, intervalMs);
      const until = clock.now() + pausedMs;
      if (pausedMs > 0) {
        // The end of a pause is computed again each time, with slight differences.
        if (Math.abs(until - told) > 1_000) tell({ kind: "paused", until: new Date(until), reason });
        told = until;
        await clock.sleep(pausedMs, signal);
        continue;
      }
      const due = clock.now() + waitMs;
      if (waitMs > 0) await clock.sleep(waitMs, signal);
      if (clock.now() - due <= LATEST_MS) return;
    }
  };

  return {
    take(signal) {
      const turn = queue.then(() => takeNow(signal));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async pause(ms, reason) {
      await pool.query(
        `update edgar_slot set paused_until = greatest(paused_until, clock_timestamp() + $1 * interval '1 ms'), pause_reason = $2`,
        [ms, reason],
      );
    },
  };
}

/** The next slot, unless there is a pause. Times are the database's, because the clocks of two machines may differ. */
async function reserve(pool: Pool, intervalMs: number) {
  const { rows } = await pool.query<{ paused: number | null; wait: number; reason: string | null }>({
    name: "reserve_edgar_slot",
    text: `update edgar_slot
      set next_at = case
          when paused_until > c.now then next_at
          else greatest(next_at, c.now) + $1 * interval '1 ms' end
      from (select clock_timestamp() as now) c
      returning (extract(epoch from paused_until - c.now) * 1000)::float8 as paused,
        (extract(epoch from next_at - c.now) * 1000)::float8 - $1 as wait, pause_reason as reason`,
    values: [intervalMs],
  });
  const [row] = rows;
  if (row) return { pausedMs: Math.max(0, row.paused ?? 0), waitMs: Math.max(0, row.wait), reason: row.reason ?? "" };
  await pool.query("insert into edgar_slot default values on conflict do nothing");
  return reserve(pool, intervalMs);
}

import type { Pool } from "pg";
import type { Order } from "@/db/derive/do-order";
import { type FilingPeriod, putStretchOnList } from "@/db/derive/note-parts";
import type { DoOrders } from "@/db/derive/with-derivers";

/** Notes for each part of the texts. Each part goes through all notes once. */
const PART = 1_500_000;
/**
 * The least number of filings whose lines are written together, in whole months: filings of a month are near each other on disk.
 */
const STRETCH = 10_000;

/** Called with the notes that are read, and then with those that can be searched. */
export type NoteProgress = (done: number, total: number, unit: "notes read" | "notes to search") => void;

/** Reads all notes and writes their search lines, if there are none yet. Filings that are not done at the end are queued. */
export async function rebuildNotes(pool: Pool, doOrders: DoOrders, onProgress: NoteProgress = () => {}): Promise<void> {
  const total = await countNotes(pool);
  const parts = Math.max(1, Math.ceil(total / PART));
  const texts = Array.from({ length: parts }, (_, part): Order => ({ kind: "facts", part, parts }));
  const stretches = (await listStretches(pool)).map((period) => ({ kind: "lines" as const, ...period }));
  const unread = new Set(texts);
  const unwritten = new Set<Order>(stretches);
  let done = 0;
  const onPart = (notes: number) => {
    done += notes;
    onProgress(done, total, "notes read");
  };
  try {
    await doOrders(texts, { onDone: (order) => unread.delete(order), onPart });
    if (unread.size > 0) return;
    // The search lines look up the facts of their texts.
    await pool.query("analyze stated_facts");
    done = 0;
    await doOrders(stretches, {
      onDone(order, lines) {
        unwritten.delete(order);
        done += lines;
        onProgress(done, total, "notes to search");
      },
    });
  } finally {
    const left = unread.size > 0 ? [ALL] : stretches.filter((stretch) => unwritten.has(stretch));
    for (const stretch of left) await putStretchOnList(pool, stretch);
  }
}

const ALL: FilingPeriod = { from: "-infinity", to: "infinity" };

async function countNotes(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ notes: number }>(
    "select ((select count(*) from footnote) + (select count(*) from filing where remarks <> ''))::int as notes",
  );
  return rows[0]?.notes ?? 0;
}

/** All of time, oldest first, in periods of whole months with enough filings. */
export async function listStretches(pool: Pool): Promise<FilingPeriod[]> {
  const { rows } = await pool.query<{ month: string; filings: number }>(`
    select to_char(date_trunc('month', ordered_at, 'UTC') at time zone 'UTC', 'YYYY-MM-DD"T"00:00:00"Z"') as month,
      count(*)::int as filings
    from filing group by 1 order by 1`);
  const ends: string[] = [];
  let filings = 0;
  for (const [at, { month }] of rows.entries()) {
    if (at > 0 && filings >= STRETCH) {
      ends.push(month);
      filings = 0;
    }
    filings += rows[at]?.filings ?? 0;
  }
  return [...ends, ALL.to].map((to, at) => ({ from: ends[at - 1] ?? ALL.from, to }));
}

import { loadavg } from "node:os";
import type { Pool } from "pg";
import { percentile } from "@/bench/percentiles";
import { searchNotes } from "@/db/queries/search-notes";
import { connect, databaseOn } from "@/db/server/client";
import type { NoteOrder, NotePage, NoteSearch } from "@/lib/note-search/note-search";
import { formatCount } from "@/lib/values/counts";

export type NamedSearch = { name: string; searches: NoteSearch[]; order?: NoteOrder };

const PAGE = 50;
const TIMES = 5;

/** Times each search several times, and shows the plans of the slowest of each name. */
export async function timeSearches(url: string, named: readonly NamedSearch[]) {
  const { pool, db, end } = connect(url);
  try {
    const figures: object[] = [];
    const plans: string[] = [];
    for (const { name, searches, order = "newest" } of named) {
      const first: number[] = [];
      const all: number[] = [];
      let slowest = { ms: 0, search: searches[0] };
      let page: NotePage | null = null;
      for (const search of searches) {
        for (let time = 0; time < TIMES; time++) {
          const started = performance.now();
          page = await searchNotes(db, search, { order, after: null, limit: PAGE });
          const ms = performance.now() - started;
          (time === 0 ? first : all).push(ms);
          if (time > 0 && ms > slowest.ms) slowest = { ms, search };
        }
      }
      figures.push({
        search: name,
        "p50, ms": percentile(all, 50).toFixed(0),
        "p95, ms": percentile(all, 95).toFixed(0),
        "p95 the first time, ms": percentile(first, 95).toFixed(0),
        shown: page?.notes.length,
        found: page ? formatCount(page.count) : "",
        load: loadavg()[0]?.toFixed(1),
      });
      if (slowest.search) plans.push(`${name}: ${slowest.search.q}\n${await explain(pool, slowest.search, order)}`);
    }
    console.log("Plans of the slowest search of each kind");
    for (const plan of plans) console.log(plan);
    console.log("Searches, page and count together");
    console.table(figures);
  } finally {
    await end();
  }
}

/** The plans of the statements of a search that find footnotes. */
async function explain(pool: Pool, search: NoteSearch, order: NoteOrder): Promise<string> {
  const asked: { text: string; values: unknown[] }[] = [];
  const query = pool.query.bind(pool);
  const watched = Object.assign(Object.create(pool), {
    query: (config: { text: string }, values: unknown[]) => {
      if (/^\s*with (found|newest) as/.test(config.text)) asked.push({ text: config.text, values });
      return query(config, values);
    },
  }) as Pool;
  await searchNotes(databaseOn(watched), search, { order, after: null, limit: PAGE });
  const plans: string[] = [];
  for (const { text, values } of asked) {
    const { rows } = await query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${text}`, values);
    plans.push(rows.map((row) => `  ${row["QUERY PLAN"].slice(0, 400)}`).join("\n"));
  }
  return plans.join("\n  --\n");
}

import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { loadNotes } from "@/bench/load-notes";
import { databaseNamed, onServer, secondsSince } from "@/bench/made-up-history";
import { type NamedSearch, timeSearches } from "@/bench/note-searches";
import { findPairs } from "@/bench/word-pairs";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import type { RebuildStage } from "@/db/derive/rebuild-work";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { NO_FILTER } from "@/lib/filters/filing-filter";

const NOTES = 12_000_000;
/** Pairs of words to search for, per frequency. */
const PAIRS = 20;

/**
 * How fast all footnotes are read for facts, the search index is built, and footnotes are found. All data is invented; the
 * whole history needs about 35 GB of disk.
 */
export async function benchFootnotes(notes = NOTES) {
  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    const url = databaseNamed(opened.url, "bench_footnotes");
    await migrateDatabase(url);
    const started = performance.now();
    const filings = await onServer(url, (client) => loadNotes(client, notes));
    console.log(`${whole(notes)} notes of ${whole(filings)} filings made up in ${minutes(secondsSince(started))}`);
    await benchNotesAt(url);
  } finally {
    await opened.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for an existing database. */
export async function benchNotesAt(url: string) {
  const connection = connect(url);
  try {
    await makeSearch(connection.pool);
    await benchSearch(url);
  } finally {
    await connection.end();
  }
}

const WORDS = { facts: "facts", lines: "lines of the search", indexes: "all indexes of derived tables" };

/** Rebuilds everything derived, and times the stages of notes. */
async function makeSearch(pool: Pool) {
  const phases: { what: string; seconds: number; notes: number; load: string }[] = [];
  const { rows: counted } = await pool.query<{ notes: number }>("select count(*)::int as notes from footnote");
  const notes = counted[0]?.notes ?? 0;
  let started = performance.now();
  let current: RebuildStage | null = null;
  const end = () => {
    if (current === "facts" || current === "lines" || current === "indexes")
      phases.push({
        what: WORDS[current],
        seconds: secondsSince(started),
        notes,
        load: loadavg()[0]?.toFixed(1) ?? "",
      });
    started = performance.now();
  };
  await rebuildDerived(
    { pool },
    {
      onProgress(_done, _total, stage) {
        if (stage !== current) end();
        current = stage;
      },
    },
  );
  end();
  console.log("Facts and search");
  console.table(
    phases.map(({ what, seconds, notes, load }) => ({
      what,
      notes: whole(notes),
      minutes: (seconds / 60).toFixed(1),
      "notes a second": whole(notes / seconds),
      "of 12 million, min": ((seconds / 60) * (NOTES / Math.max(1, notes))).toFixed(1),
      load,
    })),
  );
  const { rows } = await pool.query(`
    select relname as table, to_char(reltuples, 'FM999,999,999') as rows, pg_size_pretty(pg_table_size(oid)) as size,
      pg_size_pretty(pg_indexes_size(oid)) as indexes
    from pg_class where relname in ('footnote', 'stated_facts', 'searched_note') order by 1`);
  console.table(rows);
}

/** Times searches in a database with a search index. */
export async function benchSearch(url: string) {
  const { pool, end } = connect(url);
  try {
    const { rows } = await pool.query<{ notes: number }>("select count(*)::int as notes from searched_note");
    const all = rows[0]?.notes ?? 0;
    const few = await findPairs(pool, Math.round((all * 1_000) / NOTES), PAIRS);
    const many = await findPairs(pool, Math.round(all / 12), PAIRS);
    const words = (pairs: { words: string; notes: number }[], name: string): NamedSearch => ({
      name: `${name} (${whole(pairs.reduce((sum, pair) => sum + pair.notes, 0) / Math.max(1, pairs.length))} each)`,
      searches: pairs.map((pair) => ({ ...NO_FILTER, facts: [], q: pair.words })),
    });
    const q = (...queries: string[]) => queries.map((query) => ({ ...NO_FILTER, facts: [], q: query }));
    const plan = { ...NO_FILTER, facts: [], q: "plan" };
    await timeSearches(url, [
      words(few, "two words, few notes"),
      words(many, "two words, many notes"),
      { ...words(few, "best first, few notes"), order: "best" },
      { ...words(many, "best first, many notes"), order: "best" },
      {
        name: "phrases",
        searches: q('"weighted average price"', '"restricted stock units"', '"pecuniary interest therein"'),
      },
      { name: "beginnings", searches: q("vest* plan", "dispos* withh*", "re*", "-sh*") },
      { name: "or, minus", searches: q("gift or distribution", "trust -family", "-shares") },
      {
        name: "facts only",
        searches: ["plan_adopted", "gift", "weighted_average", "holder"].map((key) => ({
          ...NO_FILTER,
          q: "",
          facts: [{ key, value: null }],
        })),
      },
      {
        name: "with filters",
        searches: [
          { ...plan, code: ["S"] },
          { ...plan, form: ["5"] },
          { ...plan, issuer: [{ cik: "115711" }] },
          { ...plan, filedFrom: "2009-01-05", filedTo: "2009-12-05" },
          { ...plan, tradedFrom: "2012-03-05", tradedTo: "2012-03-20" },
          { ...plan, tradedFrom: "2015-03-05", facts: [{ key: "plan_adopted", value: null }] },
        ],
      },
      {
        name: "with names of many",
        searches: [
          { ...plan, issuer: [{ words: ["northgate"] }] },
          { ...plan, insider: [{ words: ["falk"] }] },
        ],
      },
      { name: "all notes", searches: q("") },
    ]);
  } finally {
    await end();
  }
}

const whole = (number: number) => Math.round(number).toLocaleString("en");
const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`;

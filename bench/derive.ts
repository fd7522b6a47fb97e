import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { databaseNamed, ended, generate, ingest, onServer, runProgram, sumOf } from "@/bench/made-up-history";
import { median, percentile } from "@/bench/percentiles";
import { deriveFiling } from "@/db/derive/derive-filing";
import { findConnectedTo } from "@/db/derive/find-connected";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";

const HISTORY = 80;
const FILINGS = 62_500;
const SINGLES = 200;
/** Derived before the timing starts, so that connections, plans and code are warm, as in a process that follows EDGAR. */
const WARM_UP = 20;

const TABLES = [
  "row_check",
  "holding_line",
  "lateness",
  "trade_reading",
  "trade_history",
  "row_pattern",
  "trade_cluster",
  "superseded_row",
  "amendment_link",
  "event_row",
  "split_hint",
];

/** How fast everything is derived, right after loading and from scratch, and how fast one new filing is derived. */
export async function benchDerive(quarters = HISTORY, filings = FILINGS) {
  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    const made = await generate(folder, quarters, filings);
    const url = databaseNamed(opened.url, "bench_derive");
    await migrateDatabase(url);
    const loaded = await ingest(
      url,
      made.map(({ path }) => path),
    );
    const first = loaded.events.find(({ kind }) => kind === "derived");
    const rows = sumOf(made.map(({ transactions, holdings }) => transactions + holdings));
    const again = await deriveAgain(url);
    console.log("Everything derived");
    console.table([
      figures("after the first load", sumOf(made.map((quarter) => quarter.filings)), rows, first?.seconds ?? 0),
      figures("again, from scratch", again.filings, rows, again.seconds),
    ]);
    await showSizes(url);
    await deriveSingles(url);
  } finally {
    await opened.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const whole = (number: number) => Math.round(number).toLocaleString("en");

function figures(what: string, filings: number, rows: number, seconds: number) {
  const history = (seconds * HISTORY * FILINGS) / filings / 60;
  return {
    what,
    filings: whole(filings),
    rows: whole(rows),
    seconds: seconds.toFixed(1),
    "filings a second": whole(filings / seconds),
    "the whole history, min": `${history.toFixed(1)}${filings < HISTORY * FILINGS ? " (extrapolated)" : ""}`,
    load: loadavg()[0]?.toFixed(1),
  };
}

/** Runs the command that users run. */
async function deriveAgain(url: string): Promise<{ filings: number; seconds: number }> {
  const child = runProgram(["db/command/derive.ts", "--json"], { DATABASE_URL: url });
  const summary = await text(child.stdout);
  await ended(child);
  return JSON.parse(summary);
}

async function showSizes(url: string) {
  const { rows } = await onServer(url, (client) =>
    client.query(
      `select relname as table, to_char(reltuples, 'FM999,999,999') as rows, pg_size_pretty(pg_table_size(oid)) as size,
        pg_size_pretty(pg_indexes_size(oid)) as indexes
      from unnest($1::text[]) with ordinality as named (name, place) join pg_class on oid = name::regclass order by place`,
      [TABLES],
    ),
  );
  console.log("Derived tables");
  console.table(rows);
}

/** Derives random filings, each as if it had just been stored. */
export async function deriveSingles(url: string) {
  const connection = connect(url, 1);
  const { pool } = connection;
  const closures = new Set<string>();
  try {
    const { rows } = await pool.query<{ accessionNumber: string }>(
      `select accession_number as "accessionNumber" from filing order by md5(accession_number) limit $1`,
      [WARM_UP + SINGLES],
    );
    const milliseconds: number[] = [];
    const groups: number[] = [];
    for (const [at, { accessionNumber }] of rows.entries()) {
      await pool.query("insert into filing_to_derive values ($1) on conflict do nothing", [accessionNumber]);
      const connected = await findConnectedTo(pool, accessionNumber);
      const started = performance.now();
      await deriveFiling(pool, accessionNumber, closures);
      if (at < WARM_UP) continue;
      milliseconds.push(performance.now() - started);
      groups.push(connected.length);
    }
    console.log("Derived from one new filing");
    console.table({
      "median, ms": median(milliseconds).toFixed(1),
      "95th percentile, ms": percentile(milliseconds, 95).toFixed(1),
      "longest, ms": Math.max(...milliseconds).toFixed(1),
      "connected filings, median": median(groups),
      "and at most": Math.max(...groups),
      load: loadavg()[0]?.toFixed(1),
    });
  } finally {
    await connection.end();
  }
}

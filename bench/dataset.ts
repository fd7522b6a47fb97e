import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from, to } from "pg-copy-streams";
import { databaseNamed, generate, ingest, onServer, secondsSince, sumOf } from "@/bench/made-up-history";
import { median } from "@/bench/percentiles";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import type { GeneratedQuarter } from "@/testing/dataset-generator";

const HISTORY = 80;
const FILINGS = 62_500;
/** How many quarters are loaded before measuring, and how many are measured. */
const BEFORE = 2;
const MEASURED = 4;

const KEYS = {
  filing: "t.accession_number",
  filing_owner: "t.accession_number, t.position",
  footnote: "t.accession_number, t.position",
  filing_row: "t.accession_number, t.table_number, t.line",
  signature: "t.accession_number, t.position",
  filing_problem: "t.accession_number, t.position",
};
const TABLES = Object.keys(KEYS) as (keyof typeof KEYS)[];

/**
 * How fast the SEC's data sets load: one quarter compared with a bare COPY of the same rows, and the whole history into an
 * empty database. 80 quarters need about 25 GB of disk.
 */
export async function benchDataSets(quarters = HISTORY, filings = FILINGS) {
  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    const made = await generate(folder, quarters, filings);
    await benchAgainstCopy(opened.url, folder, made.slice(0, BEFORE + MEASURED));
    await benchHistory(opened.url, made);
  } finally {
    await opened.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Loads each quarter with our loader into one database, and by bare COPY into another with the same content and indexes.
 * The rows for COPY are those that our loader stored, exported to files.
 */
async function benchAgainstCopy(server: string, folder: string, made: GeneratedQuarter[]) {
  const [ours, theirs] = [databaseNamed(server, "bench_ours"), databaseNamed(server, "bench_copy")];
  await migrateDatabase(ours);
  await ingest(
    ours,
    made.slice(0, BEFORE).map(({ path }) => path),
  );
  await onServer(databaseNamed(server, "postgres"), (client) =>
    client.query("create database bench_copy template bench_ours"),
  );
  const figures: { rows: number; ours: number; bare: number; checked: boolean; load: number }[] = [];
  for (const [index, quarter] of made.slice(BEFORE).entries()) {
    await onServer(ours, (client) => client.query("checkpoint"));
    const loaded = await ingest(ours, [quarter.path]);
    const stored = loaded.events.find(({ kind }) => kind === "data set stored");
    const files = await onServer(ours, (client) => takeOut(client, folder, quarter));
    await onServer(theirs, (client) => client.query("checkpoint"));
    // COPY checks foreign keys only in every second quarter. Our loader does not need to, so this shows COPY both ways.
    const checked = index % 2 === 1;
    const bare = await onServer(theirs, (client) => bareCopy(client, files, checked));
    figures.push({ rows: stored?.rows ?? 0, ours: stored?.seconds ?? 0, bare, checked, load: loadavg()[0] ?? 0 });
  }
  console.log("One quarter into a database with others, with indexes");
  console.table(
    figures.map(({ rows, ours, bare, checked, load }) => ({
      rows,
      "ours, s": ours.toFixed(2),
      "bare COPY, s": bare.toFixed(2),
      "foreign keys checked by COPY": checked ? "yes" : "no",
      ratio: (ours / bare).toFixed(2),
      "ours, rows a second": Math.round(rows / ours),
      load: load.toFixed(1),
    })),
  );
  for (const name of ["bench_ours", "bench_copy"]) {
    await onServer(databaseNamed(server, "postgres"), (client) => client.query(`drop database ${name} with (force)`));
  }
}

/** The rows of a quarter as files for COPY, in key order, which is fastest for the indexes. */
async function takeOut(client: Client, folder: string, { path }: GeneratedQuarter): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { year = "0", quarter = "1" } = /(?<year>\d{4})q(?<quarter>\d)_/.exec(path)?.groups ?? {};
  const firstDay = `${year}-${Number(quarter) * 3 - 2}-1`;
  await client.query(
    `create temporary table newest as select accession_number from filing where filing_date >= '${firstDay}'`,
  );
  for (const table of TABLES) {
    const file = join(folder, `${table}.copy`);
    const rows = `select t.* from ${table} t join newest using (accession_number) order by ${KEYS[table]}`;
    await pipeline(client.query(to(`copy (${rows}) to stdout`)), createWriteStream(file));
    files.set(table, file);
  }
  return files;
}

async function bareCopy(client: Client, files: Map<string, string>, checked: boolean): Promise<number> {
  const started = performance.now();
  await client.query("begin");
  if (!checked) await client.query("set local session_replication_role = replica");
  for (const [table, file] of files) {
    await pipeline(
      createReadStream(file, { highWaterMark: 256 * 1024 }),
      client.query(from(`copy ${table} from stdin`)),
    );
  }
  await client.query("commit");
  return secondsSince(started);
}

async function benchHistory(server: string, made: GeneratedQuarter[]) {
  const url = databaseNamed(server, "bench_history");
  await migrateDatabase(url);
  const loaded = await ingest(
    url,
    made.map(({ path }) => path),
  );
  const quarters = loaded.events.filter(({ kind }) => kind === "data set stored");
  const indexes = loaded.events.find(({ kind }) => kind === "indexes made");
  // The derive benchmark measures derivation, so it is left out here.
  const inAll = loaded.seconds - (loaded.events.find(({ kind }) => kind === "derived")?.seconds ?? 0);
  const seconds = quarters.map((quarter) => quarter.seconds);
  const last = seconds.at(-1) ?? 0;
  const second = seconds[1] ?? 0;
  const stored = sumOf(quarters.map(({ rows }) => rows));
  const size = await onServer(url, (client) =>
    client.query<{ size: string }>("select pg_size_pretty(pg_database_size(current_database())) as size"),
  );
  console.log("The whole history into an empty database");
  console.table({
    quarters: quarters.length,
    filings: sumOf(quarters.map((quarter) => quarter.stored)).toLocaleString("en"),
    rows: stored.toLocaleString("en"),
    "in all, min": (inAll / 60).toFixed(2),
    "of these the indexes, s": indexes?.seconds.toFixed(1) ?? "–",
    "rows a second": Math.round(stored / inAll).toLocaleString("en"),
    "second quarter, s": second.toFixed(2),
    "last quarter, s": last.toFixed(2),
    "last to second": (last / second).toFixed(2),
    "median of the last five to that of the second to sixth": (
      median(seconds.slice(-5)) / median(seconds.slice(1, 6))
    ).toFixed(2),
    "most memory of the tool, MB": Math.round(loaded.peakMegabytes),
    "database with indexes": size.rows[0]?.size ?? "–",
    load: loadavg()
      .map((value) => value.toFixed(1))
      .join(" "),
  });
}

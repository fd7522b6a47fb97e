import { createReadStream, createWriteStream, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from, to } from "pg-copy-streams";
import { databaseNamed, generate, onServer, secondsSince, sumOf } from "@/bench/made-up-history";
import { type DataSetEvent, ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { findDiskUse } from "@/db/queries/disk-use";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { urlFor } from "@/db/server/purposes";

const FILINGS = 62_500;
/** What the data sets contain, without anything derived. */
const TABLES = ["filing", "filing_owner", "footnote", "filing_row", "signature", "filing_problem"];

/**
 * Loads the public history into an empty database and times each stage. The yardstick is a bare COPY of the same rows and the building of
 * the same indexes. Also reports what takes up disk space. 80 quarters are the whole history, and need about 60 GB of disk.
 */
export async function benchFull(quarters = 80, filings = FILINGS) {
  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    const made = await generate(folder, quarters, filings);
    const url = databaseNamed(opened.url, "bench_full");
    await migrateDatabase(url);
    const memory = watchMemory(folder);
    const loaded = await load(
      url,
      made.map(({ path }) => path),
    );
    const peak = memory.end();
    const bare = await copyBare(opened.url, url, folder);
    showStages(loaded, bare);
    const stored = loaded.events.flatMap((event) => (event.kind === "data set stored" ? [event] : []));
    const seconds = stored.map((event) => event.seconds);
    console.table({
      filings: whole(sumOf(stored.map((event) => event.stored))),
      rows: whole(sumOf(stored.map((event) => event.rows))),
      "last quarter to second": ((seconds.at(-1) ?? 0) / (seconds[1] ?? 1)).toFixed(2),
      "most memory, MB": whole(peak),
      cores: availableParallelism(),
      load: loadavg()[0]?.toFixed(1),
    });
    await showDisk(url, bare.bytes);
  } finally {
    await opened.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const whole = (n: number) => Math.round(n).toLocaleString("en");
type Loaded = { stages: { stage: string; seconds: number }[]; events: DataSetEvent[] };
type Bare = { copy: number; indexes: number; bytes: number };

async function load(url: string, paths: string[]): Promise<Loaded> {
  // With the settings of a command: without them, everything would be derived in place, which takes several times as long.
  const connection = connect(urlFor("write", url));
  const events: DataSetEvent[] = [];
  const stages: Loaded["stages"] = [];
  let current = "";
  let started = performance.now();
  const begin = (stage: string) => {
    if (stage === current) return;
    if (current !== "") stages.push({ stage: current, seconds: secondsSince(started) });
    current = stage;
    started = performance.now();
  };
  begin("rows");
  try {
    await ingestDataSets(connection, paths, {
      onEvent: (event) => events.push(event),
      onProgress: (_done, _total, stage) => begin(stage),
    });
  } finally {
    await connection.end();
  }
  begin("");
  return { stages, events };
}

function showStages({ stages }: Loaded, bare: Bare) {
  const isRow = ({ stage }: { stage: string }) => stage === "rows" || stage === "row indexes";
  const sum = (some: typeof stages) => sumOf(some.map(({ seconds }) => seconds));
  const line = (what: string, seconds: number, yardstick?: number) => ({
    what,
    seconds: seconds.toFixed(1),
    "bare COPY, s": yardstick?.toFixed(1) ?? "",
    ratio: yardstick === undefined ? "" : (seconds / yardstick).toFixed(2),
  });
  console.table([
    ...stages.map(({ stage, seconds }) =>
      line(stage, seconds, { rows: bare.copy, "row indexes": bare.indexes }[stage]),
    ),
    line("rows and indexes", sum(stages.filter(isRow)), bare.copy + bare.indexes),
    line("derived", sum(stages.filter((stage) => !isRow(stage)))),
    line("in all", sum(stages), bare.copy + bare.indexes),
  ]);
}

/** The same rows by COPY into tables without indexes, which are built afterwards. */
async function copyBare(server: string, ours: string, folder: string): Promise<Bare> {
  const bare = databaseNamed(server, "bench_bare");
  await migrateDatabase(bare);
  const files = TABLES.map((table) => ({ table, file: join(folder, `${table}.copy`) }));
  await onServer(ours, async (client) => {
    for (const { table, file } of files) {
      const names = await columnsOf(client, table);
      await pipeline(client.query(to(`copy ${table} (${names}) to stdout`)), createWriteStream(file));
    }
  });
  return onServer(bare, async (client) => {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      "select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename = any($1)",
      [TABLES],
    );
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
    for (const table of TABLES) await client.query(`alter table ${table} disable trigger user`);
    for (const { name } of indexes) {
      await client
        .query(`drop index ${name}`)
        .catch(() =>
          client.query(
            `alter table ${name.replace(/_(?:accession_number_.*)?pk(?:ey)?$/, "")} drop constraint ${name} cascade`,
          ),
        );
    }
    let started = performance.now();
    for (const { table, file } of files) {
      const names = await columnsOf(client, table);
      await pipeline(
        createReadStream(file, { highWaterMark: 256 * 1024 }),
        client.query(from(`copy ${table} (${names}) from stdin`)),
      );
    }
    const copy = secondsSince(started);
    started = performance.now();
    for (const { definition } of indexes) await client.query(definition);
    const seconds = secondsSince(started);
    const { rows } = await client.query<{ bytes: string }>(
      "select sum(pg_total_relation_size(name::regclass)) as bytes from unnest($1::text[]) as name",
      [TABLES],
    );
    return { copy, indexes: seconds, bytes: Number(rows[0]?.bytes ?? 0) };
  });
}

async function columnsOf(client: Parameters<Parameters<typeof onServer>[1]>[0], table: string): Promise<string> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.names ?? "";
}

async function showDisk(url: string, bareBytes: number) {
  const connection = connect(url, 1);
  const disk = await findDiskUse(connection.db).finally(connection.end);
  const inAll = sumOf(disk.map(({ rowBytes, indexBytes }) => rowBytes + indexBytes));
  console.table([
    ...disk.map(({ content, rowBytes, indexBytes }) => ({
      content,
      "rows, MB": whole(rowBytes / 1e6),
      "indexes, MB": whole(indexBytes / 1e6),
    })),
    {
      content: `in all, ${(inAll / bareBytes).toFixed(2)} times the bare rows and indexes`,
      "rows, MB": whole(inAll / 1e6),
    },
  ]);
}

/** The most memory of this process, its children and the database, where Linux reports it. Shared buffers count once. */
function watchMemory(folder: string) {
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryNow(folder));
  };
  const timer = setInterval(look, 1_000);
  return {
    end() {
      clearInterval(timer);
      return most;
    },
  };
}

function memoryNow(folder: string): number {
  try {
    const postmaster = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "latin1").split("\n")[0]);
    const processes = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statusOf(Number(name)) ?? []);
    const wanted = new Set([process.pid, postmaster]);
    for (let size = 0; size < wanted.size; ) {
      size = wanted.size;
      for (const { pid, parent } of processes) if (wanted.has(parent)) wanted.add(pid);
    }
    const ours = processes.filter(({ pid }) => wanted.has(pid));
    return (sumOf(ours.map(({ own }) => own)) + Math.max(...ours.map(({ shared }) => shared))) / 1024;
  } catch {
    return 0;
  }
}

function statusOf(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { pid, parent: kilobytes("PPid"), own: kilobytes("RssAnon"), shared: kilobytes("RssShmem") };
  } catch {
    return null;
  }
}

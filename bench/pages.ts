import { availableParallelism, loadavg } from "node:os";
import { Pool } from "pg";
import { listAddresses } from "@/bench/pages/list-addresses";
import { type MeasuredSite, startMeasuredSite } from "@/bench/pages/measured-site";
import { type PageKind, pageAddresses } from "@/bench/pages/page-addresses";
import { percentile } from "@/bench/percentiles";
import { settingsOrExit } from "@/db/command/command-settings";
import { openDatabase } from "@/db/server/open-database";
import { urlFor } from "@/db/server/purposes";

const EACH = 200;
const LARGEST = 1_000;
/** Pages drawn before the timing starts, so that connections and code are warm. */
const WARM_UP = 100;

/**
 * How long the pages of the database in DATA_DIR or DATABASE_URL take, what they cost the server, and how large they are, with one reader
 * who requests each page three times: a first time, a second time for which it is drawn again, and a third time for which it is sent as
 * it was drawn. The yardstick is the bare route of Next that only says that it is live.
 */
export const benchPages = (each = EACH, largest = LARGEST) =>
  benchAddresses((pool) => pageAddresses(pool, each, largest), each);

/** The same for lists under every filter and every pair of filters, for directories, and for suggestions while a reader types. */
export const benchLists = () => benchAddresses(listAddresses, EACH);

async function benchAddresses(addressesOf: (pool: Pool) => Promise<PageKind[]>, each: number) {
  const opened = await openDatabase(settingsOrExit());
  const pool = new Pool({ connectionString: opened.url, max: 2 });
  let site: MeasuredSite | null = null;
  try {
    const kinds = await addressesOf(pool);
    const url = urlFor("read", opened.url);
    site = await startMeasuredSite(url);
    const bare: PageKind = { name: "bare Next route", paths: Array.from({ length: each }, () => "/healthz/live") };
    for (let at = 0; at < WARM_UP; at++) for (const { paths } of kinds) await site.ask(paths[at % paths.length] ?? "/");
    const figures: object[] = [];
    for (const kind of [bare, ...kinds]) figures.push(await measure(site, kind));
    console.log(`Pages, one reader, ${availableParallelism()} cores`);
    console.table(figures);
  } finally {
    await site?.stop();
    await pool.end();
    await opened.stop();
  }
}

/** Nobody else names this, so there is no kept answer for it. */
const DRAWN_AGAIN = "gzip;q=0.9";

async function measure(site: MeasuredSite, { name, paths }: PageKind) {
  const times: number[] = [];
  const again: number[] = [];
  const sizes: { raw: number; compressed: number }[] = [];
  let [cpuMs, statements, failed] = [0, 0, 0];
  let slowest = { ms: 0, path: "" };
  for (const path of paths) {
    await site.ask(path);
    const before = await site.used();
    const { status, ms, ...size } = await site.ask(path, DRAWN_AGAIN);
    const after = await site.used();
    if (status !== 200) failed += 1;
    cpuMs += after.cpuMs - before.cpuMs;
    statements += after.statements - before.statements;
    times.push(ms);
    again.push((await site.ask(path, DRAWN_AGAIN)).ms);
    sizes.push(size);
    if (ms > slowest.ms) slowest = { ms, path };
  }
  const kB = (bytes: number[], percent: number) => (percentile(bytes, percent) / 1000).toFixed(0);
  const raw = sizes.map((size) => size.raw);
  const compressed = sizes.map((size) => size.compressed);
  return {
    page: name,
    pages: paths.length,
    failed,
    "p50, ms": percentile(times, 50).toFixed(1),
    "p95, ms": percentile(times, 95).toFixed(1),
    "p99, ms": percentile(times, 99).toFixed(1),
    "again p50, ms": percentile(again, 50).toFixed(1),
    "again p95, ms": percentile(again, 95).toFixed(1),
    "CPU, ms": (cpuMs / paths.length).toFixed(1),
    statements: (statements / paths.length).toFixed(1),
    "kB, p50": kB(raw, 50),
    "kB, most": kB(raw, 100),
    "compressed, p50": kB(compressed, 50),
    "compressed, most": kB(compressed, 100),
    slowest: slowest.path,
    load: loadavg()[0]?.toFixed(1),
  };
}

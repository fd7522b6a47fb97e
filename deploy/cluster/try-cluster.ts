/**
 * `npm run test:cluster` starts the cluster of this folder on this machine, with two web processes behind nginx, and reads and stores
 * while servers are killed. It needs some Debian packages (it says which), a build and three minutes, and installs nothing. Exit codes: 0
 * if every claim holds, 1 if one does not, 2 if something is missing.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { migrateDatabase } from "@/db/server/migrate";
import { readOnce, startReading, startStoring, storeFilings } from "@/deploy/cluster/cluster-traffic";
import { raiseCluster, whyNoCluster } from "@/deploy/cluster/raise-cluster";
import { isBuildFresh } from "@/scripts/build-site";
import { say, step } from "@/scripts/steps.mjs";
import { freePorts } from "@/testing/free-ports";
import { signalServer } from "@/testing/replication-for-test";
import { type Front, runNginx } from "@/testing/run-nginx";
import { answering, type Served } from "@/testing/serve-read-only";

/** Reads per second; fewer with `npm run test:cluster -- 50`. */
const READS_A_SECOND = Number(process.argv[2] ?? 200);
/** Filings stored before anything is killed, whose pages are read. */
const FIRST = 300;
const FIRST_NUMBERS = Array.from({ length: FIRST }, (_, n) => n + 1);
/** In milliseconds. If Patroni cannot reach the lost server, the server's lock must expire first: `ttl` in patroni.yml. */
const WRITES_RESUME_WITHIN = 15_000;
const WRITES_RESUME_WITHOUT_MACHINE = 30_000;

const missing = whyNoCluster() ?? (isBuildFresh() ? null : "The pages have not been built: npm run build");
if (missing !== null) {
  console.error(missing);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "section16-cluster-"));
// PostgreSQL's user needs access when this runs as root.
chmodSync(folder, 0o755);
const failures: string[] = [];
const check = (claim: string, holds: boolean) => {
  say(`${holds ? "✓" : "✗"} ${claim}`);
  if (!holds) failures.push(claim);
};

const began = performance.now();
const at = () => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
const note = (text: string) => say(`${at()}  ${text}`);

const cluster = await step("Starting the cluster", () => raiseCluster(folder));
const sites: Site[] = [];
let nginx: Front | undefined;
const cleanUp = async () => {
  await nginx?.stop();
  await Promise.all(sites.map((site) => site.stop()));
  await cluster.stop();
  if (failures.length === 0) rmSync(folder, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
try {
  await step("Migrating the database", () => migrateDatabase(cluster.primaryUrl));
  await step(`Storing ${FIRST} filings`, () => storeFilings(cluster.primaryUrl, FIRST_NUMBERS));
  const ports = await freePorts(2);
  for (const port of ports) sites.push(await step(`Starting the site on port ${port}`, () => serve(port)));
  const front = await runNginx(ports);
  nginx = front;
  await step("Reading every page once", () => readOnce(front.port, FIRST_NUMBERS));
  note(`Three database servers (primary ${(await cluster.primary()).name}), two web processes and nginx answer.`);
  await run(front.port, ports);
} finally {
  await cleanUp();
}
if (failures.length > 0) {
  say(`${failures.length} of the claims do not hold. The logs are in ${folder}.`);
  process.exitCode = 1;
} else say("Every claim holds.");

async function run(frontPort: number, sitePorts: number[]) {
  const reads = startReading(frontPort, { stored: FIRST_NUMBERS, readsASecond: READS_A_SECOND });
  const writes = startStoring(cluster.primaryUrl, FIRST + 1);
  const during = async (what: string, work: () => Promise<void>) => {
    note(what);
    const [errors, answers, since] = [reads.errors.length, reads.answers, performance.now()];
    const before = writes.stored.length;
    writes.pauses = [];
    await work();
    const pause = writes.longestPause();
    const seconds = (performance.now() - since) / 1000;
    const read = reads.answers - answers;
    note(
      `  ${(read / seconds).toFixed(0)} reads/s, ${reads.errors.length - errors} errors; ` +
        `${writes.stored.length - before} filings stored, longest pause ${(pause / 1000).toFixed(1)} s`,
    );
    return { errors: reads.errors.slice(errors), pause };
  };
  const noErrors = (errors: string[]) => `no read fails${errors.length > 0 ? ` (${errors.length}: ${errors[0]})` : ""}`;

  await during("Nothing is killed", () => sleep(10_000));

  const first = await cluster.primary();
  const killed = await during(`PostgreSQL of ${first.name}, the primary, is killed`, async () => {
    first.killPostgres();
    await sleep(25_000);
  });
  const second = await cluster.primary();
  note(`  The primary is ${second.name}`);
  check(`The primary is killed: ${noErrors(killed.errors)}`, killed.errors.length === 0);
  check(
    `The primary is killed: writes resume within 15 s (${killed.pause / 1000} s)`,
    killed.pause < WRITES_RESUME_WITHIN,
  );

  const replicas = cluster.servers.filter((server) => server !== second);
  const roles = await Promise.all(replicas.map((server) => server.is("synchronous").catch(() => false)));
  const waitedFor = replicas[roles.indexOf(true)] ?? replicas[0];
  const frozen = await during(`${waitedFor?.name}, the replica that commits wait for, hangs for 20 s`, async () => {
    const resume = waitedFor?.freeze();
    await sleep(20_000);
    resume?.();
    await sleep(5_000);
  });
  check(`A replica hangs for 20 s: ${noErrors(frozen.errors)}`, frozen.errors.length === 0);
  check(`A replica hangs: writes resume within 15 s (${frozen.pause / 1000} s)`, frozen.pause < WRITES_RESUME_WITHIN);

  const web = await during("A web process is killed", async () => {
    signalServer(sites[0]?.child.pid ?? Number.NaN, "SIGKILL");
    await sleep(5_000);
    const [port = 0] = sitePorts;
    sites[0] = await serve(port);
    await sleep(5_000);
  });
  check(`A web process is killed: ${noErrors(web.errors)}`, web.errors.length === 0);

  const third = await cluster.primary();
  const lost = await during(`${third.name}, the primary, is lost with its whole machine`, async () => {
    await third.killAll();
    await sleep(40_000);
  });
  check(`The machine of the primary is lost: ${noErrors(lost.errors)}`, lost.errors.length === 0);
  check(
    `The machine of the primary is lost: writes resume within 30 s (${lost.pause / 1000} s)`,
    lost.pause < WRITES_RESUME_WITHOUT_MACHINE,
  );
  note(`  The primary is ${(await cluster.primary()).name}`);
  await during(`${third.name} comes back`, async () => {
    third.start();
    await sleep(15_000);
  });

  await Promise.all([reads.stop(), writes.stop()]);
  const expected = [...FIRST_NUMBERS, ...writes.stored];
  for (const server of cluster.servers) {
    const lostFilings = expected.length - (await filingsOn(server.url, writes.position));
    check(`Of ${expected.length} filings that were acknowledged, ${server.name} has all`, lostFilings === 0);
  }
  for (const [message, count] of Object.entries(reads.kinds)) note(`Reading failed ${count} times: ${message}`);
  for (const [message, count] of Object.entries(writes.errors)) note(`Storing failed ${count} times: ${message}`);
  note(
    `${reads.answers} reads, p50 ${reads.percentile(50)} ms, p99 ${reads.percentile(99)} ms; ` +
      Object.entries(reads.cache)
        .map(([state, count]) => `${state} ${count}`)
        .join(", "),
  );
}

/** How many filings a server has, once it has replayed the whole log. */
async function filingsOn(url: string, position: string): Promise<number> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(500)) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query(
        "select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= $1 as is_whole, (select count(*)::int from filing) as filings",
        [position],
      );
      if (rows[0].is_whole) return rows[0].filings;
    } catch {
      // It has just come back.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return 0;
}

type Site = Served & { child: ChildProcess };

/** A web process, started as an operator does: `npm run serve`. */
async function serve(port: number): Promise<Site> {
  const data = join(folder, `site-${port}`);
  mkdirSync(data, { recursive: true });
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    SITE_URL: "https://insiders.example.org",
    DATA_DIR: data,
    LOAD_SAMPLE: "never",
    EDGAR_CONTACT: "",
    DATABASE_URL: cluster.primaryUrl,
    // All three, because each of them can become the primary.
    DATABASE_REPLICA_URLS: cluster.servers.map(({ url }) => url).join(" "),
  };
  const child = spawn(process.execPath, ["scripts/start.mjs", "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(createWriteStream(`${data}.log`, { flags: "a" }));
  const served = await answering(child, `http://127.0.0.1:${port}/healthz`);
  return { ...served, child };
}

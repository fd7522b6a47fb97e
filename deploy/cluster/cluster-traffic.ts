import { Agent, get } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { connect } from "@/db/server/client";
import { firstCause } from "@/db/server/may-retry";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";
import { filingForTest } from "@/testing/ingested-filing-for-test";

/** The filings take turns among so many issuers and insiders, so that all of them have a page. */
const ISSUERS = 20;
const INSIDERS = 50;

/** Lists, pages of issuers and insiders, and the filings stored, as pages and as JSON. */
const pathsOf = (stored: readonly number[]) => [
  ...["/", "/index.json", "/filings", "/transactions", "/transactions?code=P", "/insiders", "/issuers", "/clusters"],
  ...Array.from({ length: ISSUERS }, (_, n) => `/issuers/${issuerCik(n)}`),
  ...Array.from({ length: INSIDERS }, (_, n) => `/insiders/${insiderCik(n)}`),
  ...stored.map((n) => `/filings/${accessionOf(n)}`),
  ...stored.map((n) => `/filings/${accessionOf(n)}.json`),
];

/** Reads every page once, a few at a time. On a busy machine, drawing all of them takes longer than a reader waits. */
export async function readOnce(port: number, stored: readonly number[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  const read = (path: string) =>
    new Promise<void>((settle, fail) => {
      get({ ...requestOf(port, path), agent }, (answer) => {
        answer.resume().once("end", settle);
        if (answer.statusCode !== 200) fail(new Error(`${path}: status ${answer.statusCode}`));
      }).once("error", fail);
    });
  await Promise.all(pathsOf(stored).map(read));
  agent.destroy();
}

const requestOf = (port: number, path: string) => ({
  port,
  path,
  host: "127.0.0.1",
  headers: { host: "insiders.example.org" },
});

/** Asks nginx for random pages, whether or not earlier answers have arrived. */
export function startReading(
  port: number,
  { stored, readsASecond }: { stored: readonly number[]; readsASecond: number },
) {
  const paths = pathsOf(stored);
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const times: number[] = [];
  const reads = {
    answers: 0,
    errors: [] as string[],
    /** How often each error occurred. */
    kinds: {} as Record<string, number>,
    cache: {} as Record<string, number>,
    percentile: (percent: number) =>
      Math.round(times.sort((a, b) => a - b)[Math.floor((times.length * percent) / 100)] ?? 0),
    stop: async () => {
      clearInterval(timer);
      while (waiting > 0) await sleep(50);
      agent.destroy();
    },
  };
  let waiting = 0;
  let sent = 0;
  const since = performance.now();
  const read = () => {
    const path = paths[Math.floor(Math.random() * paths.length)] ?? "/";
    const asked = performance.now();
    waiting++;
    let isDone = false;
    const done = (error: string | null) => {
      if (isDone) return;
      isDone = true;
      waiting--;
      reads.answers++;
      times.push(performance.now() - asked);
      if (error === null) return;
      reads.errors.push(`${path} after ${Math.round(performance.now() - asked)} ms: ${error}`);
      reads.kinds[error] = (reads.kinds[error] ?? 0) + 1;
    };
    get({ ...requestOf(port, path), agent, timeout: 30_000 }, (answer) => {
      const state = String(answer.headers["x-cache"] ?? "NONE");
      reads.cache[state] = (reads.cache[state] ?? 0) + 1;
      answer.resume();
      answer.on("end", () => done(answer.statusCode === 200 ? null : `status ${answer.statusCode}`));
      answer.on("error", (error) => done(error.message));
    })
      .on("error", (error) => done(error.message))
      .on("timeout", () => done("no answer within 30 s"));
  };
  const timer = setInterval(() => {
    for (const due = ((performance.now() - since) / 1000) * readsASecond; sent < due; sent++) read();
  }, 10);
  return reads;
}

/** Stores one filing after the other. One that fails is tried again until it is acknowledged. */
export function startStoring(primaryUrl: string, first: number) {
  let isStopping = false;
  let last = performance.now();
  const writes = {
    stored: [] as number[],
    errors: {} as Record<string, number>,
    pauses: [] as number[],
    /** Since the pauses were emptied, with the one that is not over. In milliseconds. */
    longestPause: () => Math.round(Math.max(performance.now() - last, ...writes.pauses)),
    /** Of the primary's log, after the last filing. */
    position: "",
    stop: async () => {
      isStopping = true;
      await running;
    },
  };
  const run = async () => {
    for (let n = first; !isStopping; ) {
      try {
        await storeFilings(primaryUrl, [n]);
        writes.stored.push(n++);
        writes.pauses.push(performance.now() - last);
        last = performance.now();
      } catch (error) {
        const { message } = error instanceof Error ? firstCause(error) : { message: String(error) };
        writes.errors[message] = (writes.errors[message] ?? 0) + 1;
      }
      await sleep(100);
    }
    const client = new Client({ connectionString: primaryUrl });
    await client.connect();
    const { rows } = await client.query("select pg_current_wal_lsn()::text as lsn");
    writes.position = rows[0].lsn;
    await client.end();
  };
  const running = run();
  return writes;
}

const accessionOf = (n: number): string => filingForTest(filingOf(n)).fileName.replace(/\.txt$/, "");

const issuerCik = (n: number) => String(9_000_001 + n);
const insiderCik = (n: number) => String(9_100_000 + n);

function filingOf(n: number) {
  const [issuer, insider] = [n % ISSUERS, n % INSIDERS];
  return {
    n,
    filed: "2025-06-12",
    issuer: [issuerCik(issuer), `Cluster${issuer} Corp`, `CL${issuer}`] as [string, string, string],
    owner: [insiderCik(insider), `Owner${insider} Numbered`] as [string, string],
    rows: [{ code: "P", letter: "A" as const, date: "2025-06-11", shares: String(n), price: "1", held: "100" }],
  };
}

export async function storeFilings(primaryUrl: string, numbers: readonly number[]): Promise<void> {
  const connection = connect(urlFor("write", primaryUrl, DATABASE_ROLES.write));
  try {
    const files = numbers.map((n) => filingForTest(filingOf(n)));
    const summary = await ingestFiles(connection, files, { isSample: false });
    if (summary.refused > 0) throw new Error(`${summary.refused} filings were refused`);
  } finally {
    await connection.end().catch(() => undefined);
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { ReplicationCall } from "../testing/replication-process";
import { type Served, serve } from "../testing/serve-read-only";

const CLONE = fileURLToPath(new URL("..", import.meta.url));
const PORT = String(Number(process.env.E2E_SERVE_PORT ?? Number(process.env.E2E_PORT ?? "3416") + 2) + 1);

const ISSUER = "/issuers/9000001";
/** Pages on which one issuer appears, each loaded by different queries. */
const ADDRESSES = [ISSUER, `${ISSUER}.json`, "/filings?issuer=9000001", "/filings.json?issuer=9000001"];

let folder = "";
let replication: ChildProcess;
let served: Served;

test.describe.configure({ mode: "serial" });
test.skip(!existsSync(join(CLONE, ".next/BUILD_ID")), "this clone has no build: E2E_URL names a site elsewhere");

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), "section16-replicas-"));
  chmodSync(folder, 0o755);
  replication = spawn(process.execPath, ["--import", "tsx", "testing/replication-process.ts"], {
    cwd: CLONE,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [urls] = (await once(replication, "message")) as [{ primary: string; replicas: string[] }];
  await store(1);
  served = await serve(
    CLONE,
    folder,
    {
      PORT,
      HOST: "127.0.0.1",
      LOAD_SAMPLE: "never",
      DATABASE_URL: urls.primary,
      DATABASE_REPLICA_URLS: urls.replicas.join(" "),
    },
    false,
  );
  await until("in use", "in use", "in use");
});
test.afterAll(async () => {
  await served?.stop();
  replication?.disconnect();
  if (replication) await once(replication, "exit");
  rmSync(folder, { recursive: true, force: true });
});

async function call(...of: ReplicationCall) {
  replication.send(of);
  await once(replication, "message");
}

/** Stores the nth filing on one issuer, by a different owner each time. */
const store = (n: number) =>
  call("store", {
    n,
    filed: "2025-06-12",
    issuer: ["9000001", "Moment Corp", "MMNT"],
    owner: [String(9_100_000 + n), `Owner${n} Numbered`],
    rows: [{ code: "P", letter: "A", date: "2025-06-11", shares: "100", price: "1", held: "100" }],
  });

const get = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`);
  return { status: answer.status, text: await answer.text() };
};

async function states(): Promise<string[]> {
  const { databases } = JSON.parse((await get("/healthz")).text);
  return databases.map(({ state }: { state: string }) => state);
}
const until = (...expected: string[]) => expect.poll(states, { timeout: 60_000 }).toEqual(expected);

/** The numbers of the filings that a page mentions anywhere. */
function mentioned(text: string): number[] {
  const numbers = [...text.matchAll(/Owner(\d+) Numbered|Numbered Owner(\d+)/g)].map(([, a, b]) => Number(a ?? b));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

test("a page shows a single moment, whether its replica is behind or not", async () => {
  test.setTimeout(300_000);
  let stored = 1;
  for (const address of ADDRESSES) {
    const seen = new Set<string>();
    // A replica that is paused for long is left out, so on a slow machine this takes more than one attempt.
    for (let tries = 0; tries < 10 && seen.size < 2; tries++) {
      await until("in use", "in use", "in use");
      await call("one", "ask", "select pg_wal_replay_pause()");
      const before = stored;
      await store(++stored);
      await call("hasCaughtUp", "two");
      for (let asked = 0; asked < 6; asked++) {
        const { status, text } = await get(address);
        expect(status).toBe(200);
        const latest = mentioned(text).at(-1) ?? 0;
        expect([before, stored], address).toContain(latest);
        expect(mentioned(text), address).toEqual(Array.from({ length: latest }, (_, index) => index + 1));
        if (address.startsWith("/filings.json")) expect(JSON.parse(text).count).toBe(latest);
        seen.add(latest === stored ? "new" : "old");
      }
      await call("one", "ask", "select pg_wal_replay_resume()");
      await call("hasCaughtUp", "one");
    }
    expect([...seen].sort(), address).toEqual(["new", "old"]);
  }
});

test("no reader sees an error while replicas are killed, hang and come back, or while the primary is away", async () => {
  test.setTimeout(300_000);
  const failed: unknown[] = [];
  let answered = 0;
  let isDone = false;
  const reader = async (address: string) => {
    while (!isDone) {
      const { status, text } = await get(address);
      if (status !== 200) failed.push({ address, status, text: text.slice(0, 300) });
      answered++;
    }
  };
  const readers = ADDRESSES.map(reader);
  await call("two", "stop", "SIGQUIT");
  await until("in use", "in use", "does not answer");
  await call("two", "start");
  await until("in use", "in use", "in use");
  await call("one", "freeze", "SIGSTOP");
  await until("in use", "does not answer", "in use");
  await call("one", "freeze", "SIGCONT");
  await until("in use", "in use", "in use");
  await call("primary", "stop", "SIGQUIT");
  await until("does not answer", "in use", "in use");
  const withWarning = /This page comes from a copy that may be \d+ seconds behind/;
  await expect.poll(async () => (await get(ISSUER)).text, { timeout: 60_000 }).toMatch(withWarning);
  await call("primary", "start");
  await until("in use", "in use", "in use");
  isDone = true;
  await Promise.all(readers);
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(20);
});

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { isAlive, runningPostmaster } from "@/db/server/postmaster";
import { keepDatabase } from "./keep-database";
import { openDatabase } from "./open-database";
import type { OpenDatabase } from "./opened-database";

let dataDir: string;
const open = () => openDatabase({ databaseUrl: null, dataDir }, { durable: false });
const pid = () => runningPostmaster(join(dataDir, "postgres"))?.pid;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), `section16-test-${process.pid}-`));
  chmodSync(dataDir, 0o755);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const answers = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
};

/** Kills the server as the kernel does when memory runs out. */
async function kill() {
  const running = pid();
  if (!running) throw new Error("No server runs.");
  process.kill(running, "SIGKILL");
  await expect.poll(() => isAlive(running)).toBe(false);
}

/** Does what the start command does: it watches, and knows where the database is now. */
function watch(first: OpenDatabase) {
  const seen = { opened: first, said: [] as string[], isStopping: false };
  const failed = keepDatabase(first, {
    say: (notice) => seen.said.push(notice),
    isStopping: () => seen.isStopping,
    reopen: async () => {
      seen.opened = await open();
      return seen.opened;
    },
  });
  failed.catch(() => undefined);
  return {
    seen,
    failed,
    stop() {
      seen.isStopping = true;
      return seen.opened.stop();
    },
  };
}

const BACK = "PostgreSQL is running again.";

test("a killed server is back at the same address", async () => {
  const site = watch(await open());
  const { url, logins } = site.seen.opened;
  await kill();
  await expect.poll(() => site.seen.said, { timeout: 60_000 }).toContain(BACK);
  expect(site.seen.opened).toMatchObject({ url, logins });
  await answers(url);
  await site.stop();
  expect(pid()).toBeUndefined();
});

test("a command that restarted the lost server does not stop it once the site has it back", async () => {
  const site = watch(await open());
  await kill();
  const command = await open();
  await expect.poll(() => site.seen.said, { timeout: 60_000 }).toContain(BACK);
  await command.stop();
  await answers(site.seen.opened.url);
  await site.stop();
  expect(pid()).toBeUndefined();
});

test("a server that has to use another port is back at another address", async () => {
  const site = watch(await open());
  const { url } = site.seen.opened;
  const { port } = new URL(url);
  await kill();
  const thief = createServer();
  // The database may be back before the other program has its port.
  await new Promise<void>((settle) => {
    thief.once("error", () => settle()).listen(Number(port), "127.0.0.1", settle);
  });
  try {
    await expect.poll(() => site.seen.said, { timeout: 60_000 }).toContain(BACK);
    await answers(site.seen.opened.url);
  } finally {
    thief.close();
    await site.stop();
  }
});

test("a server that is lost again at once is given up, with the reason", async () => {
  const site = watch(await open());
  await kill();
  await expect.poll(() => site.seen.said, { timeout: 60_000 }).toContain(BACK);
  await kill();
  await expect(site.failed).rejects.toThrow(DatabaseUnavailable);
  await expect(site.failed).rejects.toThrow("PostgreSQL stopped again soon after it was restarted.");
  await site.stop();
});

test("reconnects as often as needed, without a message, if its connections are cut but the server runs", async () => {
  const site = watch(await open());
  const running = pid();
  const { url } = site.seen.opened;
  for (let time = 0; time < 3; time++) {
    const before = site.seen.opened;
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    await admin.end();
    await expect.poll(() => site.seen.opened === before, { timeout: 60_000 }).toBe(false);
  }
  expect(site.seen.said).toEqual([]);
  expect(pid()).toBe(running);
  await site.stop();
  expect(pid()).toBeUndefined();
});

test("a server that is stopped by its last user is not started again", async () => {
  const site = watch(await open());
  await site.stop();
  expect(site.seen.said).toEqual([]);
  expect(pid()).toBeUndefined();
});

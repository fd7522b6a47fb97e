import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive, runningPostmaster } from "@/db/server/postmaster";
import { openDatabase } from "./open-database";
import type { OpenDatabase } from "./opened-database";

let dataDir: string;
const dataFolder = () => join(dataDir, "postgres");

const open = () => openDatabase({ databaseUrl: null, dataDir }, { durable: false });

async function ask(url: string, query: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

/** How many of our processes hold the shared lock that keeps the server running. */
async function usersOf(url: string) {
  const [row] = await ask(url, "select count(*)::int as users from pg_locks where locktype = 'advisory' and granted");
  return row.users;
}

/** Kills the server as an out-of-memory killer would, and waits until its port is free. */
async function killServer() {
  const pid = runningPostmaster(dataFolder())?.pid;
  if (!pid) throw new Error("No server runs.");
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isAlive(pid)).toBe(false);
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), `section16-test-${process.pid}-`));
  chmodSync(dataDir, 0o755);
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test("starts a server in an empty folder, keeps the data when it stops, and takes the same port again", async () => {
  const first = await open();
  expect(first.started).toBe(true);
  await ask(first.url, "create table kept (id integer); insert into kept values (16)");
  await first.stop();
  expect(runningPostmaster(dataFolder())).toBeNull();

  const second = await open();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "select id from kept")).toEqual([{ id: 16 }]);
  await second.stop();
});

test("only the owner of the folder can read the password", () => {
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
  expect(existsSync(join(dataDir, "postgres.password"))).toBe(false);
});

test("a second user joins the running server, and the last to leave stops it", async () => {
  const [first, second] = await Promise.all([open(), open()]);
  expect([first.started, second.started].sort()).toEqual([false, true]);
  expect(first.url).toBe(second.url);

  const [starter, joiner]: OpenDatabase[] = first.started ? [first, second] : [second, first];
  await starter?.stop();
  expect(await ask(joiner?.url ?? "", "select 1 as alive")).toEqual([{ alive: 1 }]);
  await joiner?.stop();
  expect(runningPostmaster(dataFolder())).toBeNull();
});

test("one opens while the last other closes, repeatedly", async () => {
  for (let round = 0; round < 3; round++) {
    const leaving = await open();
    const [arriving] = await Promise.all([open(), leaving.stop()]);
    expect(await ask(arriving.url, "select id from kept")).toEqual([{ id: 16 }]);
    await arriving.stop();
  }
});

test("the next start repairs a killed server", async () => {
  await open();
  await killServer();
  expect(existsSync(join(dataFolder(), "postmaster.pid"))).toBe(true);

  const mended = await open();
  expect(mended.started).toBe(true);
  expect(await ask(mended.url, "select id from kept")).toEqual([{ id: 16 }]);
  await mended.stop();
});

test("it also repairs one whose process number now belongs to another program", async () => {
  await open();
  await killServer();
  const pidFile = join(dataFolder(), "postmaster.pid");
  const other = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid: statSync(pidFile).uid } : {});
  try {
    writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(other.pid)));
    const mended = await open();
    expect(await ask(mended.url, "select id from kept")).toEqual([{ id: 16 }]);
    await mended.stop();
  } finally {
    other.kill();
  }
});

test("a server outlives a killed command, and the next command joins and stops it", async () => {
  const command = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", HOLD], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await firstLine(command);
  command.kill("SIGKILL");

  const next = await open();
  expect(next.started).toBe(false);
  // PostgreSQL releases the locks of the killed command once it notices that the connection is gone.
  await expect.poll(() => usersOf(next.url)).toBe(1);
  expect(await ask(next.url, "select id from kept")).toEqual([{ id: 16 }]);
  await next.stop();
  expect(runningPostmaster(dataFolder())).toBeNull();
});

const HOLD = `
  const { openDatabase } = await import("./db/server/open-database");
  await openDatabase({ databaseUrl: null, dataDir: process.env.DATA_DIR }, { durable: false });
  console.log("open");
  setInterval(() => {}, 1000);
`;

const firstLine = (command: ChildProcess) => new Promise((settle) => command.stdout?.once("data", settle));

test("a folder of an earlier version, which had one password, gets the roles that read and write", async () => {
  const accessFile = join(dataDir, "postgres.json");
  const earlier = await open();
  await ask(earlier.url, "drop role section16_read; drop role section16_write");
  const { port, password } = JSON.parse(readFileSync(accessFile, "utf8"));
  writeFileSync(accessFile, JSON.stringify({ port, password }));

  const joined = await Promise.all([open(), open()]);
  for (const { logins } of joined) {
    expect(
      await ask(logins?.read ?? "", "select current_user as me, rolsuper from pg_roles where rolname = current_user"),
    ).toEqual([{ me: "section16_read", rolsuper: false }]);
    expect(await ask(logins?.write ?? "", "select current_user as me")).toEqual([{ me: "section16_write" }]);
  }
  expect(statSync(accessFile).mode & 0o777).toBe(0o600);
  for (const one of [...joined, earlier]) await one.stop();
  expect(runningPostmaster(dataFolder())).toBeNull();
});

test("nothing stays connected as the superuser", async () => {
  const opened = await open();
  const held = await ask(
    opened.url,
    "select usename from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  expect(held).toEqual([{ usename: "section16_read" }]);
  await opened.stop();
});

test("a start that was killed halfway does not disturb the next", async () => {
  const fresh = mkdtempSync(join(tmpdir(), `section16-test-${process.pid}-`));
  chmodSync(fresh, 0o755);
  // What a killed process leaves: its lock, and a folder that has no name yet.
  writeFileSync(join(fresh, "starting.lock"), "999999999");
  writeFileSync(join(fresh, "postgres.unfinished"), "");
  const opened = await openDatabase({ databaseUrl: null, dataDir: fresh }, { durable: false });
  expect(opened.started).toBe(true);
  await opened.stop();
  rmSync(fresh, { recursive: true });
});

test("with DATABASE_URL no server is started, and a message says why it cannot be reached", async () => {
  const own = await open();
  const connected = await openDatabase({ databaseUrl: own.url, dataDir: "/nowhere" });
  expect(connected).toMatchObject({ url: own.url, started: false });
  await connected.stop();
  expect(await ask(own.url, "select 1 as alive")).toEqual([{ alive: 1 }]);

  const missing = openDatabase({ databaseUrl: own.url.replace(/section16$/, "not_yet"), dataDir: "/nowhere" });
  await expect(missing).resolves.toMatchObject({ started: false });

  const wrong = openDatabase({ databaseUrl: own.url.replace(/:[^:@]+@/, ":guess@"), dataDir: "/nowhere" });
  await expect(wrong).rejects.toThrow(
    /^DATABASE_URL: 127\.0\.0\.1:\d+ refuses the user "section16" or the password\.$/,
  );
  await own.stop();

  const nobody = openDatabase({ databaseUrl: own.url, dataDir: "/nowhere" });
  await expect(nobody).rejects.toThrow(/^DATABASE_URL: nothing answers at 127\.0\.0\.1:\d+\. Is the server running\?$/);
});

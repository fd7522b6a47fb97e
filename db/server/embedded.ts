import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { findBinaries } from "@/db/server/binaries";
import { type Launch, launchPostgres, makeCluster, SUPERUSER } from "@/db/server/cluster";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { type Access, type Place, readAccess, writeAccess } from "@/db/server/place";
import { isAlive, removeRecycledPid, runningPostmaster, stopPostmaster } from "@/db/server/postmaster";
import { withStartLock } from "@/db/server/start-lock";

const DATABASE = "section16";

/** Held shared by everyone who uses the server, so that the last one knows to stop it. Gone with its connection. */
const IN_USE = 16;

/** A crash under load is replayed from the log; that takes as long as it takes, so only silence has a limit. */
const START_LIMIT = 10 * 60_000;

export type Embedded = {
  url: string;
  started: boolean;
  stop: () => Promise<void>;
  abandon: () => void;
};

/** Joins the server that runs on the place's data folder, or starts one. */
export async function openEmbedded(place: Place, flags: Record<string, string>, durable: boolean): Promise<Embedded> {
  for (;;) {
    const joined = await joinRunning(place);
    if (joined) return using(place, joined, false);
    const started = await withStartLock(place.dataDir, async () => {
      // Another of ours may have started it while this one waited.
      if (runningPostmaster(place.dataFolder)) return null;
      return start(place, flags, durable);
    });
    if (started) return using(place, started, true);
  }
}

type Joined = { access: Access; keeper: Client };

async function using(place: Place, { access, keeper }: Joined, started: boolean): Promise<Embedded> {
  const pid = runningPostmaster(place.dataFolder)?.pid;
  return {
    url: `postgres://${SUPERUSER}:${access.password}@127.0.0.1:${access.port}/${DATABASE}`,
    started,
    async stop() {
      const isLast = await letGo(keeper);
      const postmaster = runningPostmaster(place.dataFolder);
      if (isLast && postmaster) await stopPostmaster(postmaster, place.dataFolder);
      await keeper.end().catch(() => {});
    },
    abandon() {
      if (started && pid && isAlive(pid)) process.kill(pid, "SIGQUIT");
    },
  };
}

async function letGo(keeper: Client): Promise<boolean> {
  try {
    await keeper.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
    const { rows } = await keeper.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [IN_USE]);
    return rows[0]?.last ?? false;
  } catch {
    // The connection is gone, and with it the server or our right to stop it.
    return false;
  }
}

/** Joins a server that runs; null when there is none, or it is on its way out. */
async function joinRunning(place: Place): Promise<Joined | null> {
  const limit = Date.now() + START_LIMIT;
  for (;;) {
    const postmaster = runningPostmaster(place.dataFolder);
    if (!postmaster) return null;
    const access = readAccess(place);
    if (!access)
      throw new DatabaseUnavailable(
        `PostgreSQL runs in ${place.dataFolder} (process ${postmaster.pid}), but postgres.json beside it, with its password, is gone.`,
      );
    const keeper = await tryConnecting({ ...access, port: postmaster.port });
    if (keeper) return { access: { ...access, port: postmaster.port }, keeper };
    if (Date.now() > limit)
      throw new DatabaseUnavailable(
        `PostgreSQL runs in ${place.dataFolder} (process ${postmaster.pid}), but does not answer. Its log is postgres.log beside it.`,
      );
    await sleep(50);
  }
}

async function start(place: Place, flags: Record<string, string>, durable: boolean): Promise<Joined | null> {
  const binaries = findBinaries(place.dataDir, place.account);
  const password = readAccess(place)?.password ?? randomBytes(24).toString("base64url");
  let port = await freePort(readAccess(place)?.port ?? 0);
  writeAccess(place, { port, password });
  await makeCluster(place, binaries, password, durable);

  const limit = Date.now() + START_LIMIT;
  for (let attempt = 1; ; attempt++) {
    removeRecycledPid(place.dataFolder);
    const launch = launchPostgres(place, binaries, port, flags);
    const keeper = await answered(launch, { port, password }, limit);
    if (keeper) {
      await makeDatabase(keeper);
      return { access: { port, password }, keeper };
    }
    const log = launch.log();
    if (/lock file "postmaster.pid" already exists/.test(log)) return null;
    const portTaken = /could not create any TCP\/IP sockets|Address already in use/.test(log);
    // Processes of a server that was killed may take a moment to notice.
    const stillEnding = /shared memory block .* is still in use/.test(log);
    if (attempt === 20 || !(portTaken || stillEnding))
      throw new DatabaseUnavailable(`PostgreSQL did not start in ${place.dataFolder}. It says:\n${log.trim()}`);
    if (portTaken) {
      port = await freePort(0);
      writeAccess(place, { port, password });
    } else await sleep(500);
  }
}

/** The first connection to a server that was launched, or null when it ended without one. */
async function answered({ child }: Launch, access: Access, limit: number): Promise<Client | null> {
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  child.on("error", () => {
    ended = true;
  });
  while (!ended) {
    const keeper = await tryConnecting(access);
    if (keeper) return keeper;
    if (Date.now() > limit) throw new DatabaseUnavailable("PostgreSQL was started and does not answer.");
    await sleep(25);
  }
  return null;
}

async function tryConnecting({ port, password }: Access): Promise<Client | null> {
  const keeper = new Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database: "postgres",
    application_name: "section16 keeper",
    connectionTimeoutMillis: 5_000,
  });
  keeper.on("error", () => {});
  try {
    await keeper.connect();
    // Waits while another of ours, the last one, stops the server; then the connection breaks.
    await keeper.query("select pg_advisory_lock_shared($1)", [IN_USE]);
    return keeper;
  } catch (error) {
    await keeper.end().catch(() => {});
    if (error instanceof DatabaseError && error.code === "28P01")
      throw new DatabaseUnavailable(
        "PostgreSQL refuses the password in postgres.json: it is not the one the data folder beside it was made with.",
        { cause: error },
      );
    return null;
  }
}

async function makeDatabase(keeper: Client) {
  const { rowCount } = await keeper.query("select from pg_database where datname = $1", [DATABASE]);
  if (rowCount === 0) await keeper.query(`create database ${DATABASE}`);
}

/** The wished port if it is free on loopback, else one that is. */
async function freePort(wished: number): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise<number>((settle, fail) => {
      probe.on("error", fail).listen(wished, "127.0.0.1", () => {
        const address = probe.address();
        settle(address && typeof address === "object" ? address.port : wished);
      });
    });
  } catch (error) {
    if (wished === 0) throw error;
    return freePort(0);
  } finally {
    probe.close();
  }
}

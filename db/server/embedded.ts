import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError, escapeLiteral } from "pg";
import { findBinaries } from "@/db/server/binaries";
import { type Launch, launchPostgres, makeCluster, SUPERUSER } from "@/db/server/cluster";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { DatabaseUnavailable, SaidInFull } from "@/db/server/database-unavailable";
import { type Access, readAccess, type ServerPlace, writeAccess } from "@/db/server/place";
import { isAlive, removeRecycledPid, runningPostmaster, stopPostmaster } from "@/db/server/postmaster";
import { DATABASE_ROLES } from "@/db/server/purposes";
import { withStartLock } from "@/db/server/start-lock";
import { diskTroubleIn } from "./disk-trouble";
import type { OpenDatabase } from "./opened-database";

const DATABASE = "section16";

/**
 * A shared lock of every process that uses the server, so that the last one knows to stop it. It is released with the connection.
 */
const IN_USE = 16;

/** After a crash under load PostgreSQL replays its log, for as long as that takes, so only silence has a limit. */
const START_LIMIT = 10 * 60_000;

/** Joins the server that runs on the data folder, or starts one. */
export async function openEmbedded(
  place: ServerPlace,
  flags: Record<string, string>,
  durable: boolean,
): Promise<OpenDatabase> {
  for (;;) {
    const joined = await joinRunning(place);
    if (joined) return using(place, joined, false);
    const started = await withStartLock(place.dataDir, async () => {
      // Another of our processes may have started it while this one waited.
      if (runningPostmaster(place.dataFolder)) return null;
      return start(place, flags, durable);
    });
    if (started) return using(place, started, true);
  }
}

/** An access with a password for every role. */
type WholeAccess = Access & { logins: Record<string, string> };

/** The keeper is a connection that keeps the server running and shows us when it is gone. */
type Joined = { access: WholeAccess; keeper: Client };

function using(place: ServerPlace, { access, keeper }: Joined, started: boolean): OpenDatabase {
  const pid = runningPostmaster(place.dataFolder)?.pid;
  const address = (user: string, password: string) =>
    `postgres://${user}:${password}@127.0.0.1:${access.port}/${DATABASE}`;
  const loginOf = (role: string) => address(role, access.logins[role] ?? "");
  let isStopping = false;
  const lost = new Promise<void>((settle) => {
    keeper.once("end", () => {
      if (!isStopping) settle();
    });
  });
  return {
    url: address(SUPERUSER, access.password),
    logins: { read: loginOf(DATABASE_ROLES.read), write: loginOf(DATABASE_ROLES.write) },
    started,
    lost,
    isRunning: () => pid !== undefined && runningPostmaster(place.dataFolder)?.pid === pid,
    async stop() {
      isStopping = true;
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

/** Joins a running server; null if there is none, or it is shutting down. */
async function joinRunning(place: ServerPlace): Promise<Joined | null> {
  const limit = Date.now() + START_LIMIT;
  for (;;) {
    const postmaster = runningPostmaster(place.dataFolder);
    if (!postmaster) return null;
    const access = readAccess(place);
    if (!access)
      throw new DatabaseUnavailable(
        `PostgreSQL runs in ${place.dataFolder} (process ${postmaster.pid}), but the file postgres.json next to it, which has its password, is missing.`,
      );
    const joined = await tryJoining(place, { ...access, port: postmaster.port }, (repair) =>
      withStartLock(place.dataDir, repair),
    );
    if (joined) return joined;
    if (Date.now() > limit)
      throw new DatabaseUnavailable(
        `PostgreSQL runs in ${place.dataFolder} (process ${postmaster.pid}), but does not answer. Its log is ${join(place.dataDir, "postgres.log")}.`,
      );
    await sleep(50);
  }
}

async function start(place: ServerPlace, flags: Record<string, string>, durable: boolean): Promise<Joined | null> {
  const binaries = findBinaries(place.dataDir, place.account);
  const known = readAccess(place);
  const access: Access = { password: newPassword(), ...known, port: await freePort(known?.port ?? 0) };
  writeAccess(place, access);
  await makeCluster(place, binaries, access.password, durable);

  const limit = Date.now() + START_LIMIT;
  for (let attempt = 1; ; attempt++) {
    removeRecycledPid(place.dataFolder);
    const launch = launchPostgres(place, binaries, access.port, flags);
    const joined = await answered(launch, () => tryJoining(place, access, (repair) => repair()), limit);
    if (joined) return joined;
    const log = launch.log();
    if (/lock file "postmaster.pid" already exists/.test(log)) return null;
    const portTaken = /could not create any TCP\/IP sockets|Address already in use/.test(log);
    // Processes of a killed server may take a moment to notice.
    const stillEnding = /shared memory block .* is still in use/.test(log);
    if (attempt === 20 || !(portTaken || stillEnding)) throw didNotStart(place, log);
    if (portTaken) {
      access.port = await freePort(0);
      writeAccess(place, access);
    } else await sleep(500);
  }
}

function didNotStart({ dataFolder }: ServerPlace, log: string): DatabaseUnavailable {
  const disk = diskTroubleIn(log, dataFolder);
  return disk === null
    ? new DatabaseUnavailable(`PostgreSQL did not start in ${dataFolder}. It says:\n${log.trim()}`)
    : new SaidInFull(disk);
}

/** The first connection to a launched server, or null if it ended without one. */
async function answered({ child }: Launch, tryIt: () => Promise<Joined | null>, limit: number): Promise<Joined | null> {
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  child.on("error", () => {
    ended = true;
  });
  while (!ended) {
    const joined = await tryIt();
    if (joined) return joined;
    if (Date.now() > limit) throw new DatabaseUnavailable("PostgreSQL was started but does not answer.");
    await sleep(25);
  }
  return null;
}

/**
 * Connects the keeper, as an ordinary role. Without roles, in a new folder or one of an earlier version, the superuser creates
 * them first.
 * @param alone runs the creation while no other process does the same
 */
async function tryJoining(
  place: ServerPlace,
  access: Access,
  alone: <T>(repair: () => Promise<T>) => Promise<T>,
): Promise<Joined | null> {
  const { port, logins } = access;
  const password = logins?.[DATABASE_ROLES.read];
  if (logins && password && logins[DATABASE_ROLES.write]) {
    const keeper = await connectOn(port, DATABASE_ROLES.read, password);
    if (keeper !== "refused") return keeper && holdOn(keeper, { ...access, logins });
  }
  const repaired = await alone(() => makeLogins(place, access));
  if (!repaired) return null;
  const keeper = await connectOn(port, DATABASE_ROLES.read, repaired.logins[DATABASE_ROLES.read] ?? "");
  return keeper && keeper !== "refused" ? holdOn(keeper, repaired) : null;
}

/** Creates the database and the roles, or sets the passwords of existing roles. Null if the server has gone. */
async function makeLogins(place: ServerPlace, { port, password }: Access): Promise<WholeAccess | null> {
  const superuser = await connectOn(port, SUPERUSER, password);
  if (superuser === "refused")
    throw new DatabaseUnavailable(
      "PostgreSQL refuses the password in postgres.json: it does not belong to the data folder next to it.",
    );
  if (!superuser) return null;
  try {
    const { rowCount: databases } = await superuser.query("select from pg_database where datname = $1", [DATABASE]);
    if (databases === 0) await superuser.query(`create database ${DATABASE}`);
    const roles = Object.values(DATABASE_ROLES);
    // Another process may have set them while this one waited.
    const known = readAccess(place)?.logins;
    const logins = Object.fromEntries(roles.map((role) => [role, known?.[role] ?? newPassword()]));
    writeAccess(place, { port, password, logins });
    for (const role of roles) {
      const { rowCount } = await superuser.query("select from pg_roles where rolname = $1", [role]);
      await superuser.query(
        `${rowCount === 0 ? "create" : "alter"} role ${role} login password ${escapeLiteral(logins[role] ?? "")}`,
      );
    }
    return { port, password, logins };
  } catch (error) {
    if (isConnectionLoss(error)) return null;
    throw error;
  } finally {
    await superuser.end().catch(() => {});
  }
}

const newPassword = () => randomBytes(24).toString("base64url");

/** Null if the server stops in the meantime: the last process to leave holds the lock until it has stopped. */
async function holdOn(keeper: Client, access: WholeAccess): Promise<Joined | null> {
  try {
    await keeper.query("select pg_advisory_lock_shared($1)", [IN_USE]);
    return { access, keeper };
  } catch {
    await keeper.end().catch(() => {});
    return null;
  }
}

/** Null while the server does not answer, "refused" if it does not know the user or the password. */
async function connectOn(port: number, user: string, password: string): Promise<Client | null | "refused"> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user,
    password,
    database: "postgres",
    application_name: "section16 keeper",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    return error instanceof DatabaseError && error.code === "28P01" ? "refused" : null;
  }
}

/** The wanted port if it is free on loopback, or else a free one. */
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

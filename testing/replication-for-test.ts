import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { findBinaries } from "@/db/server/binaries";
import { connect } from "@/db/server/client";
import { launchPostgres, makeCluster, SUPERUSER } from "@/db/server/cluster";
import { migrateDatabase } from "@/db/server/migrate";
import { findPlace, type ServerPlace } from "@/db/server/place";
import { freePorts } from "@/testing/free-ports";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";

const PASSWORD = "replicated";
const FLAGS = {
  fsync: "off",
  full_page_writes: "off",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "16MB",
  // Replicas ask again soon after their primary has restarted.
  wal_retrieve_retry_interval: "200ms",
};

/** A PostgreSQL server that a test can stop in all the ways that servers stop. */
export class ReplicationServer {
  private child: ChildProcess | null = null;

  constructor(
    private readonly place: ServerPlace,
    readonly port: number,
  ) {}

  get url(): string {
    return `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${this.port}/section16`;
  }

  async start(): Promise<void> {
    const { dataDir, account } = this.place;
    this.child = launchPostgres(this.place, findBinaries(dataDir, account), this.port, FLAGS).child;
    for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(50)) {
      if (
        await this.ask("select", "postgres").then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`PostgreSQL on port ${this.port} did not start: see ${dataDir}/postgres.log`);
  }

  /** Shuts down cleanly, or as if the machine had failed. */
  async stop(signal: "SIGINT" | "SIGQUIT" = "SIGINT"): Promise<void> {
    if (!this.child || this.child.exitCode !== null) return;
    this.freeze("SIGCONT");
    const ended = once(this.child, "exit");
    this.child.kill(signal);
    await ended;
  }

  /** Freezes the server and its connections without closing any, as when a machine hangs; SIGCONT undoes it. */
  freeze(signal: "SIGSTOP" | "SIGCONT" = "SIGSTOP"): void {
    if (this.child?.pid) signalServer(this.child.pid, signal);
  }

  async ask(statement: string, database = "section16"): Promise<Record<string, unknown>[]> {
    const client = new Client({
      connectionString: this.url.replace(/section16$/, database),
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query(statement)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Sends a signal to a process and to those that it has started. */
export function signalServer(pid: number, signal: NodeJS.Signals): void {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  for (const each of [pid, ...stdout.split("\n").map(Number)]) {
    try {
      if (each > 0) process.kill(each, signal);
    } catch {
      // The process has ended in the meantime.
    }
  }
}

export type Replication = {
  primary: ReplicationServer;
  replicas: [ReplicationServer, ReplicationServer];
  /** Resolves when a server has replayed everything that the primary has. */
  hasCaughtUp: (replica: ReplicationServer) => Promise<void>;
  /** Stores a filing on the primary. */
  store: (filing: FilingForTest) => Promise<void>;
  stop: () => Promise<void>;
};

/** A primary with a migrated database, and two replicas that follow it: cold copies, so `pg_basebackup` is not needed. */
export async function startReplication(): Promise<Replication> {
  const folder = mkdtempSync(join(tmpdir(), `section16-test-${process.pid}-`));
  // PostgreSQL's user needs access when this runs as root.
  chmodSync(folder, 0o755);
  const places = ["primary", "one", "two"].map((name) => findPlace(join(folder, name), () => {}));
  const ports = await freePorts(3);
  const [primary, ...replicas] = places.map((place, n) => new ReplicationServer(place, ports[n] ?? 0));
  const [ofPrimary, ...ofReplicas] = places;
  const [one, two] = replicas;
  if (!primary || !one || !two || !ofPrimary) throw new Error("There are three servers");
  await makeCluster(ofPrimary, findBinaries(ofPrimary.dataDir, ofPrimary.account), PASSWORD, false);
  await primary.start();
  await migrateDatabase(primary.url);
  await primary.stop();
  for (const { dataFolder, dataDir, account } of ofReplicas) {
    mkdirSync(dataDir, { recursive: true });
    spawnSync("cp", ["-a", ofPrimary.dataFolder, dataFolder]);
    const follow = `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=${SUPERUSER} password=${PASSWORD}'\n`;
    writeFileSync(join(dataFolder, "postgresql.auto.conf"), follow);
    writeFileSync(join(dataFolder, "standby.signal"), "");
    if (account) spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, dataFolder]);
  }
  await Promise.all([primary, one, two].map((server) => server.start()));
  return {
    primary,
    replicas: [one, two],
    async hasCaughtUp(replica) {
      const [now] = await primary.ask("select pg_current_wal_lsn()::text as lsn");
      const passed = `select pg_last_wal_replay_lsn() >= '${now?.lsn}' as passed`;
      for (let tries = 0; (await replica.ask(passed))[0]?.passed !== true; tries++) {
        if (tries > 1_000) throw new Error("The replica has not caught up");
        await sleep(20);
      }
    },
    async store(filing) {
      const connection = connect(primary.url);
      await ingestFiles(connection, [filingForTest(filing)], { isSample: false });
      await connection.end();
    },
    async stop() {
      await Promise.all([one, two, primary].map((server) => server.stop("SIGQUIT")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

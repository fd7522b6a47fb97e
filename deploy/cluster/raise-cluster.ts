import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Account, postgresAccount } from "@/db/server/account";
import { freePorts } from "@/testing/free-ports";
import { signalServer } from "@/testing/replication-for-test";

const NAMES = ["db1", "db2", "db3"] as const;
/** Newest first. Patroni 4.0 knows PostgreSQL up to 17, and 4.1 also 18. */
const POSTGRES = ["18", "17"].map((version) => `/usr/lib/postgresql/${version}/bin`);
const ETCD_LIBRARY = "/usr/lib/python3/dist-packages/etcd";
const OWNER = "postgres://section16_owner:owner@127.0.0.1";

const isInstalled = (program: string) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].some((folder) => existsSync(join(folder, program)));
const postgresFolder = () => POSTGRES.find((folder) => existsSync(join(folder, "postgres")));

/** What must be installed before a cluster can be started here, or null. */
export function whyNoCluster(): string | null {
  const missing = ["etcd", "patroni", "haproxy", "nginx", "openssl"].filter((program) => !isInstalled(program));
  if (!postgresFolder()) missing.push("PostgreSQL 17");
  // Patroni talks to etcd through this library, and Debian's package of Patroni does without it if another one is there.
  if (!existsSync(ETCD_LIBRARY)) missing.push("python3-etcd");
  if (missing.length === 0) return null;
  return `These are not installed: ${missing.join(", ")}. On Debian 13:
  apt install postgresql-17 patroni python3-etcd etcd-server haproxy nginx openssl
Their services are not needed, and need not run.`;
}

type Program = { child: ChildProcess; ended: Promise<void> };

type Role = "primary" | "replica" | "synchronous";

/** One of the three database servers: Patroni and the PostgreSQL that it runs. */
class ClusterServer {
  private patroni: Program | null = null;

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly restPort: number,
    private readonly dataFolder: string,
    private readonly run: () => Program,
  ) {}

  get url(): string {
    return `${OWNER}:${this.port}/section16`;
  }

  start(): void {
    this.patroni = this.run();
  }

  /** As Patroni reports: it answers 200 on the path that names the server's role. */
  async is(role: Role): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.restPort}/${role}`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  }

  private get postmaster(): number {
    return Number(readFileSync(join(this.dataFolder, "postmaster.pid"), "utf8").split("\n")[0]);
  }

  /** PostgreSQL crashes, but Patroni keeps running. */
  killPostgres(): void {
    process.kill(this.postmaster, "SIGKILL");
  }

  /** The whole machine is lost. */
  async killAll(): Promise<void> {
    const { postmaster } = this;
    this.patroni?.child.kill("SIGKILL");
    signalServer(postmaster, "SIGKILL");
    await this.patroni?.ended;
  }

  /** PostgreSQL and its connections hang. */
  freeze(): () => void {
    const { postmaster } = this;
    signalServer(postmaster, "SIGSTOP");
    return () => signalServer(postmaster, "SIGCONT");
  }

  async stop(): Promise<void> {
    this.patroni?.child.kill("SIGTERM");
    await this.patroni?.ended;
  }
}

export type RaisedCluster = {
  servers: ClusterServer[];
  /** The address of the primary through HAProxy, whichever server it is. */
  primaryUrl: string;
  primary: () => Promise<ClusterServer>;
  stop: () => Promise<void>;
};

/**
 * Runs the configuration of this folder on one machine: three etcd, three Patroni with their PostgreSQL, and HAProxy. Only
 * addresses, folders and passwords differ from what an operator runs.
 */
export async function raiseCluster(folder: string): Promise<RaisedCluster> {
  const account = postgresAccount(join(folder, "db1"));
  const ports = await freePorts(13);
  const take = () => NAMES.map(() => ports.pop() ?? 0);
  const [clients, peers, databases, rests] = [take(), take(), take(), take()];
  const [proxyPort = 0] = ports;
  const programs: Program[] = [];
  // Patroni then stops its PostgreSQL.
  process.once("exit", () => {
    for (const { child } of programs) child.kill("SIGTERM");
  });
  const run = (name: string, program: string, args: string[], env: Record<string, string> = {}): Program => {
    const started = start(folder, name, program, args, env, account);
    programs.push(started);
    return started;
  };

  const etcdEnv = settingsIn(readFileSync("deploy/cluster/etcd.env", "utf8"));
  for (const [index, name] of NAMES.entries()) {
    const all = NAMES.map((other, of) => `${other}=http://127.0.0.1:${peers[of]}`).join(",");
    makeFolder(join(folder, `etcd-${name}`), account);
    run(`etcd-${name}`, "etcd", [], {
      ...etcdEnv,
      ETCD_NAME: name,
      ETCD_DATA_DIR: join(folder, `etcd-${name}`),
      ETCD_LISTEN_CLIENT_URLS: `http://127.0.0.1:${clients[index]}`,
      ETCD_ADVERTISE_CLIENT_URLS: `http://127.0.0.1:${clients[index]}`,
      ETCD_LISTEN_PEER_URLS: `http://127.0.0.1:${peers[index]}`,
      ETCD_INITIAL_ADVERTISE_PEER_URLS: `http://127.0.0.1:${peers[index]}`,
      ETCD_INITIAL_CLUSTER: all,
    });
  }

  const servers = NAMES.map((name, index) => {
    const home = join(folder, name);
    makeFolder(home, account);
    const configuration = replaced("deploy/cluster/patroni.yml", [
      ["name: db1", `name: ${name}`],
      ["10.0.0.21:2379,10.0.0.22:2379,10.0.0.23:2379", clients.map((port) => `127.0.0.1:${port}`).join(",")],
      ["10.0.0.21:8008", `127.0.0.1:${rests[index]}`],
      ["10.0.0.21:5432", `127.0.0.1:${databases[index]}`],
      ["/usr/lib/postgresql/17/bin", postgresFolder() ?? ""],
      ["/var/lib/postgresql/17/section16.pgpass", join(home, "pgpass")],
      ["/var/lib/postgresql/17/section16", join(home, "data")],
      ["/var/run/postgresql", home],
      ["10.0.0.0/24", "127.0.0.1/32"],
    ]);
    const path = join(home, "patroni.yml");
    writeFileSync(path, configuration, { mode: 0o600 });
    if (account) chownSync(path, account.uid, account.gid);
    return new ClusterServer(name, databases[index] ?? 0, rests[index] ?? 0, join(home, "data"), () =>
      run(`patroni-${name}`, "/usr/bin/patroni", [path]),
    );
  });
  for (const server of servers) server.start();

  const proxy = replaced("deploy/cluster/haproxy.cfg", [
    ["bind 127.0.0.1:5000", `bind 127.0.0.1:${proxyPort}`],
    ...databases.map((port, index): [string, string] => [
      `10.0.0.2${index + 1}:5432 check port 8008`,
      `127.0.0.1:${port} check port ${rests[index]}`,
    ]),
  ]);
  writeFileSync(join(folder, "haproxy.cfg"), proxy);
  run("haproxy", "haproxy", ["-db", "-f", join(folder, "haproxy.cfg")]);

  const primary = async () => {
    const [found] = await serversThatAre("primary", 1);
    if (!found) throw new Error("There is a primary");
    return found;
  };
  /** Waits until so many servers have a role. */
  const serversThatAre = async (role: Role, atLeast: number) => {
    for (const limit = Date.now() + 120_000; Date.now() < limit; await sleep(200)) {
      const are = await Promise.all(servers.map((server) => server.is(role).catch(() => false)));
      const found = servers.filter((_, index) => are[index]);
      if (found.length >= atLeast) return found;
    }
    throw new Error(`No ${role} among the servers: see ${folder}`);
  };
  const cluster: RaisedCluster = {
    servers,
    primaryUrl: `${OWNER}:${proxyPort}/section16`,
    primary,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      for (const { child } of programs) child.kill("SIGKILL");
      await Promise.all(programs.map(({ ended }) => ended));
    },
  };
  try {
    await makeDatabase(`postgres://postgres:SUPERUSER-PASSWORD@127.0.0.1:${proxyPort}/postgres`, await primary());
    await serversThatAre("replica", 2);
    await serversThatAre("synchronous", 1);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

/** What `deploy/README.md` asks an operator to do once. */
async function makeDatabase(superuser: string, { port }: ClusterServer) {
  const statements = [
    "create role section16_owner login createrole password 'owner'",
    "create database section16 owner section16_owner",
  ];
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString: superuser, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      for (const statement of statements) await client.query(statement);
      return;
    } catch (error) {
      // HAProxy checks the servers once a second.
      if (tries > 60)
        throw new Error(`The primary on port ${port} cannot be reached through HAProxy`, { cause: error });
      await sleep(500);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function start(
  folder: string,
  name: string,
  program: string,
  args: string[],
  env: Record<string, string>,
  account: Account,
): Program {
  const { NODE_ENV, PATH } = process.env;
  const child = spawn(program, args, {
    ...account,
    cwd: folder,
    env: { NODE_ENV, PATH: `${PATH}${delimiter}/usr/sbin`, LC_ALL: "C.UTF-8", HOME: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = join(folder, `${name}.log`);
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => writeFileSync(log, chunk, { flag: "a" }));
  return { child, ended: new Promise((settle) => child.once("close", () => settle()).once("error", () => settle())) };
}

function makeFolder(path: string, account: Account) {
  mkdirSync(path, { mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

function replaced(path: string, replacements: [from: string, to: string][]): string {
  let text = readFileSync(path, "utf8");
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

const settingsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));

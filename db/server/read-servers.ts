import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { Client, type Pool } from "pg";
import type { GuardedRequest } from "@/lib/requests/guarded-request";

/** In milliseconds. A replica that is further behind is left out; so is a server that does not answer in time. */
const LIMITS = { mostBehind: 5_000, lookEvery: 1_000, answerWithin: 3_000 };
/**
 * If a server does not answer in time and another answers at once, the first one hangs. If all are slow, the machine is busy, and we
 * assume that a server hangs only after this many failed checks, because leaving it out fails the pages that wait for it.
 */
const AT_ONCE = 500;
const MOST_MISSED = 3;
/** One position a second, which makes an hour. */
const MOST_POSITIONS = 3_600;

/** The connections to one server. */
export type ServerConnection = {
  pool: Pool;
  end: () => Promise<void>;
  /** Fails everything that waits for an answer, and closes the connections. */
  abandon: () => void;
};

type Open<Opened> = (url: string, onLoss: () => void) => Opened;

export type ServerState = {
  /** “primary”, or “replica” and its place in the setting. Addresses contain passwords and names of hosts. */
  server: string;
  state: "in use" | "behind" | "does not answer" | "read-only" | "not a replica";
  /** How far behind the primary this server may be, in milliseconds. Null for the primary, and if it is not known. */
  behind: number | null;
};

type Look = {
  isStandby: boolean;
  /** The position in the log, in bytes, that queries see. */
  position: bigint;
  /** Identifies the server: a replica that was promoted is the primary, under another address. */
  startedAt: string;
  /** The age of the last commit that it replayed, in milliseconds. */
  sinceReplay: number | null;
};

const LOOK = `select pg_is_in_recovery() as "isStandby",
  pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, '0/0')::text as position,
  pg_postmaster_start_time()::text as "startedAt",
  extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 * 1000 as "sinceReplay"`;

/** One server, as it was at the last check. */
class Server<Opened extends ServerConnection> {
  connection: Opened;
  look: Look | null = null;
  /** How long the last answer took, in milliseconds. */
  took = Number.POSITIVE_INFINITY;
  /** How many checks in a row were not answered in time. */
  missed = 0;
  /** The latest moment up to which it has all of the primary's data. */
  currentAt: number | null = null;
  private probe: Client | null = null;

  constructor(
    readonly name: string,
    private readonly url: string,
    private readonly answerWithin: number,
    private readonly open: () => Opened,
  ) {
    this.connection = open();
  }

  async refresh(): Promise<void> {
    const asked = performance.now();
    try {
      this.look = await within(this.answerWithin, this.ask());
      this.took = performance.now() - asked;
      this.missed = 0;
    } catch (error) {
      this.took = Number.POSITIVE_INFINITY;
      this.probe?.end().catch(() => undefined);
      this.probe = null;
      if (error instanceof TooSlow) this.missed++;
      else this.look = null;
    }
  }

  private async ask(): Promise<Look | null> {
    if (!this.probe) {
      this.probe = new Client({
        connectionString: this.url,
        connectionTimeoutMillis: 2 * this.answerWithin,
        application_name: "section16",
        keepAlive: true,
      });
      this.probe.on("error", () => undefined);
      await this.probe.connect();
    }
    const { rows } = await this.probe.query(LOOK);
    return rows[0].position === null ? null : { ...rows[0], position: BigInt(rows[0].position) };
  }

  /** Fails everything that waits for the server, so that another can be asked, and starts again with new connections. */
  abandon(): void {
    this.connection.abandon();
    this.connection = this.open();
  }

  async end(): Promise<void> {
    await Promise.all([this.probe?.end(), this.connection.end()]);
  }
}

class TooSlow extends Error {}

/** Rejects after `ms`, unless the answer has arrived and only this process was too busy to read it. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const ending = new AbortController();
  const limit = sleep(ms, undefined, { signal: ending.signal, ref: false }).then(async () => {
    await nextTurn();
    await nextTurn();
    throw new TooSlow();
  });
  limit.catch(() => undefined);
  return Promise.race([promise, limit]).finally(() => ending.abort());
}

/**
 * The servers from which the site reads: the primary, and copies of it that follow by streaming replication.
 *
 * A request keeps the server of its first query, so that a page never mixes two moments. Only positions in the log decide whether a copy
 * is current: a copy that has reached the position which the primary had at noon has everything up to noon. An idle primary therefore
 * makes no copy look late, and differing clocks do not matter.
 */
export class ReadServers<Opened extends ServerConnection> {
  private readonly primary: Server<Opened>;
  private readonly replicas: Server<Opened>[];
  private readonly chosen = new WeakMap<GuardedRequest, { server: Server<Opened>; connection: Opened }>();
  /** The primary's positions and when it had them, oldest first. */
  private positions: { at: number; position: bigint }[] = [];
  private turn = 0;
  private readonly ending = new AbortController();

  constructor(
    open: Open<Opened>,
    primaryUrl: string,
    replicaUrls: readonly string[] = [],
    private readonly currentRequest: () => GuardedRequest | undefined = () => undefined,
    private readonly limits = LIMITS,
  ) {
    const server = (name: string, url: string): Server<Opened> => {
      const made: Server<Opened> = new Server(name, url, limits.answerWithin, () => open(url, () => this.onLoss(made)));
      return made;
    };
    this.primary = server("primary", primaryUrl);
    this.replicas = replicaUrls.map((url, index) => server(`replica ${index + 1}`, url));
    if (this.replicas.length > 0) void this.keepLooking();
  }

  /** The connection of the current request; the primary's outside of requests. */
  connection(): Opened {
    const request = this.currentRequest();
    if (!request || this.replicas.length === 0) return this.primary.connection;
    let chosen = this.chosen.get(request);
    if (!chosen) {
      const server = this.choose(request);
      chosen = { server, connection: server.connection };
      this.chosen.set(request, chosen);
    }
    return chosen.connection;
  }

  /** For what a copy cannot do: on a standby, nobody can create even temporary tables. */
  primaryConnection(): Opened {
    return this.primary.connection;
  }

  /** How far behind the primary the current request reads, in milliseconds, if that is more than a replica may be. */
  behindTooFar(now = performance.now()): number | null {
    const request = this.currentRequest();
    const server = request && this.chosen.get(request)?.server;
    if (!server || server === this.primary || this.isPrimary(server)) return null;
    const behind = this.behind(server, now);
    return behind !== null && behind > this.limits.mostBehind ? behind : null;
  }

  /** Empty if there are no replicas, because the servers are then not checked. */
  states(now = performance.now()): ServerState[] {
    if (this.replicas.length === 0) return [];
    return [this.primary, ...this.replicas].map((server) => ({
      server: server.name,
      state: this.stateOf(server),
      behind: server === this.primary ? null : this.behind(server, now),
    }));
  }

  /** The current position in the primary's log, as PostgreSQL writes it. Null if there are no replicas that could be behind it. */
  async position(): Promise<string | null> {
    if (this.replicas.length === 0) return null;
    const { rows } = await this.primary.connection.pool.query("select pg_current_wal_lsn()::text as lsn");
    return rows[0].lsn;
  }

  async end(): Promise<void> {
    this.ending.abort();
    await Promise.all([this.primary, ...this.replicas].map((server) => server.end()));
  }

  private choose({ isReading, seen }: GuardedRequest): Server<Opened> {
    const isAnswering = this.isPrimary(this.primary);
    if (!isReading && isAnswering) return this.primary;
    const least = seen === null ? 0n : positionIn(seen);
    const current = this.replicas.filter((server) => this.stateOf(server) === "in use");
    const enough = current.filter(({ look }) => look !== null && look.position >= least);
    const some = enough[this.turn++ % enough.length];
    if (some || isAnswering) return some ?? this.primary;
    // If the primary does not answer, a copy is better than nothing. The page says how old it may be.
    const [newest] = this.replicas
      .filter(({ look }) => look !== null)
      .sort((a, b) => Number((b.look?.position ?? 0n) - (a.look?.position ?? 0n)));
    return current[this.turn % current.length] ?? newest ?? this.primary;
  }

  private stateOf(server: Server<Opened>): ServerState["state"] {
    if (!server.look) return "does not answer";
    if (server === this.primary) return server.look.isStandby ? "read-only" : "in use";
    if (this.isPrimary(server)) return "in use";
    if (!server.look.isStandby) return "not a replica";
    // Measured from the primary's last answer: as far as we know, nothing has changed since it was lost.
    const lastLook = this.positions.at(-1)?.at;
    const isCurrent =
      lastLook !== undefined && server.currentAt !== null && lastLook - server.currentAt <= this.limits.mostBehind;
    return isCurrent ? "in use" : "behind";
  }

  /** Whether this is the server that takes writes, at whatever address. */
  private isPrimary({ look }: Server<Opened>): boolean {
    return look !== null && !look.isStandby && look.startedAt === this.primary.look?.startedAt;
  }

  private behind(server: Server<Opened>, now: number): number | null {
    if (!server.look || this.isPrimary(server)) return server.look && 0;
    return server.currentAt === null ? server.look.sinceReplay : now - server.currentAt;
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.lookAtAll();
      await sleep(this.limits.lookEvery, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async lookAtAll(): Promise<void> {
    const servers = [this.primary, ...this.replicas];
    const before = new Map(servers.map((server) => [server, this.stateOf(server)]));
    const isFirst = this.positions.length === 0;
    const at = performance.now();
    await Promise.all(servers.map((server) => server.refresh()));
    const { look } = this.primary;
    if (look && !look.isStandby) {
      // Without a change, only the time is newer.
      if (this.positions.at(-1)?.position === look.position) this.positions.pop();
      this.positions = [...this.positions.slice(-MOST_POSITIONS), { at, position: look.position }];
    }
    for (const server of this.replicas) {
      const { position } = server.look ?? { position: -1n };
      server.currentAt = this.positions.findLast((of) => of.position <= position)?.at ?? server.currentAt;
    }
    const isBusy = servers.every(({ took }) => took > AT_ONCE);
    for (const server of servers) {
      if (server.missed >= (isBusy ? MOST_MISSED : 1)) server.look = null;
      if (!server.look && servers.some(({ look }) => look !== null)) server.abandon();
      const [was, is] = [before.get(server), this.stateOf(server)];
      if (was !== is && !(isFirst && is === "in use")) console.error(`Database server, ${server.name}: ${is}.`);
    }
  }

  /** A query on this server has failed twice. It is not chosen again before the next check. */
  private onLoss(server: Server<Opened>): void {
    const request = this.currentRequest();
    if (this.replicas.length === 0) return;
    server.look = null;
    if (request && [this.primary, ...this.replicas].some(({ look }) => look !== null)) request.isLost = true;
  }
}

/** A log position such as `0/3000148`, in bytes. */
function positionIn(lsn: string): bigint {
  const [high = "0", low = "0"] = lsn.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

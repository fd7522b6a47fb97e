import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connectToRead } from "@/db/server/client";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { openDatabase } from "@/db/server/open-database";
import { ReadServers } from "@/db/server/read-servers";
import type { GuardedRequest } from "@/lib/requests/guarded-request";
import { type Replication, type ReplicationServer, startReplication } from "@/testing/replication-for-test";

/** Shorter than in production, so that the tests are quick. */
const LIMITS = { mostBehind: 2_000, lookEvery: 100, answerWithin: 1_500 };

let replication: Replication;
let servers: ReadServers<ReturnType<typeof connectToRead>>;
let request: GuardedRequest | undefined;

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  replication = await startReplication();
  await replication.primary.ask("create table moment as select 0 as n");
});
afterAll(() => replication.stop());

beforeEach(async () => {
  const { primary, replicas, hasCaughtUp } = replication;
  await Promise.all(replicas.map(hasCaughtUp));
  const urls = replicas.map(({ url }) => url);
  servers = new ReadServers(connectToRead, primary.url, urls, () => request, LIMITS);
  await until("in use", "in use", "in use");
});
afterEach(async () => {
  request = undefined;
  await servers.end();
});

const states = () => servers.states().map(({ state }) => state);
const until = (...expected: string[]) => vi.waitFor(() => expect(states()).toEqual(expected), { timeout: 60_000 });

const newRequest = (of: Partial<GuardedRequest> = {}): GuardedRequest => ({
  isForMarkup: true,
  search: "",
  isReading: true,
  seen: null,
  ...of,
});

/** The server from which a request reads, by its port, and the server's state. */
async function read(of: GuardedRequest = newRequest()): Promise<{ port: number; n: number }> {
  request = of;
  const { pool } = servers.connection();
  const { rows } = await pool.query("select inet_server_port() as port, n from moment");
  return rows[0];
}
/** Resolves when requests read these servers, and no others. */
const expectReading = (...servers: ReplicationServer[]) =>
  vi.waitFor(
    async () => {
      const ports = new Set<number>();
      for (let i = 0; i < 10; i++) ports.add((await read()).port);
      expect(ports).toEqual(new Set(servers.map(({ port }) => port)));
    },
    { timeout: 60_000 },
  );
const write = async (n: number) => void (await replication.primary.ask(`update moment set n = ${n}`));

describe("a request", () => {
  test("reads one replica throughout, and the next request may read another", async () => {
    const one = newRequest();
    const ports = [];
    for (let i = 0; i < 6; i++) {
      ports.push((await read(one)).port);
      await read();
    }
    expect(new Set(ports).size).toBe(1);
    await expectReading(...replication.replicas);
  });

  test("that stores something, and work outside of requests, read the primary", async () => {
    expect((await read(newRequest({ isReading: false }))).port).toBe(replication.primary.port);
    request = undefined;
    const { rows } = await servers.connection().pool.query("select inet_server_port() as port");
    expect(rows).toEqual([{ port: replication.primary.port }]);
  });

  test("shows readers what they have just stored, although replicas have not replayed it", async () => {
    const { primary, replicas, hasCaughtUp } = replication;
    for (const replica of replicas) await replica.ask("select pg_wal_replay_pause()");
    await write(7);
    const seen = await servers.position();
    expect((await read()).n).not.toBe(7);
    expect(await read(newRequest({ seen }))).toEqual({ port: primary.port, n: 7 });
    for (const replica of replicas) await replica.ask("select pg_wal_replay_resume()");
    await Promise.all(replicas.map(hasCaughtUp));
    // Once we know that a replica has reached the position, it is read again.
    await vi.waitFor(async () => expect((await read(newRequest({ seen }))).port).not.toBe(primary.port), {
      timeout: 60_000,
    });
  });
});

describe("a replica", () => {
  test("is not behind while the primary has nothing new, even if it replays nothing", async () => {
    const [one] = replication.replicas;
    await one.ask("select pg_wal_replay_pause()");
    await new Promise((settle) => setTimeout(settle, 3_000));
    expect(states()).toEqual(["in use", "in use", "in use"]);
    await one.ask("select pg_wal_replay_resume()");
  });

  test("that is too far behind is left out until it has caught up", async () => {
    const [one, two] = replication.replicas;
    await one.ask("select pg_wal_replay_pause()");
    await write(1);
    await until("in use", "behind", "in use");
    expect(servers.states()[1]?.behind).toBeGreaterThan(2_000);
    await expectReading(two);
    await one.ask("select pg_wal_replay_resume()");
    await until("in use", "in use", "in use");
    await expectReading(one, two);
  });

  test("that hangs is left out, and queries that wait for it fail at once, so that they can be sent elsewhere", async () => {
    const [one, two] = replication.replicas;
    let onOne = newRequest();
    while ((await read(onOne)).port !== one.port) onOne = newRequest();
    one.freeze();
    request = onOne;
    const waiting = servers.connection().pool.query("select n from moment");
    await expect(waiting).rejects.toMatchObject({ code: "08006" });
    await until("in use", "does not answer", "in use");
    await expectReading(two);
    one.freeze("SIGCONT");
    await until("in use", "in use", "in use");
    await expectReading(one, two);
  });

  test("that is killed is left out after one failed attempt, and the request is marked to be drawn again", async () => {
    const [one, two] = replication.replicas;
    let onTwo = newRequest();
    while ((await read(onTwo)).port !== two.port) onTwo = newRequest();
    await two.stop("SIGQUIT");
    await expect(read(onTwo)).rejects.toThrow();
    expect(onTwo.isLost).toBe(true);
    await expectReading(one);
    await two.start();
    await until("in use", "in use", "in use");
  });

  test("that takes writes and is not the primary is left out", async () => {
    const stranger = new ReadServers(
      connectToRead,
      replication.replicas[0].url,
      [replication.primary.url],
      () => request,
    );
    await vi.waitFor(
      () => expect(stranger.states().map(({ state }) => state)).toEqual(["read-only", "not a replica"]),
      {
        timeout: 60_000,
      },
    );
    await stranger.end();
  });
});

test("without any current replica the primary is read, and without the primary the replicas", async () => {
  const { primary, replicas } = replication;
  for (const replica of replicas) await replica.ask("select pg_wal_replay_pause()");
  await write(2);
  await until("in use", "behind", "behind");
  expect(await read()).toEqual({ port: primary.port, n: 2 });
  expect(servers.behindTooFar()).toBeNull();
  await primary.stop("SIGQUIT");
  await until("does not answer", "behind", "behind");
  const { port } = await read();
  expect(replicas.map((replica) => replica.port)).toContain(port);
  // The page says so, and how old its state may be.
  expect(servers.behindTooFar()).toBeGreaterThan(2_000);
  await primary.start();
  for (const replica of replicas) await replica.ask("select pg_wal_replay_resume()");
  await until("in use", "in use", "in use");
  expect(servers.behindTooFar()).toBeNull();
});

test("a command whose DATABASE_URL is a replica's says so", async () => {
  const [{ url, port }] = replication.replicas;
  await expect(openDatabase({ databaseUrl: url, dataDir: "/nowhere" })).rejects.toThrow(
    `DATABASE_URL: 127.0.0.1:${port} is a replica, so nothing can be stored on it.`,
  );
  // If a server becomes a replica during a command, the command ends. Otherwise every later file would be refused.
  const refused = await replication.replicas[0].ask("create table t ()").catch((error: unknown) => error);
  expect(isConnectionLoss(refused)).toBe(true);
});

test("a connection that the server ends is replaced, and the query is asked a second time", async () => {
  const onPrimary = newRequest({ isReading: false });
  await read(onPrimary);
  await replication.primary.ask(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%inet_server_port%' and pid <> pg_backend_pid()",
  );
  expect((await read(onPrimary)).port).toBe(replication.primary.port);
  expect(onPrimary.isLost).toBeUndefined();
});

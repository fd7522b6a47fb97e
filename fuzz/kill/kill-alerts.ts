import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { alert, alertMatch, delivery } from "@/db/schema";
import type { Connection } from "@/db/server/client";
import { storeMatches } from "@/testing/alerts-for-test";
import { diceOf } from "@/testing/dice";
import { type Program, startProgram } from "@/testing/program";
import { type Received, startReceiver } from "@/testing/webhook-receiver";

type Options = {
  folder: string;
  /** The address for writing. It may change when the server has been killed. */
  url: () => string;
  matches: number;
  kills: number;
  seed: number;
  /** Kills the database server under the running process, and starts it again. Otherwise only the process is killed. */
  killServer?: () => Promise<void>;
  onKill?: (done: number) => void;
};

export type AlertsKillReport = {
  killed: number;
  /** The kills of the database server alone, under a process that went on by itself. */
  ofServer: number;
  /** Requests that the receivers got. */
  requests: number;
  /** Requests to the receiver that answers 410, after its first such answer. */
  afterGone: number;
  failures: string[];
};

const ALERTS = ["one", "two", "three", "gone"] as const;
/** The receiver that goes away answers 410 from this request on. */
const GONE_FROM = 5;
/** One kill in this many is of the database server alone. */
const SERVER_EVERY = 4;
/** The most failures of a receiver on one message, so that we give up on none. */
const MOST_FAILURES = 3;

/**
 * Kills the alert process, or the database under it (kill -9), at random moments, while receivers answer 500, 429, redirects, nothing
 * at all, or break off. Then it may finish, and we count: every match arrives at least once, always in the same message, and nothing is
 * sent after a 410.
 */
export async function killAlerts(connection: Connection, options: Options): Promise<AlertsKillReport> {
  const { folder, url, matches, kills, seed, killServer, onKill = () => {} } = options;
  const dice = diceOf(seed);
  const failuresOf = new Map<string, number>();
  let mayHang = true;
  const accepted: { id: string; body: string }[] = [];
  const toGone: string[] = [];
  const receiver = await startReceiver(({ path, headers, body }, response) => {
    const id = String(headers["webhook-id"]);
    if (path === "/gone") {
      toGone.push(id);
      if (toGone.length >= GONE_FROM) return 410;
    }
    const failed = failuresOf.get(id) ?? 0;
    const chance = failed < MOST_FAILURES ? dice() : 1;
    if (chance < 0.5) failuresOf.set(id, failed + 1);
    if (chance < 0.15) return 500;
    if (chance < 0.25) return void response.writeHead(429, { "retry-after": "1" }).end();
    if (chance < 0.35) return void response.writeHead(302, { location: "/elsewhere" }).end();
    if (chance < 0.45) return void response.destroy();
    // A receiver that never answers holds its alert until the next kill.
    if (chance < 0.5) return mayHang ? undefined : 500;
    accepted.push({ id, body });
    return 204;
  });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "alerts.json");
  const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  const alerts = ALERTS.map((name) => ({ name, view: "/transactions", webhook: `${receiver.url}/${name}`, secret }));
  writeFileSync(file, JSON.stringify({ alerts }));
  const start = () =>
    startProgram(["db/alerts/alert-process.ts", file], {
      SECTION16_WRITE_URL: url(),
      SECTION16_ALERTS_SOCKET: "",
      ALERT_ALLOW_PRIVATE: "1",
      DATA_DIR: folder,
    });
  const { db } = connection;
  let program = start();
  const report: AlertsKillReport = { killed: 0, ofServer: 0, requests: 0, afterGone: 0, failures: [] };
  try {
    while ((await db.$count(alert)) < ALERTS.length) await sleep(20);
    for (const name of ALERTS) await storeMatches(db, `file:${name}`, Math.ceil(matches / ALERTS.length));
    /**
     * Attempts that failed are due again after hours. Here they are due at once, but still after those that were due before them. What the
     * process is changing is left alone.
     */
    const hurry = () =>
      db.execute(sql`
        update delivery set next_try_at = now()
        where delivery_id in (select delivery_id from delivery where state = 'waiting' and next_try_at > now() for update skip locked)`);
    const isDone = async () => {
      const unsent = await db.$count(
        alertMatch,
        sql`delivery_id is null and alert_id in (select alert_id from alert where state = 'active')`,
      );
      return unsent === 0 && (await db.$count(delivery, eq(delivery.state, "waiting"))) === 0;
    };
    while (report.killed < kills) {
      const moment = receiver.received.length + Math.floor((dice() * matches * 1.5) / kills);
      while (receiver.received.length < moment && !(await isDone())) {
        await hurry();
        await sleep(10);
      }
      report.killed++;
      if (killServer !== undefined && report.killed % SERVER_EVERY === 0) {
        const before = url();
        await killServer();
        report.ofServer++;
        if (program.hasEnded())
          report.failures.push(`the process ended with the database: ${program.errors().slice(-500)}`);
        // If another program took the port meanwhile, the start command starts the process again.
        if (program.hasEnded() || url() !== before) program = await startAgain(program, start);
      } else program = await startAgain(program, start);
      onKill(report.killed);
    }
    mayHang = false;
    receiver.closeConnections();
    while (!(await isDone())) {
      await hurry();
      await sleep(20);
    }
  } finally {
    program.kill();
    await program.ended;
    await receiver.stop();
  }
  report.requests = receiver.received.length;
  report.afterGone = Math.max(0, toGone.length - GONE_FROM);
  report.failures = [
    ...report.failures,
    ...(await missing(connection, accepted)),
    ...differing(receiver.received),
    ...afterGone(toGone, kills),
    ...((await db.$count(alert, eq(alert.state, "disabled"))) === 1 ? [] : ["the alert that is gone is not disabled"]),
  ];
  return report;
}

async function startAgain(program: Program, start: () => Program): Promise<Program> {
  program.kill();
  await program.ended;
  return start();
}

type Sent = { id: string; body: string };
const matchesIn = (body: string): number[] => {
  const { data }: { data: { matches: { id: number }[] } } = JSON.parse(body);
  return data.matches.map(({ id }) => id);
};

/** Matches that never arrived. */
async function missing({ db }: Connection, accepted: readonly Sent[]): Promise<string[]> {
  const wanted = await db
    .select({ id: alertMatch.alertMatchId })
    .from(alertMatch)
    .where(inArray(alertMatch.alertId, ["file:one", "file:two", "file:three"]));
  const arrived = new Set(accepted.flatMap(({ body }) => matchesIn(body)));
  const lost = wanted.filter(({ id }) => !arrived.has(id));
  return lost.length === 0 ? [] : [`${lost.length} of ${wanted.length} matches never arrived`];
}

/** A match in two messages, or a message with two bodies. */
function differing(received: readonly Received[]): string[] {
  const bodies = new Map<string, string>();
  const messages = new Map<number, string>();
  const failures: string[] = [];
  for (const { headers, body } of received) {
    const id = String(headers["webhook-id"]);
    if ((bodies.get(id) ?? body) !== body) failures.push(`message ${id} had two bodies`);
    bodies.set(id, body);
    for (const match of matchesIn(body)) {
      if ((messages.get(match) ?? id) !== id) failures.push(`match ${match} was in two messages`);
      messages.set(match, id);
    }
  }
  return failures;
}

/**
 * A kill after the answer and before it is stored is the one moment when we cannot know of a 410. The message that got it is then sent
 * once more, and never another.
 */
function afterGone(toGone: readonly string[], kills: number): string[] {
  const [first, ...later] = toGone.slice(GONE_FROM - 1);
  return [
    ...(later.some((id) => id !== first) ? ["another message was sent after a 410"] : []),
    ...(later.length > kills ? ["a message was sent after a 410 without a kill in between"] : []),
  ];
}

import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { newYorkClock } from "@/lib/values/new-york-time";
import { emptyTables, madeUpFiling } from "@/testing/filings-for-test";
import { mostInASecond, type StandIn, type StandInFiling, startStandIn } from "@/testing/stand-in";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

/** Runs the commands as users do: in processes of their own, at EDGAR's real pace. */
const INGEST = "db/command/ingest.ts";
const FOLLOW = "db/command/follow.ts";
const TXT = /\/data\//;
const CONTACT = "Kestrel Research admin@example.org";

let database: TestDatabase;
let standIn: StandIn;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  [standIn] = await Promise.all([startStandIn(), emptyTables(database)]);
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  await standIn.stop();
});

type Run = { child: ChildProcess; ended: Promise<{ code: number | null; out: string; err: string }> };

function run(program: string, args: string[], contact = CONTACT): Run {
  const env = { ...process.env, DATABASE_URL: database.url, EDGAR_BASE_URL: standIn.url, EDGAR_CONTACT: contact };
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], { env });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((settle) =>
    child.on("close", (code) => {
      running.delete(child);
      settle({ code, out, err });
    }),
  );
  return { child, ended };
}

const stored = async () => {
  const rows = await database.db.query.filing.findMany({ columns: { accessionNumber: true } });
  return rows.map(({ accessionNumber }) => accessionNumber).sort();
};
const numbers = (filings: StandInFiling[]) => filings.map(({ accessionNumber }) => accessionNumber).sort();
const fetched = () => standIn.asked(TXT).length;
const until = (isSo: () => boolean | Promise<boolean>) =>
  vi.waitFor(async () => expect(await isSo()).toBe(true), { timeout: 60_000, interval: 15 });

test("two at once, one of them killed: at most 8 requests in any second, nothing lost, nothing stored twice", async () => {
  const filings = Array.from({ length: 18 }, (_, i) => madeUpFiling(i + 1, { day: "2025-06-10" }));
  standIn.filings.push(...filings);
  standIn.misbehave({ on: /00000[5-7]\.txt/, kind: "503", times: 2 });
  standIn.misbehave({ on: /00000[89]\.txt/, kind: "cut", times: 1 });
  const killed = run(INGEST, ["days", "2025-06-10"]);
  const other = run(INGEST, ["days", "2025-06-10", "--json"]);
  await until(() => fetched() >= 8);
  killed.child.kill("SIGKILL");
  const { code, out, err } = await other.ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out.trim().split("\n").at(-1) ?? "")).toMatchObject({ kind: "summary", listed: 18, refused: 0 });
  expect(await stored()).toEqual(numbers(filings));
  expect(mostInASecond(standIn.log)).toBeLessThanOrEqual(8);
  // What the killed one had fetched but not stored, and what arrived damaged, was fetched again.
  expect(fetched()).toBeLessThanOrEqual(18 + 4 + 3);
});

test("Ctrl-C ends cleanly and says how to resume; the same command resumes there", async () => {
  const filings = Array.from({ length: 8 }, (_, i) => madeUpFiling(i + 1, { day: "2025-06-10" }));
  standIn.filings.push(...filings);
  const first = run(INGEST, ["issuer", "9900208"]);
  await until(async () => (await stored()).length >= 2);
  first.child.kill("SIGINT");
  expect(await first.ended).toMatchObject({ code: 130, out: expect.stringMatching(/run the same command again/) });
  expect((await stored()).length).toBeLessThan(8);
  expect(await run(INGEST, ["issuer", "9900208"]).ended).toMatchObject({ code: 0 });
  expect(await stored()).toEqual(numbers(filings));
});

test("without a contact nothing is requested: exit code 2, and how to set it", async () => {
  const noContact = await run(INGEST, ["days", "2025-06-10"], "").ended;
  expect(noContact).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^EDGAR_CONTACT is not set/) });
  expect(standIn.log).toEqual([]);
});

test("follow: killed and started again it catches up, and Ctrl-C ends it normally", async () => {
  const day = newYorkClock(Date.now()).day;
  const filings = [1, 2].map((n) => madeUpFiling(n, { day }));
  standIn.filings.push(...filings);
  const first = run(FOLLOW, []);
  await until(async () => (await stored()).length === 2);
  first.child.kill("SIGKILL");
  await first.ended;

  filings.push(madeUpFiling(3, { day }));
  standIn.filings.push(...filings.slice(2));
  const second = run(FOLLOW, []);
  await until(async () => (await stored()).length === 3);
  second.child.kill("SIGINT");
  expect(await second.ended).toMatchObject({
    code: 0,
    err: expect.stringMatching(/Following EDGAR; complete through/),
  });
  expect(await stored()).toEqual(numbers(filings));
  expect(fetched()).toBe(3);
});

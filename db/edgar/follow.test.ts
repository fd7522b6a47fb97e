import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Edgar, type EdgarEvent, openEdgar } from "@/db/edgar/edgar";
import { fetchDue, follow } from "@/db/edgar/follow";
import { openPosition } from "@/db/edgar/follow-position";
import { pollFeed } from "@/db/edgar/poll-feed";
import { type AskedInVain, reconcile } from "@/db/edgar/reconcile";
import { startIngest } from "@/db/ingest/start-ingest";
import { filing, followPosition } from "@/db/schema";
import { connect } from "@/db/server/client";
import { emptyTables, madeUpFiling, otherFiling, testClock, testSlots } from "@/testing/filings-for-test";
import { type StandIn, type StandInFiling, startStandIn } from "@/testing/stand-in";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

// A busy machine may be slow.
vi.setConfig({ testTimeout: 30_000 });

const TXT = /\/data\//;
const FEED = /getcurrent/;
const INDEX = /-index\/.*\.idx/;

let database: TestDatabase;
let standIn: StandIn;
let clock: ReturnType<typeof testClock>;
let edgar: Edgar;
let events: EdgarEvent[];
let asked: AskedInVain;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  [standIn] = await Promise.all([startStandIn(), emptyTables(database)]);
  clock = testClock("2026-11-20T20:00:00Z");
  events = [];
  asked = new Map();
  edgar = open(database);
  await database.db.insert(followPosition).values({ reconciledThrough: "2026-11-19" });
});
afterEach(() => standIn.stop());

function open(connection: Edgar["connection"], signal?: AbortSignal): Edgar {
  const place = { edgarContact: "Kestrel admin@example.org", edgarBaseUrl: standIn.url, edgarDataUrl: standIn.url };
  const tell = (event: EdgarEvent) => events.push(event);
  return openEdgar(connection, place, { clock, slots: testSlots(clock), stallMs: 10_000, signal, tell });
}

const stored = async () => {
  const rows = await database.db.query.filing.findMany({ columns: { accessionNumber: true } });
  return rows.map(({ accessionNumber }) => accessionNumber).sort();
};
const numbers = (filings: StandInFiling[]) => filings.map(({ accessionNumber }) => accessionNumber).sort();
const reconciledThrough = async () => (await openPosition(database.db, "2026-11-20")).reconciledThrough;

/** One round of what `follow` does repeatedly. */
async function round() {
  const through = (await openPosition(database.db, new Date(clock.now()).toISOString().slice(0, 10))).reconciledThrough;
  await pollFeed(edgar, through);
  await reconcile(edgar, through, asked);
  const ingest = await startIngest(database, { run: "follow", isSample: false });
  while (await fetchDue(edgar, ingest, through));
  await reconcile(edgar, through, asked);
}

test("stores the feed's filings once, although each is listed for every filer and a search for form 4 finds 424B2 too", async () => {
  const ours = [
    madeUpFiling(1, { day: "2026-11-20", time: "090000", documentType: "3", owners: 2 }),
    madeUpFiling(2, { day: "2026-11-20", time: "091000", owners: 2 }),
    madeUpFiling(3, { day: "2026-11-20", time: "092000", documentType: "4/A" }),
    madeUpFiling(4, { day: "2026-11-20", time: "093000", documentType: "5" }),
  ];
  standIn.filings.push(...ours, otherFiling(90, "424B2", "2026-11-20"));
  await round();
  expect(await stored()).toEqual(numbers(ours));
  const later = madeUpFiling(5, { day: "2026-11-20", time: "150000" });
  standIn.filings.push(later);
  await round();
  expect(await stored()).toEqual(numbers([...ours, later]));
  expect(standIn.asked(TXT)).toHaveLength(5);
  expect(standIn.asked(/owner=only/)).toHaveLength(6);
});

test("reads the feed back as far as there is something new, and no further", async () => {
  const first = Array.from({ length: 130 }, (_, i) =>
    madeUpFiling(i + 1, { day: "2026-11-20", time: String(100_000 + i) }),
  );
  standIn.filings.push(...first, madeUpFiling(900, { day: "2026-11-18" }));
  // 130 filings with two filers each, and one of an earlier day: three pages.
  expect(await pollFeed(edgar, "2026-11-19")).toBe(130);
  expect(standIn.asked(/type=4/)).toHaveLength(3);
  expect(await pollFeed(edgar, "2026-11-19")).toBe(0);
  expect(standIn.asked(/type=4/)).toHaveLength(4);
});

test("begins with the last whole weekday, or after data sets where they end", async () => {
  await emptyTables(database);
  expect(await openPosition(database.db, "2026-11-20")).toMatchObject({ reconciledThrough: "2026-11-18" });
  await emptyTables(database);
  expect(await openPosition(database.db, "2026-11-23")).toMatchObject({ reconciledThrough: "2026-11-19" });
  await emptyTables(database);
  const ingest = await startIngest(database, { run: "x", isSample: false });
  await ingest.take({ fileName: "x.txt", bytes: Buffer.from(madeUpFiling(1, { day: "2026-09-30" }).text) });
  await database.db.update(filing).set({ source: "data-set" });
  expect(await openPosition(database.db, "2026-11-20")).toMatchObject({ reconciledThrough: "2026-09-29" });
});

describe("the day's index", () => {
  const friday = madeUpFiling(1, { day: "2026-11-20" });
  const missed = madeUpFiling(2, { day: "2026-11-20" });

  test("adds what the feed lacked, is read once more the next day, and then the day is complete", async () => {
    standIn.filings.push(friday);
    standIn.indexedThrough = "2026-11-19";
    await round();
    expect(standIn.asked(INDEX)).toEqual([]);

    clock.set("2026-11-21T04:00:00Z");
    standIn.filings.push(missed);
    standIn.indexedThrough = "2026-11-20";
    standIn.misbehave({ on: FEED, kind: "web page" });
    await expect(pollFeed(edgar, "2026-11-19")).rejects.toThrow(/it is a web page/);
    await reconcile(edgar, await reconciledThrough(), asked);
    const ingest = await startIngest(database, { run: "follow", isSample: false });
    await fetchDue(edgar, ingest, "2026-11-19");
    expect(await stored()).toEqual(numbers([friday, missed]));
    expect(await reconciledThrough()).toBe("2026-11-19");

    const added = madeUpFiling(3, { day: "2026-11-20" });
    standIn.filings.push(added);
    clock.set("2026-11-21T15:00:00Z");
    await reconcile(edgar, "2026-11-19", asked);
    expect(await reconciledThrough()).toBe("2026-11-19");
    await fetchDue(edgar, ingest, "2026-11-19");
    await reconcile(edgar, "2026-11-19", asked);
    expect(await reconciledThrough()).toBe("2026-11-20");
    expect(await stored()).toEqual(numbers([friday, missed, added]));
  });

  test("is requested again a quarter of an hour later if it is late, and the day is not skipped", async () => {
    standIn.filings.push(friday, madeUpFiling(9, { day: "2026-11-24" }));
    standIn.indexedThrough = "2026-11-19";
    await round();
    clock.set("2026-11-21T15:00:00Z");
    await round();
    clock.set("2026-11-21T15:10:00Z");
    await round();
    // Once in each order.
    expect(standIn.asked(INDEX)).toHaveLength(2);
    clock.set("2026-11-24T15:00:00Z");
    await round();
    expect(await reconciledThrough()).toBe("2026-11-19");
    standIn.indexedThrough = "2026-11-20";
    clock.set("2026-11-24T15:20:00Z");
    await round();
    expect(await reconciledThrough()).toBe("2026-11-20");
  });
});

test("catches up on every missed day after a month, without weekends and Thanksgiving, and stores nothing twice", async () => {
  standIn.filings.push(madeUpFiling(1, { day: "2026-11-20" }));
  await round();
  const month = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-14"];
  for (const [i, day] of month.entries()) {
    standIn.filings.push(madeUpFiling(i * 2 + 2, { day }), madeUpFiling(i * 2 + 3, { day, owners: 2 }));
  }
  standIn.feedFrom = "2026-12-14";
  const all = [...standIn.filings];
  clock.set("2026-12-15T15:00:00Z");
  await round();
  expect(await stored()).toEqual(numbers(all));
  expect(standIn.asked(TXT)).toHaveLength(15);
  expect(await reconciledThrough()).toBe("2026-12-14");
  const days = await database.db.query.indexDay.findMany();
  expect(days.find(({ day }) => day === "2026-11-26")?.state).toBe("absent");
});

test("stores each of 200 filings of a day once, from an EDGAR that misbehaves in every way", async () => {
  const day = "2026-11-20";
  const ours = Array.from({ length: 200 }, (_, i) =>
    madeUpFiling(i + 1, { day, time: String(90_000 + i), owners: 1 + (i % 2) }),
  );
  // Two of them are documents that have crashed programs.
  const [first, second] = ours;
  if (!first || !second) throw new Error("none");
  first.text = first.text.replace("<signatureDate>2026", "<signatureDate>0026");
  second.text = second.text.replace("</ownershipDocument>", "<constructor>x</constructor></ownershipDocument>");
  standIn.filings.push(...ours);
  standIn.indexedThrough = "2026-11-19";

  const kinds = [
    "too fast",
    "429",
    "503",
    "refused connection",
    "cut",
    "web page",
    "truncated",
    "other filing",
  ] as const;
  for (const [i, kind] of kinds.entries()) {
    standIn.misbehave({ on: FEED, kind, times: 1 });
    standIn.misbehave({ on: new RegExp(`-26-000(0|1)${i}\\d`), kind, times: 3 });
  }
  standIn.misbehave({ on: /undeclared|00005/, kind: "undeclared with 200", times: 1 });
  standIn.misbehave({ on: /form\.20261120/, kind: "NUL bytes", times: 1 });
  standIn.misbehave({ on: /\.20261120/, kind: "damaged lines", times: 2 });

  const failures: unknown[] = [];
  for (let rounds = 0; (await reconciledThrough()) < day; rounds++) {
    if (rounds > 60) throw new Error(`not done after ${rounds} rounds: ${failures.slice(-3)}`);
    // The index is published in the evening, and the next days pass.
    if (rounds === 10) {
      standIn.indexedThrough = day;
      clock.set("2026-11-21T15:00:00Z");
    }
    await round().catch((error: unknown) => failures.push(error));
    clock.set(new Date(clock.now() + 20 * 60_000).toISOString());
  }
  expect(failures.length).toBeGreaterThan(0);
  expect(await stored()).toEqual(numbers(ours));
  const { rows } = await database.pool.query(
    "select count(*)::int as rows, max(version)::int as version from filing join filing_row using (accession_number)",
  );
  expect(rows).toEqual([{ rows: 200, version: 1 }]);
  const day20 = (await database.db.query.indexDay.findMany()).find((each) => each.day === day);
  expect(day20?.state).toBe("read");
});

test("retries a filing that the archive does not have yet, at growing intervals", async () => {
  const early = madeUpFiling(1, { day: "2026-11-20" });
  standIn.filings.push(early);
  standIn.misbehave({ on: TXT, kind: "other filing", times: 3 });
  standIn.filings.push(otherFiling(90, "424B2", "2026-11-20"));
  await round();
  await round();
  expect(await stored()).toEqual([]);
  expect(standIn.asked(TXT)).toHaveLength(3);
  clock.set("2026-11-20T20:03:00Z");
  await round();
  expect(await stored()).toEqual([early.accessionNumber]);
});

describe("following as a whole", () => {
  let interrupt: AbortController;
  let running: Promise<void>;
  const start = (connection: Edgar["connection"] = database) => {
    interrupt = new AbortController();
    running = follow(open(connection, interrupt.signal));
  };
  const stop = async () => {
    interrupt.abort();
    await running;
  };
  const untilStored = (filings: StandInFiling[]) =>
    vi.waitFor(async () => expect(await stored()).toEqual(numbers(filings)), { timeout: 60_000, interval: 20 });

  test("continues through errors of EDGAR and a lost database, and remembers where it was", async () => {
    standIn.filings.push(madeUpFiling(1, { day: "2026-11-20" }));
    const other = connect(database.url);
    start(other);
    await untilStored(standIn.filings);

    standIn.misbehave({ on: FEED, kind: "refused connection", times: 14 });
    standIn.filings.push(madeUpFiling(2, { day: "2026-11-20" }));
    await untilStored(standIn.filings);

    vi.spyOn(console, "error").mockImplementation(() => {});
    await asOwner(
      database,
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
    );
    standIn.filings.push(madeUpFiling(3, { day: "2026-11-20" }));
    await untilStored(standIn.filings);
    await stop();
    await other.end();
    expect(events.filter(({ kind }) => kind === "failed").length).toBeGreaterThan(0);
    const [position] = await database.db.query.followPosition.findMany();
    expect(position?.polledAt).not.toBeNull();
    expect(new Set(standIn.asked(TXT).map(({ path }) => path)).size).toBe(standIn.asked(TXT).length);
  });

  test("stands by while another process follows", async () => {
    standIn.filings.push(madeUpFiling(1, { day: "2026-11-20" }));
    start();
    await untilStored(standIn.filings);
    const second = connect(database.url);
    const secondInterrupt = new AbortController();
    const standingBy = follow(open(second, secondInterrupt.signal));
    await vi.waitFor(() => expect(events).toContainEqual({ kind: "standing by" }), { timeout: 60_000 });
    secondInterrupt.abort();
    await Promise.all([standingBy, stop()]);
    await second.end();
  });
});

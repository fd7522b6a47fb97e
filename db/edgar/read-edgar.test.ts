import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ingestDays } from "@/db/command/edgar/days";
import type { Work } from "@/db/command/edgar/edgar-command";
import { ingestInsider, ingestIssuer } from "@/db/command/edgar/filer";
import { ingestFiling } from "@/db/command/edgar/filing";
import { type EdgarEvent, openEdgar } from "@/db/edgar/edgar";
import { startIngest } from "@/db/ingest/start-ingest";
import { findIssuer } from "@/db/queries/issuer";
import { rawDocument } from "@/db/schema";
import { readSettings } from "@/lib/settings";
import { corpusFolder } from "@/testing/corpus";
import {
  corpusFilings,
  corpusSubmissions,
  emptyTables,
  madeUpFiling,
  otherFiling,
  testClock,
  testSlots,
} from "@/testing/filings-for-test";
import { type FaultKind, type StandIn, type StandInFiling, startStandIn } from "@/testing/stand-in";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

// A busy machine may be slow.
vi.setConfig({ testTimeout: 30_000 });

const TXT = /\/data\//;

let database: TestDatabase;
let standIn: StandIn;
let events: EdgarEvent[];
let clock: ReturnType<typeof testClock>;
let work: Work;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  [standIn] = await Promise.all([startStandIn(), emptyTables(database)]);
  events = [];
  clock = testClock("2026-12-01T15:00:00Z");
  work = open();
});

afterEach(() => standIn.stop());

function open(stallMs = 10_000): Work {
  const read = readSettings({ EDGAR_CONTACT: "Kestrel Research admin@example.org", EDGAR_BASE_URL: standIn.url });
  if ("problems" in read || !read.settings.edgarContact) throw new Error("settings");
  const { edgarContact } = read.settings;
  const options = { clock, slots: testSlots(clock), stallMs, tell: (event: EdgarEvent) => events.push(event) };
  const edgar = openEdgar(database, { ...read.settings, edgarContact }, options);
  return { edgar, settings: read.settings, progress: () => () => {}, stages: () => () => {} };
}

const numbers = (filings: StandInFiling[]) => filings.map(({ accessionNumber }) => accessionNumber).sort();
const stored = async () => {
  const rows = await database.db.query.filing.findMany({ columns: { accessionNumber: true, filedAt: true } });
  return rows.map(({ accessionNumber }) => accessionNumber).sort();
};
const told = (kind: EdgarEvent["kind"]) => events.filter((event) => event.kind === kind);
const fetchedTwice = () => {
  const paths = standIn
    .asked(TXT)
    .filter(({ status }) => status === 200)
    .map(({ path }) => path);
  return paths.filter((path, i) => paths.indexOf(path) !== i);
};

/** Friday, Monday and Tuesday, with other things that an index lists. */
const someDays = () => {
  const ours = [
    madeUpFiling(1, { day: "2026-11-20" }),
    madeUpFiling(2, { day: "2026-11-20", documentType: "4/A" }),
    madeUpFiling(3, { day: "2026-11-23", documentType: "3", owners: 2 }),
    madeUpFiling(4, { day: "2026-11-24", documentType: "5" }),
    madeUpFiling(5, { day: "2026-11-24", owners: 2 }),
  ];
  standIn.filings.push(...ours, otherFiling(90, "424B2", "2026-11-20"), otherFiling(91, "40-F", "2026-11-24"));
  return ours;
};

describe("days", () => {
  test("stores every form 3, 4 and 5 once, with its acceptance time, and nothing else", async () => {
    const ours = someDays();
    const outcome = await ingestDays(work, "2026-11-20..2026-11-24");
    expect(outcome).toMatchObject({ code: 0, summary: { daysRead: 3, listed: 5, stored: 5, refused: 0 } });
    expect(await stored()).toEqual(numbers(ours));
    expect(standIn.asked(TXT)).toHaveLength(5);
    const [first] = await database.db.query.filing.findMany({ where: (f, { eq }) => eq(f.documentType, "4/A") });
    expect(first?.filedAt?.toISOString()).toBe("2026-11-20T22:52:00.000Z");
  });

  test("the second time, fetches no document and no unchanged index", async () => {
    someDays();
    await ingestDays(work, "2026-11-20..2026-11-24");
    standIn.log.length = 0;
    const outcome = await ingestDays(work, "2026-11-20..2026-11-24");
    expect(outcome).toMatchObject({ code: 0, summary: { listed: 5, keptBefore: 5, stored: 0 } });
    expect(standIn.log.map(({ status }) => status)).toEqual([304, 304, 304]);
  });

  test("skips weekends and today, accepts holidays, and reports a weekday without an index", async () => {
    someDays();
    standIn.filings.push(madeUpFiling(6, { day: "2026-11-30" }));
    const outcome = await ingestDays(work, "2026-11-24..2026-12-31");
    expect(outcome).toMatchObject({
      code: 0,
      summary: {
        to: "2026-12-01",
        daysRead: 2,
        daysWithoutIndex: ["2026-11-25", "2026-11-26", "2026-11-27"],
        notYet: ["2026-12-01"],
      },
    });
    expect(told("day without index")).toEqual([
      { kind: "day without index", day: "2026-11-25", status: 403, holiday: null, isInQuarter: false },
      { kind: "day without index", day: "2026-11-26", status: 403, holiday: "Thanksgiving Day", isInQuarter: false },
      { kind: "day without index", day: "2026-11-27", status: 403, holiday: null, isInQuarter: false },
    ]);
    expect(standIn.asked(/form\.2026112[189]/)).toEqual([]);
    const days = await database.db.query.indexDay.findMany({
      where: (d, { gte }) => gte(d.day, "2026-11-24"),
      orderBy: (d) => d.day,
    });
    expect(days.map(({ day, state }) => `${day} ${state}`)).toEqual([
      "2026-11-24 read",
      "2026-11-25 absent",
      "2026-11-26 absent",
      "2026-11-27 absent",
      "2026-11-30 read",
    ]);
  });

  test("finds a day whose own index is missing in its quarter's index", async () => {
    const ours = someDays();
    standIn.unindexed.add("2026-11-23");
    const outcome = await ingestDays(work, "2026-11-20..2026-11-24");
    expect(outcome).toMatchObject({ code: 0, summary: { daysRead: 3, daysWithoutIndex: [], stored: 5 } });
    expect(await stored()).toEqual(numbers(ours));
    expect(told("day without index")).toMatchObject([{ day: "2026-11-23", isInQuarter: true }]);
  });

  test("reads whole quarters by their own index, and the rest by day", async () => {
    const ours = [
      madeUpFiling(1, { day: "2026-03-31" }),
      madeUpFiling(2, { day: "2026-04-01" }),
      madeUpFiling(3, { day: "2026-06-30" }),
      madeUpFiling(4, { day: "2026-07-01" }),
    ];
    standIn.filings.push(...ours);
    await ingestDays(work, "2026-03-31..2026-07-01");
    expect(await stored()).toEqual(numbers(ours));
    expect(standIn.asked(/-index\//).map(({ path }) => path)).toEqual([
      "/Archives/edgar/daily-index/2026/QTR1/form.20260331.idx",
      "/Archives/edgar/full-index/2026/QTR2/form.idx",
      "/Archives/edgar/daily-index/2026/QTR3/form.20260701.idx",
    ]);
  });

  test.each([
    "too fast",
    "429",
    "503",
    "refused connection",
    "cut",
    "silent",
    "slow",
    "web page",
    "truncated",
    "other filing",
    "forbidden",
    "undeclared with 200",
  ] satisfies FaultKind[])("%s on the way: nothing is lost, nothing stored twice", async (kind) => {
    const ours = someDays();
    if (kind === "silent") work = open(200);
    standIn.misbehave({ on: TXT, kind, times: 2 });
    standIn.misbehave({ on: /form\.20261123/, kind: kind === "other filing" ? "web page" : kind, times: 1 });
    const outcome = await ingestDays(work, "2026-11-20..2026-11-24");
    expect(outcome).toMatchObject({ code: 0, summary: { listed: 5, stored: 5, notFetched: 0 } });
    expect(await stored()).toEqual(numbers(ours));
    expect(await database.db.$count(rawDocument)).toBe(5);
  });

  test("reports a damaged index, and reads it in its other order", async () => {
    const ours = someDays();
    standIn.misbehave({ on: /form\.20261124/, kind: "damaged lines" });
    await ingestDays(work, "2026-11-20..2026-11-24");
    expect(await stored()).toEqual(numbers(ours));
    expect(told("damaged lines")).toMatchObject([{ isMended: true, lines: [{ accessionNumber: null }, {}] }]);
  });

  test("damaged in both orders: fetches what is left, and reports the rest with its lines", async () => {
    someDays();
    standIn.misbehave({ on: /\.20261124/, kind: "damaged lines" });
    await ingestDays(work, "2026-11-24");
    expect(told("damaged lines")).toMatchObject([{ isMended: false }]);
    const [day] = await database.db.query.indexDay.findMany();
    expect(day?.damagedLines).toHaveLength(2);
  });

  test("an index with NUL bytes in both orders: the line is reported with its number, and the rest is fetched", async () => {
    const ours = someDays();
    standIn.misbehave({ on: /\.20261124/, kind: "NUL bytes" });
    await ingestDays(work, "2026-11-20..2026-11-24");
    expect(await stored()).toEqual(numbers(ours));
    expect(told("damaged lines")).toMatchObject([
      { isMended: false, lines: [{ line: expect.any(Number), text: "\uFFFD\uFFFD a line of zeros \uFFFD" }] },
    ]);
  });

  test("reports a listed filing that EDGAR does not have, fetches the others, and requests it again later", async () => {
    const [first, ...others] = someDays();
    if (!first) throw new Error("none");
    const { filers } = first;
    first.filers = [{ cik: "9900208", name: "KESTREL", role: "Issuer" }];
    standIn.misbehave({ on: new RegExp(first.accessionNumber), kind: "other filing" });
    expect(await ingestDays(work, "2026-11-20..2026-11-24")).toMatchObject({
      code: 1,
      summary: { stored: 4, notFetched: 1 },
    });
    expect(told("not fetched")).toMatchObject([
      { accessionNumber: first.accessionNumber, message: expect.stringMatching(/it is submission/) },
    ]);
    expect(await stored()).toEqual(numbers(others));
    first.filers = filers;
  });

  test("refuses a paper form once, and does not fetch it again", async () => {
    const paper = madeUpFiling(1, { day: "2026-11-20" });
    paper.text = paper.text.replace(/<XML>[\s\S]*<\/XML>/, "see paper");
    standIn.filings.push(paper);
    expect(await ingestDays(work, "2026-11-20")).toMatchObject({ code: 1, summary: { refused: 1 } });
    expect(await ingestDays(work, "2026-11-20")).toMatchObject({ code: 0, summary: { refused: 0, stored: 0 } });
    expect(standIn.asked(TXT)).toHaveLength(1);
  });

  test("fetches a filing whose line lost its form, to see what it is", async () => {
    const [ours] = someDays();
    if (!ours) throw new Error("none");
    const list = (form: string, number: string) =>
      `${form.padEnd(12)}${"KESTREL".padEnd(62)}9900208     20261120    edgar/data/9900208/${number}.txt\n`;
    const other = otherFiling(90, "424B2", "2026-11-20");
    other.text = other.text.replace("SUBMISSION TYPE:\t4", "SUBMISSION TYPE:\t424B2");
    standIn.filings.splice(0, 99, ours, other);
    const text = `Description: Index\n${"-".repeat(80)}\n${list("", ours.accessionNumber)}${list("", other.accessionNumber)}`;
    standIn.files.set("/Archives/edgar/daily-index/2026/QTR4/form.20261120.idx", Buffer.from(text));
    standIn.misbehave({ on: /master/, kind: "503" });
    expect(await ingestDays(work, "2026-11-20")).toMatchObject({ code: 0, summary: { stored: 1, refused: 0 } });
    expect(await database.db.query.listedFiling.findMany()).toMatchObject([{ accessionNumber: ours.accessionNumber }]);
  });

  test("completes a filing known as bare XML, and does not request one stored with its header", async () => {
    const [first, second] = someDays();
    if (!first || !second) throw new Error("none");
    const ingest = await startIngest(database, { run: "files", isSample: false });
    const xml = /<XML>\n([\s\S]*?)\n<\/XML>/.exec(first.text)?.[1] ?? "";
    await ingest.take({ fileName: `${first.accessionNumber}.xml`, bytes: Buffer.from(xml) });
    await ingest.take({ fileName: "x.txt", bytes: Buffer.from(second.text) });
    await ingest.end();
    expect(await ingestDays(work, "2026-11-20")).toMatchObject({
      summary: { keptBefore: 1, stored: 0, alreadyThere: 1 },
    });
    expect(standIn.asked(TXT).map(({ path }) => path)).toEqual([expect.stringContaining(first.accessionNumber)]);
    const filings = await database.db.query.filing.findMany();
    expect(filings.map(({ filedAt }) => filedAt !== null)).toEqual([true, true]);
  });

  test("reports that EDGAR is down, and keeps what was stored", async () => {
    someDays();
    standIn.misbehave({ on: TXT, kind: "refused connection" });
    await expect(ingestDays(work, "2026-11-20..2026-11-24")).rejects.toThrow(
      /after 6 attempts: the connection was lost/,
    );
    expect(await stored()).toEqual([]);
  });

  test.each([["2026-11-31"], ["2026-11-20..2026-11-01"], ["november"], ["2027-01-01"], ["1999-01-01"]])(
    "refuses %s with a reason",
    async (days) => {
      await expect(ingestDays(work, days)).rejects.toThrow(`days ${days}:`);
      expect(standIn.log).toEqual([]);
    },
  );
});

describe("issuer and insider", () => {
  test("fetches by CIK or symbol, from the older files too, and a filing listed under both once", async () => {
    const ours = someDays();
    standIn.recent = 2;
    standIn.files.set(
      "/files/company_tickers.json",
      Buffer.from(JSON.stringify({ 0: { cik_str: 9900208, ticker: "KSTG", title: "Kestrel" } })),
    );
    expect(await ingestIssuer(work, "kstg", null)).toMatchObject({ code: 0, summary: { cik: "9900208", stored: 5 } });
    expect(await stored()).toEqual(numbers(ours));
    expect((await findIssuer(database.db, "9900208"))?.industry).toEqual({
      code: "3612",
      name: "Power, Distribution & Specialty Transformers",
      source: "edgar",
      asOf: "2026-12-01",
    });
    expect(await ingestInsider(work, "0009900416", null)).toMatchObject({ summary: { listed: 5, keptBefore: 5 } });
    expect(fetchedTwice()).toEqual([]);
  });

  test("--since skips older filings, and files with nothing else", async () => {
    someDays();
    standIn.recent = 3;
    expect(await ingestIssuer(work, "9900208", "2026-11-24")).toMatchObject({ summary: { listed: 2, stored: 2 } });
    expect(standIn.asked(/submissions-001/)).toEqual([]);
  });

  test("reports a symbol or a number that EDGAR does not know", async () => {
    standIn.files.set("/files/company_tickers.json", Buffer.from("{}"));
    await expect(ingestIssuer(work, "NONE", null)).rejects.toThrow(/issuer NONE:/);
    await expect(ingestInsider(work, "12", null)).rejects.toThrow("EDGAR knows no filer 0000000012.");
    await expect(ingestInsider(work, "Tollefsen", null)).rejects.toThrow(/not a CIK/);
    await expect(ingestIssuer(work, "12", "yesterday")).rejects.toThrow("--since yesterday");
  });
});

describe("filing", () => {
  test("fetches by number, found in the indexes of its year; the second time it is already there", async () => {
    const [ours] = someDays();
    if (!ours) throw new Error("none");
    expect(await ingestFiling(work, ours.accessionNumber)).toMatchObject({ code: 0, summary: { outcome: "stored" } });
    expect(await stored()).toEqual([ours.accessionNumber]);
    standIn.log.length = 0;
    expect(await ingestFiling(work, ours.accessionNumber.replaceAll("-", ""))).toMatchObject({ code: 0 });
    expect(standIn.log).toEqual([]);
  });

  test("fetches by an address of the archive, without searching for its filer", async () => {
    const [ours] = someDays();
    await ingestFiling(work, `https://www.sec.gov/Archives/edgar/data/9900416/${ours?.accessionNumber}.txt`);
    expect(standIn.log).toHaveLength(1);
  });

  test("refuses another filing in its place", async () => {
    const [ours] = someDays();
    standIn.misbehave({ on: TXT, kind: "other filing" });
    const address = `/Archives/edgar/data/9900416/${ours?.accessionNumber}.txt`;
    expect(await ingestFiling(work, address)).toMatchObject({ code: 1, summary: { outcome: "not fetched" } });
    expect(await stored()).toEqual([]);
  });

  test("reports one that EDGAR does not have, and an invalid number", async () => {
    someDays();
    await expect(ingestFiling(work, "9999000001-26-000077")).rejects.toThrow(/EDGAR does not have it/);
    await expect(ingestFiling(work, "AAPL")).rejects.toThrow(/not an accession number/);
  });
});

const corpus = corpusFolder();

describe.skipIf(corpus === null)("real filings in EDGAR's own paths (skipped where there is no corpus)", () => {
  test("stores a day's real submissions, by their index", async () => {
    standIn.filings.push(...corpusSubmissions(corpus ?? ""));
    expect(await ingestDays(work, "2025-03-18")).toMatchObject({ code: 0, summary: { stored: 2, withProblems: 0 } });
    expect(await stored()).toEqual(["0001387467-25-000038", "0001617553-25-000024"]);
  });

  test("stores what the archive has of an insider's real list, and reports the rest", async () => {
    const real = corpusFilings(corpus ?? "", "1494730");
    const path = "/submissions/CIK0001494730.json";
    standIn.filings.push(...real);
    standIn.files.set(path, readFileSync(`${corpus}/edgar/submissions/CIK0001494730.json`));
    const outcome = await ingestInsider(work, "1494730", "2017-01-01");
    expect(outcome.summary).toMatchObject({
      name: "Musk Elon",
      refused: 0,
      stored: real.filter(({ filingDate }) => filingDate >= "2017-01-01").length,
    });
    expect(outcome.summary.notFetched).toBe(told("not fetched").length);
    expect(fetchedTwice()).toEqual([]);
  });
});

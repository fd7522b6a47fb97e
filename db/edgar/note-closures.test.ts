import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { noteClosures } from "@/db/edgar/note-closures";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingToDerive, indexDay, lateness } from "@/db/schema";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const sold = (date: string): FilingForTest["rows"][number] => ({
  code: "S",
  letter: "D",
  date,
  shares: "100",
  price: "10",
});
const sale = (n: number, date: string, filed: string, period = date) =>
  filingForTest({ n, owner: [`990050${n}`, `Person${n} Given`], filed, period, rows: [sold(date)] });

const number = (n: number) => `9999000001-25-00000${n}`;
const waiting = async () => (await database.db.select().from(filingToDerive)).map((row) => row.accessionNumber).sort();
const due = async () => {
  const rows = await database.db.select().from(lateness);
  return Object.fromEntries(rows.map((row) => [Number(row.accessionNumber.slice(-1)), `${row.days} ${row.due}`]));
};
const note = (day: string, state: "read" | "absent") =>
  noteClosures(database.db, day, day, async (tx) => {
    await tx.insert(indexDay).values({ day, state }).onConflictDoUpdate({ target: indexDay.day, set: { state } });
  });

test("a Wednesday without an index moves the due day of filings whose time includes it, and of no others", async () => {
  const filings = [
    // Filed after it; filed before it but due after it; and filed years late, with a period other than the trade's.
    sale(1, "2024-05-14", "2024-05-16"),
    sale(2, "2024-05-14", "2024-05-14"),
    sale(3, "2024-01-10", "2024-05-20", "2024-05-20"),
    filingForTest({
      n: 4,
      form: "3",
      owner: ["9900504", "Person4 Given"],
      filed: "2024-05-10",
      period: "2024-05-05",
      rows: [{ held: "5" }],
    }),
    // Before it, and after it.
    sale(5, "2024-05-10", "2024-05-14"),
    sale(6, "2024-05-16", "2024-05-17"),
  ];
  await ingestFiles(database, filings, { isSample: true });
  const before = {
    1: "2 2024-05-16",
    2: "0 2024-05-16",
    3: "91 2024-01-12",
    4: "5 2024-05-15",
    5: "2 2024-05-14",
    6: "1 2024-05-20",
  };
  expect(await due()).toEqual(before);

  await note("2024-05-15", "absent");
  expect(await waiting()).toEqual([1, 2, 3, 4].map(number));
  await deriveWaiting(database);
  const closed = { ...before, 1: "1 2024-05-17", 2: "0 2024-05-17", 3: "90 2024-01-12", 4: "5 2024-05-16" };
  expect(await due()).toEqual(closed);

  await note("2024-05-15", "absent");
  expect(await waiting()).toEqual([]);
  await note("2024-05-15", "read");
  expect(await waiting()).toEqual([1, 2, 3, 4].map(number));
  await deriveWaiting(database);
  expect(await due()).toEqual(before);
});

test("a holiday or a known closure changes nothing", async () => {
  await ingestFiles(database, [sale(7, "2024-05-24", "2024-05-28"), sale(8, "2018-12-04", "2018-12-06")], {
    isSample: true,
  });
  await note("2024-05-27", "absent");
  await note("2018-12-05", "absent");
  expect(await waiting()).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { noteBegun } from "@/db/derive/attempts";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "10", price: "2", held: "90" } as const;
const [BAD, GOOD, LATER] = ["9999000001-25-000001", "9999000001-25-000002", "9999000001-25-000003"];

const filing = (n: number, shares = "10") =>
  filingForTest({ n, owner: [`990041${n}`, `Tollefsen Ingrid ${n}`], rows: [{ ...SALE, shares }] });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Simulates a bug that stops one filing from being derived.
  await asOwner(
    database,
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'an unknown fault'; end $$;
    create trigger fail before insert on row_check for each row when (new.accession_number = '${BAD}') execute function fail()`,
  );
});
afterAll(() => database.drop());

const waiting = async () =>
  (
    await database.pool.query(
      "select accession_number as number, failures, last_failure as reason from filing_to_derive order by 1",
    )
  ).rows;
const derived = async () =>
  (await database.pool.query("select distinct accession_number as number from row_check order by 1")).rows.map(
    ({ number }) => number,
  );

test("a filing that cannot be derived stays queued with the reason, is counted by the run, and does not stop others", async () => {
  const events: unknown[] = [];
  const summary = await ingestFiles(database, [filing(1), filing(2)], {
    isSample: false,
    onEvent: (event) => events.push(event),
  });
  expect(summary).toMatchObject({ stored: 2, notDerived: 1 });
  expect(events).toContainEqual({ kind: "not derived", accessionNumbers: [BAD], message: "an unknown fault" });
  expect(await derived()).toEqual([GOOD]);
  expect(await waiting()).toMatchObject([{ number: BAD, reason: "an unknown fault" }]);
});

test("it is tried again after all others, at most once a run", async () => {
  const [{ failures }] = (await waiting()) as [{ failures: number }];
  const failed: unknown[] = [];
  await database.pool.query("insert into filing_to_derive select accession_number from filing on conflict do nothing");
  await deriveWaiting(database, { onFailed: (numbers) => failed.push(numbers) });
  expect(failed).toEqual([[BAD]]);
  expect(await waiting()).toEqual([{ number: BAD, failures: failures + 1, reason: "an unknown fault" }]);
});

test("it is not tried while others are stored", async () => {
  const before = await waiting();
  await deriveWaiting(database, { onlyFresh: true });
  expect(await waiting()).toEqual(before);
});

test("one that was cut off with its process is recorded, and is tried alone", async () => {
  await database.pool.query("insert into filing_to_derive values ($1)", [GOOD]);
  await noteBegun(database.pool, [GOOD ?? ""]);
  expect(await waiting()).toContainEqual({ number: GOOD, failures: 1, reason: null });
  await deriveWaiting(database, { onFailed: () => undefined });
  expect((await waiting()).map(({ number }) => number)).toEqual([BAD]);
});

test("a new version of it starts without the old failures", async () => {
  await asOwner(database, "drop trigger fail on row_check");
  await ingestFiles(database, [filing(1, "11"), filing(3)], { isSample: false });
  expect(await waiting()).toEqual([]);
  expect(await derived()).toEqual([BAD, GOOD, LATER]);
});

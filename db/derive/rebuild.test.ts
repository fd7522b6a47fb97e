import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { deriveBatch } from "@/db/derive/derive-batch";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { emptyDerived } from "@/db/derive/empty-derived";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { rebuildListing } from "@/db/derive/rebuild-listing";
import { rebuildNotes } from "@/db/derive/rebuild-notes";
import { withDerivers } from "@/db/derive/with-derivers";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { migrateDatabase } from "@/db/server/migrate";
import type { deriveConnected } from "@/lib/derive/derive-connected";
import { derivedForTest } from "@/testing/derived-for-test";
import { listed, readLargestIssuers } from "@/testing/sample-filings";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const odd = vi.hoisted(() => ({ accessionNumber: "" }));

/** Deriving the odd filing fails, with all connected filings. */
vi.mock("@/lib/derive/derive-connected", async (importOriginal) => {
  const original = await importOriginal<{ deriveConnected: typeof deriveConnected }>();
  return {
    deriveConnected: (...given: Parameters<typeof deriveConnected>) => {
      if (given[0].some(({ filing }) => filing.accessionNumber === odd.accessionNumber)) throw new Error("odd");
      return original.deriveConnected(...given);
    },
  };
});

const FROM_NOTHING = { closures: new Set<string>(), isFromNothing: true };

let database: TestDatabase;
let issuers: string[];
let expected: Awaited<ReturnType<typeof derivedForTest>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const filings = await readLargestIssuers(3);
  issuers = [...new Set(filings.map(({ issuerCik }) => issuerCik))];
  await ingestFiles(database, filings.map(listed), { isSample: true });
  expected = await derivedForTest(database);
}, 120_000);
afterEach(() => {
  odd.accessionNumber = "";
});
afterAll(() => database.drop());

const numbersOf = async (query: string, values: unknown[] = []) => {
  const { rows } = await database.pool.query<{ accession_number: string }>(query, values);
  return rows.map((row) => row.accession_number);
};
const waiting = () => numbersOf("select accession_number from filing_to_derive order by 1");

test("an odd filing does not stop others: its connected filings stay queued and are reported once", async () => {
  const [first = ""] = await numbersOf(
    "select accession_number from filing where issuer_cik = $1 order by accession_number limit 1",
    [issuers[0]],
  );
  odd.accessionNumber = first;
  const ofIssuer = await numbersOf("select accession_number from filing where issuer_cik = $1 order by 1", [
    issuers[0],
  ]);
  const all = await numbersOf("select accession_number from filing");
  expect(await rebuildDerived(database)).toBe(all.length - ofIssuer.length);
  expect(await waiting()).toEqual(ofIssuer);

  const failed: (readonly string[])[] = [];
  const done = await deriveWaiting(database, { onFailed: (numbers) => failed.push(numbers) });
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain(first);
  expect(await waiting()).toEqual(failed[0]);
  expect(done).toBe(ofIssuer.length - (failed[0]?.length ?? 0));
  // What was derived from it before stays until it is derived again.
  expect(await derivedForTest(database)).toEqual(expected);

  odd.accessionNumber = "";
  await deriveWaiting(database);
  expect(await waiting()).toEqual([]);
}, 60_000);

test("a run from nothing gives the same, with the same keys and indexes", async () => {
  const before = await schemaOf(database);
  const client = await database.pool.connect();
  const end = await emptyDerived(client);
  expect(end).not.toBeNull();
  expect(await schemaOf(database)).not.toEqual(before);
  await deriveBatch(database.pool, issuers, FROM_NOTHING);
  const { signal } = new AbortController();
  const told: [number, string][] = [];
  await withDerivers(database.pool, { inProcesses: false, signal }, (doOrders) =>
    rebuildListing(database.pool, doOrders).then(() =>
      rebuildNotes(database.pool, doOrders, (done, total, unit) => told.push([done / total, unit])),
    ),
  );
  expect(told.at(0)?.[1]).toBe("notes read");
  expect(told.at(-1)).toEqual([1, "notes to search"]);
  expect(await waiting()).toEqual([]);
  await end?.();
  client.release();
  expect(await derivedForTest(database)).toEqual(expected);
  expect(await schemaOf(database)).toEqual(before);
}, 60_000);

test("notes that an interruption left out are queued with their filings", async () => {
  const client = await database.pool.connect();
  const end = await emptyDerived(client);
  await deriveBatch(database.pool, issuers, FROM_NOTHING);
  const interrupt = new AbortController();
  await withDerivers(database.pool, { inProcesses: false, signal: interrupt.signal }, (doOrders) =>
    rebuildListing(database.pool, doOrders).then(() =>
      rebuildNotes(database.pool, doOrders, (_done, _total, unit) => {
        if (unit === "notes to search") interrupt.abort();
      }),
    ),
  );
  await end?.();
  client.release();
  await deriveWaiting(database);
  expect(await derivedForTest(database)).toEqual(expected);
}, 60_000);

test("the next start repairs a killed run from nothing", async () => {
  const before = await schemaOf(database);
  const client = await database.pool.connect();
  await emptyDerived(client);
  await deriveBatch(database.pool, issuers.slice(1), FROM_NOTHING);
  client.release(true);
  await vi.waitFor(async () => {
    await migrateDatabase(database.url);
    expect(await schemaOf(database)).toEqual(before);
  });
  expect(await waiting()).toEqual(await numbersOf("select accession_number from filing order by 1"));
  await deriveWaiting(database);
  expect(await derivedForTest(database)).toEqual(expected);
}, 60_000);

async function schemaOf({ pool }: TestDatabase): Promise<unknown[]> {
  const { rows } = await pool.query(
    "select indexdef, conname from pg_indexes left join pg_constraint on conname = indexname where schemaname = 'public' order by 1",
  );
  return rows;
}

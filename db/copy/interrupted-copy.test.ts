import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { countFacets } from "@/db/copy/count-facets";
import { ListingCopy } from "@/db/copy/listing-copy";
import { readAllParts } from "@/db/copy/read-lines";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

vi.mock("@/db/copy/read-lines", async (original) => {
  const real = await original<typeof import("@/db/copy/read-lines")>();
  return { ...real, readAllParts: vi.fn(real.readAllParts) };
});

let database: TestDatabase;
let first: Client;
let second: Client;
let folder: string;
let copy: ListingCopy;

beforeAll(async () => {
  database = await createTestDatabase("owner");
  [first, second] = [new Client(database.url), new Client(database.url)];
  await Promise.all([first.connect(), second.connect()]);
});
afterAll(async () => {
  await Promise.all([first.end(), second.end()]);
  await database.drop();
});

/** Three purchases on one issuer. */
beforeEach(async () => {
  await first.query("truncate filing cascade");
  await first.query(`insert into filing (accession_number, source, version, is_sample, ordered_at, issuer_cik, has_tables)
    select '9999000001-24-00000' || n, 'xml', 1, true, '2024-06-03T12:00:00Z', '9900001', true from generate_series(1, 3) as n`);
  await first.query(`insert into listing (accession_number, table_number, line, owner_position, ordered_at, issuer_cik, code, is_implausible)
    select accession_number, 'I', 1, 1, ordered_at, issuer_cik, 'P', false from filing`);
  folder = mkdtempSync(join(tmpdir(), "section16-interrupted-"));
  copy = await ListingCopy.open(folder, 200);
  return () => {
    copy.close();
    rmSync(folder, { recursive: true });
  };
});

const countPurchases = async () => {
  const nobody = { issuers: null, insiders: null, industries: null };
  const asked = { filter: { ...NO_FILTER, code: ["P"] }, today: "2024-06-03", ...nobody };
  const facets = await copy.ask((connection, _, classes, lines) => countFacets(connection, classes, lines(), asked));
  return facets?.found.trades;
};

test("after the connection was lost while the copy was filled, a new one waits until that has ended", async () => {
  const followed = await Promise.all([copy.follow(first), copy.follow(second)]);
  expect(followed).toEqual(["filled", "unchanged"]);
  expect(await countPurchases()).toBe(3);
});

test("a change that cannot be read into memory is not in the file either, and is counted once when it can", async () => {
  await copy.follow(first);
  await first.query("delete from filing where accession_number = '9999000001-24-000003'");
  vi.mocked(readAllParts).mockImplementationOnce(() => {
    throw new Error("Out of memory");
  });
  await expect(copy.follow(first)).rejects.toThrow("Out of memory");
  expect(await countPurchases()).toBe(3);
  expect(await copy.follow(first)).toBe("updated");
  expect(await countPurchases()).toBe(2);
});

test("the write-ahead log is written into the file when nobody asks, and a change that comes meanwhile waits for that", async () => {
  await copy.follow(first);
  await first.query("delete from filing where accession_number = '9999000001-24-000003'");
  await copy.follow(first);
  const log = join(folder, "listing.duckdb.wal");
  await copy.tidy();
  expect(statSync(log).size).toBeGreaterThan(0);
  await first.query("delete from filing where accession_number = '9999000001-24-000002'");
  const [, followed] = await Promise.all([copy.tidy(0), copy.follow(first)]);
  expect(followed).toBe("updated");
  // While a question is being answered from what was there before, the log stays as it is.
  let mayEnd = false;
  const answering = copy.ask(async (connection) => {
    await connection.run("select * from listing");
    await first.query("delete from filing where accession_number = '9999000001-24-000001'");
    await copy.follow(first);
    await vi.waitUntil(() => mayEnd);
  });
  await vi.waitUntil(() => copy.held?.lines === 0);
  await copy.tidy(0);
  expect(statSync(log).size).toBeGreaterThan(0);
  mayEnd = true;
  await answering;
  await copy.tidy(0);
  expect(existsSync(log) && statSync(log).size > 0).toBe(false);
  copy.close();
  copy = await ListingCopy.open(folder, 200);
  expect(await countPurchases()).toBe(0);
});

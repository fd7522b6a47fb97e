import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestDatabase, digestTables } from "@/db/backup/digest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { connect } from "@/db/server/client";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

const REAL = { isSample: false } as const;

const filings = [1, 2, 3].map((n) =>
  filingForTest({
    n,
    filed: `2025-03-0${n}`,
    notes: { F1: "Sold under a Rule 10b5-1 plan adopted on November 12, 2024." },
    rows: [
      {
        code: "S",
        letter: "D",
        date: `2025-03-0${n}`,
        shares: "100.00",
        price: "12.50",
        held: `${1000 - n * 100}`,
        priceNote: "F1",
      },
    ],
  }),
);

describe("the digest of a database", () => {
  let one: TestDatabase;
  let two: TestDatabase;
  beforeEach(async () => {
    [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterEach(() => Promise.all([one.drop(), two.drop()]));

  test("is the same for the same filings in another order or in several runs", async () => {
    await ingestFiles(one, filings, REAL);
    for (const filing of [...filings].reverse()) await ingestFiles(two, [filing], REAL);
    expect(await digestTables(two.db)).toEqual(await digestTables(one.db));
    expect(await digestDatabase(two.db)).toBe(await digestDatabase(one.db));
    // Only the runs and the times of storing differ.
    expect(await digestDatabase(two.db, { scope: "everything" })).not.toBe(
      await digestDatabase(one.db, { scope: "everything" }),
    );
  });

  test("does not depend on physical order or the session's time zone", async () => {
    await ingestFiles(one, filings, REAL);
    const before = await digestTables(one.db, { scope: "everything" });
    await one.pool.query("update footnote set text = text; update filing_row set line = line");
    await asOwner(one, "cluster filing_row using filing_row_by_transaction_date");
    const { rows } = await one.pool.query<{ name: string }>("select current_database() as name");
    await asOwner(one, `alter database ${rows[0]?.name} set timezone = 'America/New_York'`);
    await asOwner(one, `alter database ${rows[0]?.name} set datestyle = 'German'`);
    const abroad = connect(one.url, 1);
    expect(await digestTables(abroad.db, { scope: "everything" })).toEqual(before);
    await abroad.end();
  });

  test.each([
    [
      "a value that changes",
      "update filing_row set price_per_share = 12.51 where line = 1 and accession_number like '%1'",
    ],
    [
      "a zero at the end of a number",
      "update filing_row set price_per_share = 12.5 where line = 1 and accession_number like '%1'",
    ],
    ["an empty text in place of none", "update filing set remarks = '' where accession_number like '%1'"],
    [
      "two rows that exchange a value",
      "update filing_row set shares_owned_following = 1700 - shares_owned_following where accession_number not like '%3'",
    ],
    ["a row that is gone", "delete from signature where accession_number like '%2'"],
  ])("notices %s", async (_what, statement) => {
    await ingestFiles(one, filings, REAL);
    const before = await digestDatabase(one.db);
    await one.pool.query(statement);
    expect(await digestDatabase(one.db)).not.toBe(before);
  });
});

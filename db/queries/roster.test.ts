import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findIssuerLateness } from "@/db/queries/issuer-lateness";
import { listRoster, listSeats } from "@/db/queries/roster";
import { corpusFolder } from "@/testing/corpus";
import { createDatabaseWith } from "@/testing/database-with";
import type { TestDatabase } from "@/testing/test-database";

const ALL = 1_000;

/** An issuer's insiders and late filings as its page reads them, except for what waits to be derived. */
async function read({ db }: TestDatabase, cik: string) {
  const { now, former } = await listSeats(db, cik, ALL);
  const seats = [...now.seats, ...former.seats];
  const roster = (await listRoster(db, cik, seats)).map(({ role, ...entry }) => entry);
  const lateness = await findIssuerLateness(db, cik);
  return {
    inAll: [now.inAll, former.inAll],
    roster,
    lateness,
    isDerived: seats.every(({ trade }) => trade !== undefined),
  };
}

describe.each([
  ["three_issuers", "the largest issuers of the sample"],
  ["real_filings", "real filings"],
] as const)("in %s", (record, what) => {
  const isHere = record !== "real_filings" || corpusFolder() !== null;
  let database: TestDatabase;
  beforeAll(async () => {
    if (isHere) database = await createDatabaseWith(record);
  });
  afterAll(() => database?.drop());

  test.skipIf(!isHere)(`what is kept for ${what} is what their filings say`, async () => {
    const { rows } = await database.pool.query<{ cik: string }>("select cik from issuer order by cik");
    expect(rows.length).toBeGreaterThan(2);
    const kept = await Promise.all(rows.map(({ cik }) => read(database, cik)));
    expect(kept.every(({ isDerived }) => isDerived)).toBe(true);
    await database.pool.query("insert into filing_to_derive select accession_number from filing");
    for (const [index, { cik }] of rows.entries()) {
      const counted = await read(database, cik);
      expect(counted.isDerived, cik).toBe(false);
      expect(kept[index], cik).toEqual({ ...counted, isDerived: true });
    }
  });
});

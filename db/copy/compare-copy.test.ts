import type { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CopyComparison, isDueAtNight } from "@/db/copy/compare-copy";
import type { ListingCopy } from "@/db/copy/listing-copy";
import { createCopiedListing } from "@/testing/copied-listing";
import { diceOf } from "@/testing/dice";
import { randomListing } from "@/testing/random-listing";

const { putFiling } = randomListing(diceOf(18));

let made: Awaited<ReturnType<typeof createCopiedListing>>;
let client: Client;
let copy: ListingCopy;

beforeAll(async () => {
  made = await createCopiedListing(putFiling);
  ({ client, copy } = made);
});
afterAll(() => made.end(copy));

/** Compares all parts of the copy with the database, until one differs. */
async function compareAll(comparison: CopyComparison) {
  for (let parts = 1; ; parts++) {
    const found = await comparison.next(client);
    if (found !== "equal" || comparison.comparedAt !== null) return { found, parts };
  }
}

test("a copy that follows the database is equal to it in every part, and a change that it could not see is found", async () => {
  await copy.follow(client);
  const { found, parts } = await compareAll(new CopyComparison(copy, 50));
  expect(found).toBe("equal");
  // More than 300 lines, in parts of 50.
  expect(parts).toBeGreaterThan(5);
  const said = vi.spyOn(console, "error").mockReturnValue();
  for (const change of [
    "update listing set is_late = not coalesce(is_late, false) where (accession_number, line, owner_position) = ($1, 1, 1)",
    "update listing set price = 11 where (accession_number, line, owner_position) = ($1, 1, 1)",
    "delete from listing where (accession_number, line, owner_position) = ($1, 1, 1)",
  ]) {
    const { rows } = await client.query("select min(accession_number) as first from listing where line = 1");
    // Without a stamp, as if one had been lost.
    expect((await client.query(change, [rows[0].first])).rowCount).toBe(1);
    expect(await copy.follow(client)).toBe("unchanged");
    const comparison = new CopyComparison(copy, 50);
    expect((await compareAll(comparison)).found).toBe("different");
    expect(comparison.differences).toBe(1);
    expect(await copy.follow(client)).toBe("filled");
    expect((await compareAll(comparison)).found).toBe("equal");
  }
  expect(said).toHaveBeenCalledTimes(3);
  expect(said.mock.calls[2]?.[0]).toContain("We are rebuilding it.");
  said.mockRestore();
});

test("a copy that differs again on the same day is not filled again, and one that is behind is not compared", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const comparison = new CopyComparison(copy);
  const change = "update listing set value = 12 where accession_number = (select min(accession_number) from listing)";
  await client.query(change);
  expect(await comparison.next(client)).toBe("different");
  await copy.follow(client);
  await client.query(change.replace("12", "13"));
  expect(await comparison.next(client)).toBe("different");
  expect(said.mock.lastCall?.[0]).toContain("so we leave it as it is");
  expect(await copy.follow(client)).toBe("unchanged");
  expect(comparison).toMatchObject({ differences: 2, comparedAt: null });
  said.mockRestore();
  await putFiling(client, 213);
  expect(await comparison.next(client)).toBe("postponed");
  copy.expire();
  expect(await copy.follow(client)).toBe("filled");
});

test("a copy is filled again at night, once", () => {
  // 7:30 UTC is 2:30 am in New York in winter, and 3:30 am in summer.
  const [winter, summer] = [Date.parse("2026-01-15T07:30:00Z"), Date.parse("2026-07-15T07:30:00Z")];
  const hours = 3_600_000;
  expect(isDueAtNight(winter - 20 * hours, winter)).toBe(true);
  expect(isDueAtNight(summer - 20 * hours, summer)).toBe(true);
  expect(isDueAtNight(winter - hours, winter)).toBe(false);
  expect(isDueAtNight(winter - 20 * hours, winter + 3 * hours)).toBe(false);
});

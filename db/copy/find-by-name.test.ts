import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filingsOfParties } from "@/db/copy/filings-of-parties";
import { findByName } from "@/db/copy/find-by-name";
import { findParties } from "@/db/copy/find-parties";
import type { ListingCopy } from "@/db/copy/listing-copy";
import { type ResolvedFilter, readFilter } from "@/db/copy/questions";
import { type FoundPage, type PageOfList, pageOf } from "@/db/queries/list-filings";
import { linesFor } from "@/db/queries/listing";
import { findSorted, type Start } from "@/db/queries/sorted-filings";
import { databaseOn } from "@/db/server/client";
import { parseFilter } from "@/lib/filters/filing-filter";
import { createCopiedListing } from "@/testing/copied-listing";
import { diceOf } from "@/testing/dice";
import { randomListing, TODAY } from "@/testing/random-listing";

const { roll, of, putFiling, anyFilter } = randomListing(diceOf(23));

let made: Awaited<ReturnType<typeof createCopiedListing>>;
let client: Client;
let copy: ListingCopy;

beforeAll(async () => {
  made = await createCopiedListing(putFiling, async (client) => {
    await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
    // Two have the same name, in different cases, and one has none.
    await client.query(`
      insert into issuer (cik, name, named_at) values ('9900001', 'Wrenfold', now()), ('9900002', 'Alder', now()),
        ('9900003', 'WRENFOLD', now()), ('9900004', null, now())`);
    await client.query(`
      insert into owner (cik, name, named_at) values ('9900011', 'Zander Ida', now()), ('9900012', 'Amato Luis', now()),
        ('9900013', 'Zander Ida', now()), ('9900014', null, now()), ('9900015', 'amato luis', now())`);
  });
  ({ client, copy } = made);
});
afterAll(() => made.end(copy));

/** A page as the copy and the names in the database give it. @param most how many parties are looked at first */
const found = (resolved: ResolvedFilter, place: PageOfList, most: number) =>
  findByName(
    databaseOn(client),
    place,
    {
      ofParties: (asked) =>
        copy.ask((connection, _, classes, lines) => filingsOfParties(connection, classes, lines(), resolved, asked)),
      parties: async (directory) =>
        (
          await copy.ask((connection, _, classes, lines) =>
            findParties(connection, classes, lines(), resolved, directory),
          )
        )?.ciks ?? null,
    },
    most,
  );

test.each([200, 2])(
  "pages of random lists by name are those of PostgreSQL, if %i parties are looked at",
  async (most) => {
    const db = databaseOn(client);
    let pages = 0;
    for (let n = 0; n < 80; n++) {
      const asked = { ...anyFilter(), issuers: null, insiders: null, industries: null };
      const { filter } = parseFilter(asked.params, { today: TODAY });
      const resolved = readFilter({ ...asked, filter: asked.params, today: TODAY });
      const order = { column: of(["insider", "issuer"] as const), descending: roll() < 0.5 };
      const lines = await linesFor(db, { filter, onlyTransactions: true });
      let start: Start | null = null;
      for (let page = 0; page < 4; page++) {
        const place: PageOfList = { start, limit: 3, onlyTransactions: true, order };
        const expected: FoundPage = pageOf(await findSorted(db, lines, { ...place, limit: place.limit + 1 }), place);
        const byName = await found(resolved, place, most);
        // A page with which filings without a name begin is left to the database.
        if (byName !== null) expect(byName, JSON.stringify({ ...asked, ...place })).toEqual(expected);
        pages += Number(byName !== null);
        if (expected.last === null) break;
        start = { cursor: expected.last, isBack: false };
      }
    }
    expect(pages).toBeGreaterThan(150);
  },
);

test("if the copy does not name the parties, because they are too many, more of them are looked at", async () => {
  const looked: number[] = [];
  const place = {
    start: null,
    limit: 3,
    onlyTransactions: true,
    order: { column: "insider", descending: false },
  } as const;
  const byName = await findByName(
    databaseOn(client),
    place,
    {
      ofParties: async ({ ciks }) => {
        looked.push(ciks.length);
        // Only one of them has filings.
        const at = ciks.indexOf("9900013");
        const filings = Array.from({ length: 4 }, (_, n) => ({
          orderedAt: `2024-03-0${9 - n}T12:00:00.000Z`,
          accessionNumber: `9999000001-24-00000${n}`,
        }));
        return at < 0 ? [] : [{ cik: "9900013", filings }];
      },
      parties: async () => null,
    },
    1,
  );
  // The first two have the same name.
  expect(looked).toEqual([2, 4]);
  expect(byName?.accessionNumbers).toEqual(["9999000001-24-000000", "9999000001-24-000001", "9999000001-24-000002"]);
  expect(byName?.isMore).toBe(true);
});

test("the way back is left to the database", async () => {
  const resolved = readFilter({ filter: [], today: TODAY, issuers: null, insiders: null, industries: null });
  const order = { column: "issuer", descending: false } as const;
  const first = await found(resolved, { start: null, limit: 3, onlyTransactions: true, order }, 200);
  expect(first?.last?.key).toBe("alder");
  const start = { cursor: first?.last ?? { orderedAt: "", accessionNumber: "" }, isBack: true };
  expect(await found(resolved, { start, limit: 3, onlyTransactions: true, order }, 200)).toBeNull();
});

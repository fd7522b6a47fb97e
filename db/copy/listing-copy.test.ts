import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { askCopy } from "@/db/copy/ask-copy";
import { countFacets } from "@/db/copy/count-facets";
import { countUnsortedInCopy } from "@/db/copy/count-unsorted-in-copy";
import { CountedLines } from "@/db/copy/counted-lines";
import { openDuck, run } from "@/db/copy/duck";
import { nameFilings } from "@/db/copy/find-filings";
import { findParties } from "@/db/copy/find-parties";
import { findPlaces } from "@/db/copy/find-places";
import { keepFound } from "@/db/copy/found-lines";
import { ListingCopy } from "@/db/copy/listing-copy";
import { type Question, readFilter } from "@/db/copy/questions";
import { CopyServer } from "@/db/copy/serve-copy";
import { countFilings, type PageOfList, pageOf } from "@/db/queries/list-filings";
import { linesFor } from "@/db/queries/listing";
import { countUnsorted, findSorted, type Start } from "@/db/queries/sorted-filings";
import { listing } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import { FACET_NAMES, SLICE_NAMES, type Tally } from "@/lib/filters/facets";
import { asksForRows, parseFilter } from "@/lib/filters/filing-filter";
import type { ListOrder } from "@/lib/filters/list-order";
import { COPY_MEMORY, createCopiedListing, storeIndustries } from "@/testing/copied-listing";
import { diceOf } from "@/testing/dice";
import { plainCounts } from "@/testing/plain-counts";
import { type Asked, NOBODY, randomListing, TODAY } from "@/testing/random-listing";

const { roll, of, putFiling, anyFilter } = randomListing(diceOf(16));

let made: Awaited<ReturnType<typeof createCopiedListing>>;
let client: Client;
let copy: ListingCopy;

beforeAll(async () => {
  made = await createCopiedListing(putFiling, storeIndustries);
  ({ client, copy } = made);
});
afterAll(() => made.end(copy));

const facetsOf = (asked: Asked) =>
  copy.ask((connection, _, classes, lines) =>
    countFacets(connection, classes, lines(), readFilter({ ...asked, filter: asked.params, today: TODAY })),
  );

async function expectEqualCounts(asked: Asked) {
  const [counted, plain] = [await facetsOf(asked), await plainCounts(client, asked)];
  const name = JSON.stringify(asked);
  expect(counted?.found, name).toEqual(plain.found);
  const byChoice = FACET_NAMES.flatMap((facet) => [
    { facet, value: "any", ...(counted?.facets[facet].any as Tally) },
    ...(counted?.facets[facet].choices ?? []).map((choice) => ({ facet, ...choice })),
  ]);
  const bySlice = SLICE_NAMES.flatMap((facet) =>
    (counted?.slices[facet] ?? []).map((choice) => ({ facet, ...choice })),
  );
  expect([...byChoice, ...bySlice], name).toEqual(plain.byChoice);
}

test("the counts beside 500 random filters are those of plain SQL", async () => {
  for (let n = 0; n < 500; n++) await expectEqualCounts(anyFilter());
});

/** The filter as the site has it, and as the copy is asked. */
function bothForms(asked: Asked) {
  const [issuer, insider] = [asked.issuers, asked.insiders].map((ciks) => (ciks ?? []).map((cik) => ({ cik })));
  const { filter } = parseFilter(asked.params, { today: TODAY });
  const resolved = readFilter({ ...asked, industries: null, filter: asked.params, today: TODAY });
  return { filter: { ...filter, issuer: issuer ?? [], insider: insider ?? [] }, resolved };
}

test("pages of 150 random lists, in every order and both directions, are those of PostgreSQL", async () => {
  const db = databaseOn(client);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  for (let n = 0; n < 150; n++) {
    const asked = { ...anyFilter(), industries: null };
    const { filter, resolved } = bothForms(asked);
    const order: ListOrder = {
      column: of(["filed", "traded", "value", "shares", "price", "change", "delay"]),
      descending: roll() < 0.6,
    };
    const onlyTransactions = roll() < 0.8;
    const lines = await linesFor(db, { filter, onlyTransactions });
    let start: Start | null = null;
    for (let page = 0; page < 4; page++) {
      const place: PageOfList = { start, limit: 3, onlyTransactions: onlyTransactions || asksForRows(filter), order };
      const name = JSON.stringify({ ...asked, ...place });
      const found = await copy.ask((connection, _, classes, lines) =>
        findPlaces(connection, classes, lines(), resolved, place),
      );
      const sorted = await findSorted(db, lines, { ...place, limit: place.limit + 1 });
      expect(found, name).toEqual(pageOf(sorted, place));
      const next: Cursor | null | undefined = found?.last;
      if (!next) break;
      start = { cursor: next, isBack: page === 2 };
    }
  }
});

test("what 150 random filters find is counted and named as by PostgreSQL, which looks only among these filings", async () => {
  const db = databaseOn(client);
  for (let n = 0; n < 150; n++) {
    const asked = { ...anyFilter(), industries: null };
    const { filter, resolved } = bothForms(asked);
    const name = JSON.stringify(asked);
    const named = await copy.ask((connection, _, classes, lines) =>
      nameFilings(connection, classes, lines(), resolved, true),
    );
    expect(named?.counts, name).toEqual(await countFilings(db, filter));
    const order: ListOrder = { column: "filed", descending: true };
    const place = { order, start: null, limit: 10_000 };
    const found = await findSorted(db, await linesFor(db, { filter, onlyTransactions: true }), place);
    expect(named?.filings?.toSorted(), name).toEqual(found.map((one) => one.accessionNumber).toSorted());
    const among = await linesFor(db, { filter, onlyTransactions: true, among: named?.filings });
    expect(await findSorted(db, among, place), name).toEqual(found);
  }
});

test("the insiders and issuers that 100 random filters find are those of PostgreSQL", async () => {
  const db = databaseOn(client);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  for (let n = 0; n < 100; n++) {
    const asked = { ...anyFilter(), industries: null };
    const { filter, resolved } = bothForms(asked);
    for (const directory of ["insiders", "issuers"] as const) {
      const found = await copy.ask((connection, _, classes, lines) =>
        findParties(connection, classes, lines(), resolved, directory),
      );
      const lines = await linesFor(db, { filter, onlyTransactions: false, ofEveryOwner: true });
      const cik = directory === "insiders" ? listing.ownerCik : listing.issuerCik;
      const { rows } = await db.execute<{ cik: string }>(
        sql`select distinct cik from ${lines.select(sql`${cik} as cik`)} as found where cik is not null`,
      );
      expect(found?.ciks?.toSorted(), JSON.stringify({ ...asked, directory })).toEqual(
        rows.map((row) => row.cik).toSorted(),
      );
    }
  }
});

test("what has no value to sort by is counted as by PostgreSQL", async () => {
  const db = databaseOn(client);
  let found = 0;
  for (let n = 0; n < 100; n++) {
    const asked = { ...anyFilter(), insiders: null, industries: null };
    const { filter, resolved } = bothForms(asked);
    const order: ListOrder = {
      column: of(["filed", "traded", "value", "shares", "price", "change", "delay"]),
      descending: true,
    };
    const counted = await copy.ask((connection, _, classes, lines) =>
      countUnsortedInCopy(connection, classes, lines(), resolved, order),
    );
    expect(counted, JSON.stringify({ ...asked, order })).toEqual(await countUnsorted(db, filter, order));
    found += counted?.count ?? 0;
  }
  expect(found).toBeGreaterThan(100);
});

test("filings that are stored, removed or moved to another issuer are counted after the copy follows", async () => {
  const everything = { params: [], ...NOBODY } satisfies Asked;
  expect(await copy.follow(client)).toBe("unchanged");
  for (let n = 201; n <= 210; n++) await putFiling(client, n);
  await client.query("delete from filing where accession_number = '9999000001-24-000007'");
  await client.query("update filing set issuer_cik = '9900009' where accession_number = '9999000001-24-000008'");
  await client.query("update listing set issuer_cik = '9900009' where accession_number = '9999000001-24-000008'");
  expect(await copy.follow(client)).toBe("updated");
  await expectEqualCounts(everything);
  for (let n = 0; n < 20; n++) await expectEqualCounts(anyFilter());
});

test("a copy that is opened again has what it had, and catches up", async () => {
  const before = copy.held;
  copy.close();
  await putFiling(client, 211);
  copy = await ListingCopy.open(made.folder, COPY_MEMORY);
  expect(copy.held).toEqual(before);
  expect(await copy.follow(client)).toBe("updated");
  await expectEqualCounts({ params: [], ...NOBODY });
});

test("a change of everything fills the copy again, unless it is postponed", async () => {
  await client.query("insert into page_change (subject) values ('*')");
  expect(await copy.follow(client, false)).toBe("postponed");
  expect(await copy.follow(client)).toBe("filled");
  await expectEqualCounts({ params: [["code", "P"]], ...NOBODY });
});

test("a damaged file is removed, and the copy is filled again", async () => {
  copy.close();
  writeFileSync(join(made.folder, "listing.duckdb"), "not a database");
  copy = await ListingCopy.open(made.folder, COPY_MEMORY);
  expect(copy.held).toBeNull();
  expect(await facetsOf({ params: [], ...NOBODY })).toBeNull();
  expect(await copy.follow(client)).toBe("filled");
  await expectEqualCounts({ params: [], ...NOBODY });
});

test("a file with other columns is removed, and the copy is filled again", async () => {
  copy.close();
  const file = await openDuck(join(made.folder, "listing.duckdb"), join(made.folder, "temporary"), COPY_MEMORY);
  await file.on((connection) => run(connection, sql`update state set shape = 'another one'`));
  file.close();
  copy = await ListingCopy.open(made.folder, COPY_MEMORY);
  expect(copy.held).toBeNull();
  expect(await copy.follow(client)).toBe("filled");
  await expectEqualCounts({ params: [], ...NOBODY });
});

test("lines that were found are kept only for the snapshot that they are from", async () => {
  const asked = { params: [["code", "P"]], ...NOBODY } satisfies Asked;
  const { filter, resolved } = bothForms(asked);
  const name = (meanwhile: () => Promise<unknown>) =>
    copy.ask(async (connection, _, classes, lines) => {
      const found = nameFilings(connection, classes, lines(), resolved, true);
      await meanwhile();
      return found;
    });
  let times = 0;
  const named = await name(async () => {
    if (times++ > 0) return;
    await client.query(
      "delete from filing where accession_number in (select accession_number from listing where code = 'P' limit 1)",
    );
    expect(await copy.follow(client)).toBe("updated");
  });
  expect(times).toBe(2);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  const counts = await countFilings(databaseOn(client), filter);
  expect(named?.counts).toEqual(counts);
  // The second time, what was kept is used.
  expect((await name(async () => {}))?.counts).toEqual(counts);
});

test("what was found for the last 16 filters is kept, and asking again for one of them keeps the others", () => {
  const lines = new CountedLines();
  const askedFor = (shares: number) =>
    readFilter({ ...NOBODY, filter: [["shares-from", String(shares)]], today: TODAY });
  for (let shares = 1; shares <= 16; shares++) keepFound(lines, askedFor(shares), [shares]);
  keepFound(lines, askedFor(1), [1]);
  keepFound(lines, askedFor(16), [16]);
  expect(lines.foundBefore.size).toBe(16);
  keepFound(lines, askedFor(17), [17]);
  const kept = [...lines.foundBefore.values()].flatMap((found) => [...found]);
  expect(kept.sort((one, other) => one - other)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
});

test("a site asks over a socket, and the same question again is answered from memory until the record changes", async () => {
  const socket = join(made.folder, "test.sock");
  vi.stubEnv("SECTION16_COPY_SOCKET", socket);
  const server = new CopyServer(copy);
  const listening = await server.listen(socket);
  const question = { ask: "facets", ...NOBODY, filter: [["code", "P"]], today: TODAY } as const satisfies Question;
  const ask = () => askCopy(question, 60_000);
  const first = await ask();
  expect(first?.version).toBe(copy.held?.version);
  expect(first?.answer).toEqual(await facetsOf({ params: [["code", "P"]], ...NOBODY }));
  const asked = vi.spyOn(copy, "ask");
  expect(await ask()).toEqual(first);
  expect(asked).not.toHaveBeenCalled();
  await putFiling(client, 212);
  await copy.follow(client);
  // On a busy machine the old answer comes first.
  await vi.waitFor(async () => expect((await ask())?.version).toBe(copy.held?.version), { timeout: 60_000 });
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
  await expect(askCopy({ ...question, filter: [["code", "x'; drop table listing; --"]] }, 60_000)).resolves.toBeNull();
  expect(await askCopy({ ask: "state" }, 60_000)).toMatchObject({ answer: { lines: copy.held?.lines } });
  vi.unstubAllEnvs();
  expect(await ask()).toBeNull();
  listening.close();
});

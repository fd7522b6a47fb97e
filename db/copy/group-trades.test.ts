import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { groupTrades } from "@/db/copy/group-trades";
import type { ListingCopy } from "@/db/copy/listing-copy";
import { readFilter } from "@/db/copy/questions";
import { storeIndustry } from "@/db/ingest/store-industry";
import { countFilings } from "@/db/queries/list-filings";
import { databaseOn } from "@/db/server/client";
import { parseFilter } from "@/lib/filters/filing-filter";
import { GROUPS, type Grouping, groupId } from "@/lib/filters/grouping";
import { createCopiedListing, storeIndustries } from "@/testing/copied-listing";
import { diceOf } from "@/testing/dice";
import { plainGroups, SORTS } from "@/testing/plain-groups";
import { type Asked, ISSUERS, NOBODY, randomListing, TODAY } from "@/testing/random-listing";

const { roll, below, of, putFiling, anyFilter } = randomListing(diceOf(17));

let made: Awaited<ReturnType<typeof createCopiedListing>>;
let client: Client;
let copy: ListingCopy;

beforeAll(async () => {
  made = await createCopiedListing((client, n) => putFiling(client, n, 0.1), storeIndustries);
  ({ client, copy } = made);
});
afterAll(() => made.end(copy));

const ALL: Omit<Grouping, "by"> = {
  insidersFrom: 1,
  totalFrom: "0",
  sort: { column: "trades", descending: true },
  after: 0,
};

const groupsOf = (asked: Asked, grouping: Grouping, limit = 1000) =>
  copy.ask((connection, _, classes, lines) =>
    groupTrades(connection, classes, lines(), readFilter({ ...asked, filter: asked.params, today: TODAY }), grouping, {
      limit,
      withMonths: true,
    }),
  );

const groupsIn = (grouping: Partial<Grouping> & Pick<Grouping, "by">, filter: [string, string][] = []) =>
  groupsOf({ params: filter, ...NOBODY }, { ...ALL, ...grouping });

/** A page of groups is that of plain SQL. */
async function expectEqualGroups(asked: Asked, grouping: Grouping, limit = 1000) {
  const found = await groupsOf(asked, grouping, limit);
  const groups = found?.groups.map(({ day, ...group }) => ({ ...group, key: groupId({ ...group, day }) }));
  const { groups: all, ...counts } = await plainGroups(client, asked, grouping);
  const name = JSON.stringify({ asked, grouping, limit });
  expect({ ...found, groups }, name).toEqual({ ...counts, groups: all.slice(grouping.after, grouping.after + limit) });
  return all.length;
}

test("groups have the trades and values of plain SQL, each trade once", async () => {
  for (let n = 0; n < 90; n++) await expectEqualGroups(anyFilter(), { ...ALL, by: of(GROUPS) });
});

test("pages of groups, in every order and both directions, are those of plain SQL", async () => {
  let most = 0;
  for (const by of GROUPS)
    for (const column of Object.keys(SORTS) as (keyof typeof SORTS)[])
      for (const descending of [true, false]) {
        const asked = roll() < 0.5 ? { params: [], ...NOBODY } : anyFilter();
        const grouping: Grouping = {
          by,
          insidersFrom: of([1, 1, 2, 3]),
          totalFrom: of(["0", "0", "1", "2500", "1000000"]),
          sort: { column, descending },
          after: of([0, 0, 1, 5]),
        };
        most = Math.max(most, await expectEqualGroups(asked, grouping, 1 + below(20)));
      }
  expect(most).toBeGreaterThan(100);
});

test("a question that lines are replaced under is asked again, and answered from the newest ones", async () => {
  const issuers = ISSUERS.slice(0, 2);
  for (const by of GROUPS) {
    let times = 0;
    const found = await copy.ask(async (connection, _, classes, lines) => {
      const resolved = readFilter({ ...NOBODY, issuers, filter: [], today: TODAY });
      const page = { limit: 1000, withMonths: true };
      const answer = groupTrades(connection, classes, lines(), resolved, { ...ALL, by }, page);
      if (times++ === 0) {
        await client.query("insert into page_change (subject) select unnest($1::text[])", [issuers]);
        expect(await copy.follow(client)).toBe("updated");
      }
      return answer;
    });
    expect(times, by).toBe(2);
    expect(found, by).toEqual(await groupsOf({ params: [], ...NOBODY, issuers }, { ...ALL, by }));
  }
});

test("trades are in the group of the industry that is known now, and those of an issuer without one in a group of their own", async () => {
  const of = async () => new Map((await groupsIn({ by: "industry" }))?.groups.map(({ key, trades }) => [key, trades]));
  const before = await of();
  // 3674 and 3612 are both in group 36.
  expect([...before.keys()].sort()).toEqual(["35", "36", "unknown"]);
  await storeIndustry(client, "9900002", { code: "3600", name: "", source: "edgar", asOf: "2024-06-03" });
  expect(await copy.follow(client)).toBe("updated");
  const now = await of();
  expect(now.get("36")).toBeGreaterThan(before.get("36") as number);
  expect(now.has("35")).toBe(false);
  expect(now.get("unknown")).toBe(before.get("unknown"));
});

test("a page behind the last group says how many groups there are", async () => {
  const all = await groupsIn({ by: "issuer" });
  expect(all?.count).toBeGreaterThan(0);
  expect(await groupsIn({ by: "issuer", after: 1000 })).toEqual({ ...all, groups: [] });
});

test("a sale by an owner without a CIK, at no price, is in the group of its month, with a value that is not known", async () => {
  await client.query(`
    insert into filing (accession_number, source, version, is_sample, ordered_at, filing_date, document_type, issuer_cik, has_tables)
     values ('9999000001-24-000301', 'xml', 1, true, '2001-03-02T12:00:00Z', '2001-03-02', '4', '9900001', true)`);
  await client.query(`
    insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, table_number, line, code,
      transaction_date, shares, is_implausible)
    select accession_number, ordered_at, filing_date, document_type, issuer_cik, 1, 'I', 1, 'S', '2001-03-01', 100, false
     from filing where accession_number = '9999000001-24-000301'`);
  await copy.follow(client);
  const filter: [string, string][] = [["filed-to", "2001-12-31"]];
  const found = await groupsIn({ by: "month" }, filter);
  expect(found).toMatchObject({ count: 1, ungrouped: 0 });
  expect(found?.groups).toMatchObject([
    { key: "2001-03", trades: 1, insiders: 0, sales: 1, valueMissing: 1, bought: "0", sold: null },
  ]);
  expect((await groupsIn({ by: "month", insidersFrom: 2 }, filter))?.count).toBe(0);
});

test("a trade that is dated after its filing is in the group of its own date, which lists it, and one without a date is in none", async () => {
  await client.query(`
    insert into filing (accession_number, source, version, is_sample, ordered_at, filing_date, document_type, issuer_cik, has_tables)
     values ('9999000001-24-000302', 'xml', 1, true, '2002-06-28T12:00:00Z', '2002-06-28', '4', '9900001', true)`);
  await client.query(`
    insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, table_number, line, code,
      transaction_date, shares, is_implausible)
    select accession_number, ordered_at, filing_date, document_type, issuer_cik, 1, 'I', line, 'S', day::date, 100, false
     from filing, (values (1, '2002-07-02'), (2, '2002-06-27'), (3, null)) as traded (line, day)
     where accession_number = '9999000001-24-000302'`);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  await copy.follow(client);
  const filed: [string, string][] = [
    ["filed-from", "2002-01-01"],
    ["filed-to", "2002-12-31"],
  ];
  for (const by of ["month", "issuer-day"] as const) {
    const found = await groupsIn({ by }, filed);
    expect(found, by).toMatchObject({ count: 2, ungrouped: 1 });
    for (const { first, last, trades } of found?.groups ?? []) {
      const { filter } = parseFilter([...filed, ["traded-from", first ?? ""], ["traded-to", last ?? ""]]);
      expect((await countFilings(databaseOn(client), filter)).rows.count, `${by} ${first}`).toBe(trades);
      expect(trades).toBe(1);
    }
  }
});

const ON_THE_DAY: [string, string][] = [
  ["filed-from", "2003-01-03"],
  ["filed-to", "2003-01-03"],
];

/** A sale that was filed on that day. */
async function putTrade(
  number: string,
  trade: Partial<Record<"issuer" | "owner" | "day" | "event" | "shares" | "price" | "roles", string>>,
) {
  const {
    issuer = "9900001",
    owner = "9900011",
    day = "2003-01-02",
    event = null,
    shares = "1",
    price = "1",
    roles = "1",
  } = trade;
  await client.query(
    `insert into filing (accession_number, source, version, is_sample, ordered_at, filing_date, document_type, issuer_cik, has_tables)
     values ($1, 'xml', 1, true, '2003-01-03T12:00:00Z', '2003-01-03', '4', $2, true)`,
    [number, issuer],
  );
  await client.query(
    `insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, owner_cik, table_number,
       line, code, transaction_date, shares, price, is_implausible, event, roles)
     select accession_number, ordered_at, filing_date, document_type, issuer_cik, 1, $2, 'I', 1, 'S', $3::date, $4::numeric, $5::numeric,
       false, $6, $7::smallint
     from filing where accession_number = $1`,
    [number, owner, day, shares, price, event, roles],
  );
}

test("a trade on April 14, 1880, the day that stands for none in two bytes, is in the groups of that day", async () => {
  await putTrade("9999000001-03-000001", { day: "1880-04-14" });
  await copy.follow(client);
  for (const by of GROUPS) {
    const found = await groupsIn({ by }, ON_THE_DAY);
    expect(found, by).toMatchObject({ count: 1, ungrouped: 0 });
    expect(found?.groups, by).toMatchObject([{ trades: 1, first: "1880-04-14", last: "1880-04-14" }]);
  }
  await client.query("delete from filing where filing_date = '2003-01-03'");
});

test("a trade of a filing that names an owner twice counts once for that owner", async () => {
  await putTrade("9999000001-03-000401", { owner: "9900012" });
  await client.query(`
    insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, owner_cik, table_number,
      line, code, transaction_date, shares, price, is_implausible, roles)
    select accession_number, ordered_at, filing_date, document_type, issuer_cik, position, cik, 'I', 1, 'S', '2003-01-02', 1, 1, false, 1
    from filing, (values (2, '9900013'), (3, '9900012'), (4, '9900013')) as owner (position, cik)
    where accession_number = '9999000001-03-000401'`);
  await copy.follow(client);
  expect(await groupsIn({ by: "insider" }, ON_THE_DAY)).toMatchObject({
    count: 2,
    groups: [
      { key: "9900012", trades: 1, sold: "1", months: [{ sales: 1 }] },
      { key: "9900013", trades: 1, sold: "1", months: [{ sales: 1 }] },
    ],
  });
  await client.query("delete from filing where filing_date = '2003-01-03'");
});

test("of filings of ours that report the same trade, the one with the first number counts", async () => {
  for (let event = 0; event < 8; event++)
    for (const [report, price] of ["10", "20", "40"].entries())
      await putTrade(`local-0000000003${event}${report}`, { price, event: `9999000001-03-00010${event}#I-1` });
  await copy.follow(client);
  const found = await groupsIn({ by: "issuer" }, ON_THE_DAY);
  expect(found?.groups).toMatchObject([{ trades: 8, sold: "80" }]);
  await client.query("delete from filing where filing_date = '2003-01-03'");
});

test("groups stay those of plain SQL while issuers come, change and disappear with the last lines of the copy", async () => {
  const trade = "9999000001-03-000201#I-1";
  await putTrade("9999000001-03-000202", { issuer: "9900002", event: trade });
  await copy.follow(client);
  await putTrade("9999000001-03-000203", { issuer: "9900008", event: "9999000001-03-000250#I-1" });
  await copy.follow(client);
  // The last line of the copy leads the trade, and a line before it is kept beside it.
  await putTrade("9999000001-03-000201", { issuer: "9900007", event: trade });
  await copy.follow(client);
  const check = async () => {
    expect(await copy.follow(client)).toBe("updated");
    for (const by of GROUPS) await expectEqualGroups({ params: ON_THE_DAY, ...NOBODY }, { ...ALL, by });
  };
  await client.query("delete from filing where issuer_cik = '9900007'");
  await check();
  // Its number may not become that of the next line.
  await putTrade("9999000001-03-000301", { issuer: "9900009", event: "9999000001-03-000301#I-1" });
  await check();
  for (let n = 400; n < 420; n++) {
    await putFiling(client, n, 0.1);
    if (n % 3 === 0)
      await client.query("delete from filing where accession_number = $1", [
        `9999000001-24-${String(below(n)).padStart(6, "0")}`,
      ]);
    await copy.follow(client);
    await expectEqualGroups(anyFilter(), { ...ALL, by: of(GROUPS) });
  }
  await client.query("delete from filing where filing_date = '2003-01-03'");
});

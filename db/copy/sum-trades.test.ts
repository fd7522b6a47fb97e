import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nameFilings } from "@/db/copy/find-filings";
import { knownLines } from "@/db/copy/found-lines";
import { ListingCopy } from "@/db/copy/listing-copy";
import { sumTrades } from "@/db/copy/sum-trades";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { parseFilter } from "@/lib/filters/filing-filter";
import type { DaySum } from "@/lib/series/day-sum";
import { parseDecimal } from "@/lib/values/decimal";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let client: Client;
let copy: ListingCopy;
const folder = mkdtempSync(join(tmpdir(), "section16-sums-"));

/** Filings on one issuer, by the end of their numbers. Filings 3 and 4 report the same trade. */
beforeAll(async () => {
  database = await createTestDatabase("owner");
  client = new Client(database.url);
  await client.connect();
  await client.query(`insert into filing (accession_number, source, version, is_sample, ordered_at, issuer_cik, has_tables)
    select '9999000001-24-00000' || n, 'xml', 1, true, '2024-06-03T12:00:00Z', '9900001', true from generate_series(1, 6) as n`);
  await client.query(`insert into listing (accession_number, table_number, line, owner_position, owner_cik, ordered_at, filing_date,
      document_type, issuer_cik, code, shares, price, is_implausible, apart, is_indirect, plan, event)
    select '9999000001-24-00000' || n, 'I', line, owner, '991000' || owner, '2024-06-03T12:00:00Z', day::date, '4', '9900001', code,
      shares, price, odd, apart, indirect, plan, '9999000001-24-00000' || event
    from (values
      (1, 1, 1, '2024-06-03', 'P', 100, 10.25, false, null, false, null, null),
      (1, 1, 2, '2024-06-03', 'P', 100, 10.25, false, null, false, null, null),
      (1, 2, 1, '2024-06-03', 'P', 7, null, false, null, true, null, null),
      (2, 1, 1, '2024-06-04', 'S', 50, 3.1234, false, null, false, 'under', null),
      (3, 1, 1, '2024-06-04', 'S', 40, 2, false, null, false, 'not-indicated', '3#I-1'),
      (4, 1, 1, '2024-06-05', 'S', 40, 2, false, null, false, 'not-indicated', '3#I-1'),
      (5, 1, 1, null, 'P', 5, 1, false, 'letter', false, null, null),
      (5, 2, 1, null, null, 5, 1, false, 'unsure', false, null, null),
      (6, 1, 1, '2024-06-04', 'P', 1000000, 99999, true, null, false, null, null),
      (6, 2, 1, '2024-06-04', 'M', 10, 2, false, null, false, null, null)
    ) as line (n, line, owner, day, code, shares, price, odd, apart, indirect, plan, event)`);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  copy = await ListingCopy.open(folder, 200);
  await copy.follow(client);
});
afterAll(async () => {
  copy.close();
  rmSync(folder, { recursive: true });
  await client.end();
  await database.drop();
});

/** The sums, which stay the same once the lines of the filter are known. */
const sumsUnder = async (query: string, insiders: string[] | null = null) => {
  const { filter } = parseFilter(new URLSearchParams(query));
  const asked = { filter: { ...filter, insider: [] }, today: "2024-06-06", issuers: null, insiders, industries: null };
  const sums = () =>
    copy.ask((connection, _, classes, lines) => sumTrades(connection, classes, lines(), asked)) as Promise<DaySum[]>;
  const before = await sums();
  const areKnown = await copy.ask(async (connection, _, classes, lines) => {
    await nameFilings(connection, classes, lines(), asked, true);
    return knownLines(lines(), asked) !== null;
  });
  expect(areKnown).toBe(insiders === null);
  expect(await sums()).toEqual(before);
  return before;
};

test("purchases and sales of a day are added up, each trade once, and implausible ones are left out", async () => {
  const sums = (await sumsUnder("")) ?? [];
  const of = (code: string, day: string | null) => sums.filter((sum) => sum.code === code && sum.day === day);
  // 100 × 10.25, and 7 at an unknown price. The second owner of the first filing does not count again.
  expect(of("P", "2024-06-03")).toMatchObject([
    { rows: 2, shares: "107", value: "1025", valueMissing: 1, indirect: 1 },
  ]);
  // 50 × 3.1234 under a plan, and 40 × 2 that the third and fourth filing report.
  expect(of("S", "2024-06-04")).toMatchObject([
    { underPlan: false, rows: 1, shares: "40", value: "80" },
    { underPlan: true, rows: 1, shares: "50", value: "156.17" },
  ]);
  expect([of("S", "2024-06-05"), of("P", "2024-06-04")]).toEqual([[], []]);
  expect(sums.filter(({ apart }) => apart !== null)).toMatchObject([
    { apart: "letter", code: null, rows: 1 },
    { apart: "unsure", code: null, rows: 1 },
  ]);
});

test.each([
  "",
  "code=P",
  "code=S",
  "code=P&code=S",
  "plan=under",
  "filed-from=2024-06-05",
  "shares-from=41",
  "form=5",
  "implausible=yes",
])("the sums under “%s” are those of the database", async (query) => {
  const inDatabase = await summarizeTrades(
    drizzle(client, { casing: "snake_case" }),
    parseFilter(new URLSearchParams(query)).filter,
  );
  expect(inOrder((await sumsUnder(query)) ?? [])).toEqual(inOrder(inDatabase));
});

test("a trade of several owners who are asked for counts once", async () => {
  const sums = await sumsUnder("code=P", ["9910001", "9910002"]);
  expect(sums?.find(({ day }) => day === "2024-06-03")).toMatchObject({ rows: 2, value: "1025" });
});

test("of filings of ours that report the same trade, the same one counts as in the database", async () => {
  await client.query(`insert into filing (accession_number, source, version, is_sample, ordered_at, issuer_cik, has_tables)
    select 'local-' || lpad(n::text, 12, '0'), 'xml', 1, true, '2025-06-03T12:00:00Z', '9900001', true from generate_series(1, 24) as n`);
  await client.query(`insert into listing (accession_number, table_number, line, owner_position, owner_cik, ordered_at, filing_date,
      document_type, issuer_cik, code, shares, price, is_implausible, event)
    select accession_number, 'I', 1, 1, '9910001', ordered_at, '2025-06-03', '4', '9900001', 'P', 1, right(accession_number, 2)::int, false,
      '9999000001-25-00000' || right(accession_number, 2)::int % 8 || '#I-1'
    from filing where accession_number like 'local-%'`);
  await client.query("insert into listing_kind select distinct kind from listing on conflict do nothing");
  await copy.follow(client);
  const { filter } = parseFilter(new URLSearchParams("filed-from=2025-01-01"));
  const sums = (await sumsUnder("filed-from=2025-01-01")) ?? [];
  // Three filings report each of eight trades. The first eight numbers count.
  expect(sums).toMatchObject([{ rows: 8, value: "36" }]);
  expect(inOrder(sums)).toEqual(inOrder(await summarizeTrades(drizzle(client, { casing: "snake_case" }), filter)));
});

/** The database prints decimals with zeros at their end, and sorts days that are not known last. */
const inOrder = (sums: readonly DaySum[]) =>
  sums
    .map((sum) => ({ ...sum, shares: parseDecimal(sum.shares)?.toFixed(), value: parseDecimal(sum.value)?.toFixed() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    .map((sum) => Object.fromEntries(Object.entries(sum).sort(([one], [other]) => (one < other ? -1 : 1))));

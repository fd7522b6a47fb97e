import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { askCopy } from "@/db/copy/ask-copy";
import { CopyComparison, isDueAtNight } from "@/db/copy/compare-copy";
import { countFacets } from "@/db/copy/count-facets";
import { countUnsortedInCopy } from "@/db/copy/count-unsorted-in-copy";
import { findPlaces, nameFilings } from "@/db/copy/find-filings";
import { findParties } from "@/db/copy/find-parties";
import { groupTrades } from "@/db/copy/group-trades";
import { ListingCopy } from "@/db/copy/listing-copy";
import { type AskedParties, type Question, readFilter } from "@/db/copy/questions";
import { CopyServer } from "@/db/copy/serve-copy";
import { storeIndustry } from "@/db/ingest/store-industry";
import { countFilings, type PageOfList } from "@/db/queries/list-filings";
import { linesFor } from "@/db/queries/listing";
import { countUnsorted, findSorted, type Start } from "@/db/queries/sorted-filings";
import { listing } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import { diceOf } from "@/fuzz/dice";
import type { Cursor } from "@/lib/filters/cursor";
import {
  FACET_NAMES,
  FACETS,
  type FacetName,
  SLICE_NAMES,
  SLICES,
  type SliceName,
  type Tally,
} from "@/lib/filters/facets";
import { asksForRows, FILTER_PARTS, parseFilter } from "@/lib/filters/filing-filter";
import { GROUPS, type Group, type Grouping, groupId, hasMonths } from "@/lib/filters/grouping";
import type { ListOrder } from "@/lib/filters/list-order";
import { ROLES, type Role } from "@/lib/record/role";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const MEMORY = 200;

const roll = diceOf(16);
const below = (limit: number) => Math.floor(roll() * limit);
const of = <T>(items: readonly T[]): T => items[below(items.length)] as T;

let database: TestDatabase;
let client: Client;
let folder: string;
let copy: ListingCopy;

beforeAll(async () => {
  database = await createTestDatabase("owner");
  folder = mkdtempSync(join(tmpdir(), "section16-copy-"));
  client = new Client({ connectionString: database.url });
  await client.connect();
  for (let n = 1; n <= 200; n++) await putFiling(n);
  // The fourth issuer has no known industry.
  for (const [at, code] of ["3674", "3559", "3612"].entries())
    await storeIndustry(client, ISSUERS[at] as string, { code, name: "", source: "filing", asOf: "2024-01-02" });
  copy = await ListingCopy.open(folder, MEMORY);
  expect(await copy.follow(client)).toBe("filled");
});
afterAll(async () => {
  copy.close();
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ISSUERS = ["9900001", "9900002", "9900003", "9900004"];
const OWNERS = ["9900011", "9900012", "9900013", "9900014", "9900015"];
const CODES = ["P", "P", "S", "S", "S", "A", "M", "F", "G", "W", "?!", null];
const day = () => `2024-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;

/** A filing with random rows and owners. */
async function putFiling(n: number) {
  const number = n % 50 === 0 ? `local-${String(n).padStart(12, "0")}` : `9999000001-24-${String(n).padStart(6, "0")}`;
  const filed = roll() < 0.1 ? null : day();
  const issuer = roll() < 0.05 ? null : of(ISSUERS);
  const form = of(["3", "4", "4", "4", "4/A", "5", "5/A"]);
  await client.query(
    `insert into filing (accession_number, source, version, is_sample, ordered_at, filing_date, document_type, issuer_cik, has_tables)
     values ($1, 'xml', 1, true, $2, $3, $4, $5, true)`,
    [number, `${filed ?? day()}T12:00:00Z`, filed, form, issuer],
  );
  const owners = [...new Set([of(OWNERS), ...(roll() < 0.3 ? [of(OWNERS)] : [])])];
  const rows = Array.from({ length: below(5) }, (_, at) => at + 1);
  const event = roll() < 0.2 ? `9999000001-24-${String(1 + below(n)).padStart(6, "0")}#I-1` : null;
  for (const line of rows.length === 0 ? [0] : rows) {
    const code = line === 0 ? null : of(CODES);
    const isTrade = code === "P" || code === "S";
    const isExerciseOrSale = code !== null && ["M", "X", "O", "S"].includes(code);
    const isFirst = code === "P" && roll() < 0.3;
    const plan = isTrade ? of(["under", "not-indicated", "no-box"]) : null;
    const traded = roll() < 0.1 ? null : day();
    const values = [
      line === 0 ? "" : of(["I", "I", "II"]),
      line,
      code,
      traded,
      of(["100", "2500.5", null]),
      of(["10.25", "0.0001", "1e30", null]),
      of([true, false, false, null]),
      plan,
      plan === "under" && roll() < 0.7 ? day() : null,
      isTrade ? of([null, "stated", "wide"]) : null,
      roll() < 0.05,
      isTrade && roll() < 0.1 ? of(["unsure", "currency", "letter"]) : null,
      line === 1 ? event : null,
      of(["A", "D", null]),
      of(["250", "25000.0001", null]),
      of(["-100", "0.0001", "50", null]),
      of([null, null, "new", "closed"]),
      of([null, 2, 5]),
      of([null, true, false, false]),
      below(2 ** ROLES.length),
      owners.length > 1,
      form.endsWith("/A"),
      isTrade ? of(["routine", "opportunistic", "unclassified", null]) : null,
      isFirst,
      isFirst || (code === "P" && roll() < 0.3),
      code === "G" ? of([null, "gift-before-fall"]) : isExerciseOrSale ? of([null, "exercise-and-sale"]) : null,
      isTrade ? of([null, 2, 3, 5]) : null,
      line === 0 ? null : roll() < 0.4,
    ];
    for (const [at, owner] of owners.entries())
      await client.query(
        `insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, owner_cik, table_number,
          line, code, transaction_date, shares, price, is_indirect, plan, plan_adopted_on, price_range, is_implausible, apart, event,
          side, value, change, position, delay, is_late, roles, is_joint, is_amended, label, is_first, is_first_in_two_years,
          pattern, cluster_insiders, cites_facts)
         select accession_number, ordered_at, filing_date, document_type, issuer_cik, $2::smallint, $3, $4, $5::smallint, $6, $7::date,
           $8::numeric, $9::numeric, $10::boolean, $11, $12::date, $13, $14::boolean, $15, $16,
           $17, $18::numeric, $19::numeric, $20, $21::int, $22::boolean, $23::smallint, $24::boolean, $25::boolean, $26, $27::boolean, $28::boolean,
           $29, $30::smallint, $31::boolean
         from filing where accession_number = $1`,
        [number, at + 1, owner, ...values],
      );
  }
}

type Asked = { params: [string, string][] } & AskedParties;
const NOBODY: AskedParties = { issuers: null, insiders: null, industries: null };

const RANGES: Record<string, () => string> = {
  "filed-from": day,
  "filed-to": day,
  "filed-within": () => of(["7d", "4m", "1y", "this-year", "last-year"]),
  "traded-from": day,
  "traded-to": day,
  "traded-within": () => of(["30d", "4m", "1y", "this-year", "last-year"]),
  "adopted-from": day,
  "adopted-days-to": () => "60",
  "price-from": () => "0.0001",
  "shares-to": () => "2500.5",
  "value-from": () => "25000.0001",
  "change-from": () => "0.0001",
  "change-to": () => "50",
  "delay-from": () => "3",
  "cluster-from": () => of(["2", "3"]),
};
const TODAY = "2024-10-15";

/** A random filter of up to five parts. */
function anyFilter(): Asked {
  const params: [string, string][] = [];
  let issuers: string[] | null = null;
  let insiders: string[] | null = null;
  let industries: AskedParties["industries"] = null;
  for (let parts = below(6); parts > 0; parts--) {
    const what = below(10);
    if (what < 5) {
      const facet = of(FACET_NAMES);
      for (let values = 1 + below(2); values > 0; values--)
        params.push([FILTER_PARTS[facet].param, of<string>(FACETS[facet])]);
    } else if (what === 5) issuers = [...new Set([of(ISSUERS), of(ISSUERS)])];
    else if (what === 6) insiders = [...new Set([of(OWNERS), of(OWNERS)])];
    else if (what === 7) industries = { ciks: [of(ISSUERS)], orAllBut: of([null, ISSUERS.slice(0, 2)]) };
    else {
      const name = of(Object.keys(RANGES));
      if (!params.some(([known]) => known === name)) params.push([name, RANGES[name]?.() ?? ""]);
    }
  }
  const unique = new Map(params.map((pair) => [pair.join(), pair]));
  return { params: [...unique.values()], issuers, insiders, industries };
}

/** On October 15, 2024. */
const BEGINS: Record<string, string> = {
  "1d": "date '2024-10-15'",
  "7d": "date '2024-10-09'",
  "30d": "date '2024-09-16'",
  "90d": "date '2024-07-18'",
  "4m": "date '2024-06-16'",
  "1y": "date '2023-10-16'",
  "this-year": "date '2024-01-01'",
  "last-year": "date '2023-01-01'",
};

/** Each filter as plain SQL over the lines of first owners. */
const IN_SQL: Record<string, (value: string) => string> = {
  "filed-from": (day) => `filing_date >= '${day}'`,
  "filed-to": (day) => `filing_date <= '${day}'`,
  "traded-from": (day) => `transaction_date >= '${day}'`,
  "traded-to": (day) => `transaction_date <= '${day}'`,
  "adopted-from": (day) => `plan_adopted_on >= '${day}'`,
  "adopted-days-to": (days) => `transaction_date - plan_adopted_on <= ${days}`,
  // Filings after 5:30 pm have the date of the next day.
  "filed-within": (words) =>
    words === "last-year" ? `filing_date between ${BEGINS[words]} and '2023-12-31'` : `filing_date >= ${BEGINS[words]}`,
  "traded-within": (words) =>
    `transaction_date between ${BEGINS[words]} and '${words === "last-year" ? "2023-12-31" : TODAY}'`,
  sic: (digits) =>
    digits === "unknown"
      ? "not exists (select from industry where cik is not distinct from issuer_cik)"
      : `exists (select from industry where cik = issuer_cik and code like '${digits}%')`,
  "price-from": (price) => `price >= ${price} and not is_implausible`,
  "shares-to": (shares) => `shares <= ${shares} and not is_implausible`,
  "value-from": (value) => `value >= ${value} and not is_implausible`,
  "change-from": (change) => `change >= ${change} and not is_implausible`,
  "change-to": (change) => `change <= ${change} and not is_implausible`,
  "delay-from": (delay) => `delay >= ${delay} and transaction_date is not null`,
  role: (role) => `roles & ${1 << ROLES.indexOf(role as Role)} <> 0`,
  side: (side) => `side = '${side}'`,
  ownership: (ownership) => (ownership === "I" ? "is_indirect" : "not is_indirect"),
  table: (table) => `table_number = '${table}'`,
  position: (position) => `position = '${position}' and not is_implausible`,
  late: () => "is_late",
  amended: () => "is_amended",
  joint: () => "is_joint",
  label: (label) => `label = '${label}'`,
  first: (which) => (which === "2y" ? "is_first_in_two_years" : "is_first"),
  pattern: (pattern) => `pattern = '${pattern}'`,
  "cluster-from": (insiders) => `cluster_insiders >= ${insiders}`,
  facts: (which) => (which === "with" ? "cites_facts" : "not cites_facts"),
  code: (code) => `code = '${code}'`,
  form: (form) => `document_type = '${form}'`,
  plan: (plan) => `plan = '${plan}'`,
  "price-range": (range) => (range === "wide" ? "price_range = 'wide'" : "price_range is not null"),
  implausible: (yes) => `is_implausible = ${yes === "yes"}`,
};

function plainCondition({ params, issuers, insiders, industries }: Asked, without?: FacetName | SliceName): string {
  const byName = new Map<string, string[]>();
  for (const [name, value] of params) byName.set(name, [...(byName.get(name) ?? []), IN_SQL[name]?.(value) ?? "false"]);
  if (without) byName.delete(FILTER_PARTS[without].param);
  return [
    "owner_position = 1 and table_number <> ''",
    ...(issuers ? [`issuer_cik in (${issuers.map((cik) => `'${cik}'`).join()})`] : []),
    ...(insiders
      ? [
          `accession_number in (select accession_number from listing where owner_cik in (${insiders.map((cik) => `'${cik}'`).join()}))`,
        ]
      : []),
    ...(industries && without !== "sic"
      ? [
          `(issuer_cik = '${industries.ciks[0]}'${industries.orAllBut ? ` or coalesce(issuer_cik, '') not in (${industries.orAllBut.map((cik) => `'${cik}'`).join()})` : ""})`,
        ]
      : []),
    ...[...byName.values()].map((any) => `(${any.join(" or ")})`),
  ].join(" and ");
}

async function plainCounts(asked: Asked) {
  const conditionOf = (name: FacetName | SliceName) => (value: string) =>
    [name, value, IN_SQL[FILTER_PARTS[name].param]?.(value) ?? "false"] as const;
  const counts = [
    ...FACET_NAMES.flatMap((facet) => [
      [facet, "any", "true"] as const,
      ...(FACETS[facet] as readonly string[]).map(conditionOf(facet)),
    ]),
    ...SLICE_NAMES.flatMap((slice) => (SLICES[slice] as readonly string[]).map(conditionOf(slice))),
  ];
  const queries = [...FACET_NAMES, ...SLICE_NAMES].map((facet) => {
    const columns = counts.flatMap(([of, , condition]) =>
      of === facet
        ? [
            `count(*) filter (where ${condition})::int`,
            `count(distinct accession_number) filter (where ${condition})::int`,
          ]
        : [],
    );
    return `select array[${columns.join(", ")}] as found from listing where ${plainCondition(asked, facet)}`;
  });
  const { rows } = await client.query<{ found: number[] }>(
    [
      ...queries,
      `select array[count(*)::int, count(distinct accession_number)::int] from listing where ${plainCondition(asked)}`,
    ].join(" union all "),
  );
  const pairs = rows.flatMap(({ found }) =>
    Array.from({ length: found.length / 2 }, (_, at) => ({ trades: found[2 * at], filings: found[2 * at + 1] })),
  );
  return { found: pairs.at(-1), byChoice: counts.map(([facet, value], at) => ({ facet, value, ...pairs[at] })) };
}

const facetsOf = (asked: Asked) =>
  copy.ask((connection, _, classes, lines) =>
    countFacets(connection, classes, lines(), readFilter({ ...asked, filter: asked.params, today: TODAY })),
  );

async function expectEqualCounts(asked: Asked) {
  const [counted, plain] = [await facetsOf(asked), await plainCounts(asked)];
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
      expect(found, name).toEqual(await findSorted(db, lines, place));
      const next: Cursor | undefined = found?.at(-1);
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
  for (let n = 201; n <= 210; n++) await putFiling(n);
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
  await putFiling(211);
  copy = await ListingCopy.open(folder, MEMORY);
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
  writeFileSync(join(folder, "listing.duckdb"), "not a database");
  copy = await ListingCopy.open(folder, MEMORY);
  expect(copy.held).toBeNull();
  expect(await facetsOf({ params: [], ...NOBODY })).toBeNull();
  expect(await copy.follow(client)).toBe("filled");
  await expectEqualCounts({ params: [], ...NOBODY });
});

test("a site asks over a socket, and the same question again is answered from memory until the record changes", async () => {
  const socket = join(folder, "test.sock");
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
  await putFiling(212);
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

/** The groups of a filter by plain SQL: the reports of a trade are found one by one. */
async function plainGroups(asked: Asked, by: Group) {
  const key = {
    issuer: "l.issuer_cik",
    insider: "l.owner_cik",
    industry: "coalesce((select left(code, 2) from industry where cik = l.issuer_cik), 'unknown')",
    month: "to_char(l.transaction_date, 'YYYY-MM')",
    "issuer-day": "l.issuer_cik || '-' || l.transaction_date",
    role: "named.role",
  };
  const roles = ROLES.map((role, at) => `('${role}', ${1 << at})`).join(", ");
  const isInRole = by === "role" ? "l.roles & named.bit <> 0" : "named.bit = 1";
  const day = hasMonths(by) ? "least(transaction_date, filing_date)" : "transaction_date";
  const owners = by === "insider" ? "l.table_number <> ''" : "l.owner_position = 1 and l.table_number <> ''";
  const picked = plainCondition(asked).replace("owner_position = 1 and table_number <> ''", "true");
  const { rows } = await client.query(`
    with picked as (
      select *, accession_number || '#' || table_number || '-' || line as place,
        code in ('P', 'S') and table_number = 'I' and apart is null and not is_implausible as counts,
        case when shares * price > 1e20 then 1e20 else shares * price end as value_or_most, ${key[by]} as key
      from listing l, (values ${roles}) as named (role, bit) where ${isInRole} and ${owners} and ${picked}),
    trades as (
      select *, to_char(least(transaction_date, filing_date), 'YYYY-MM') as month from picked p
      where key is not null and (event is null or not exists (
        select from picked o where o.event = p.event and o.key = p.key and o.place <> p.place
          and (o.is_implausible, o.place <> o.event, o.accession_number) < (p.is_implausible, p.place <> p.event, p.accession_number)))),
    months as (
      select key, json_agg(json_build_object('month', month, 'purchases', purchases, 'sales', sales) order by month) as months from (
        select key, month, count(*) filter (where code = 'P') as purchases, count(*) filter (where code = 'S') as sales
        from trades where counts and month is not null group by key, month) as by_month
      group by key)
    select key, count(*)::int as trades, count(distinct issuer_cik)::int as issuers, count(distinct owner_cik)::int as insiders,
      count(distinct owner_cik) filter (where counts and code = 'P')::int as buyers,
      count(distinct owner_cik) filter (where counts and code = 'S')::int as sellers,
      count(*) filter (where counts and code = 'P')::int as purchases, count(*) filter (where counts and code = 'S')::int as sales,
      case when bool_or(counts and code = 'P') then trim_scale(sum(value_or_most) filter (where counts and code = 'P'))::text
        else '0' end as bought,
      case when bool_or(counts and code = 'S') then trim_scale(sum(value_or_most) filter (where counts and code = 'S'))::text
        else '0' end as sold,
      count(*) filter (where counts and shares * price is null)::int as "valueMissing",
      count(*) filter (where code in ('P', 'S') and table_number = 'I' and counts is not true)::int as "leftOut",
      min(${day})::text as first, max(${day})::text as last,
      ${!hasMonths(by) ? "null" : "coalesce((select m.months from months m where m.key = t.key), '[]')"} as months
    from trades t group by key order by key`);
  return rows;
}

test("groups have the trades and values of plain SQL, each trade once", async () => {
  for (let n = 0; n < 90; n++) {
    const asked = anyFilter();
    const by = of(GROUPS);
    if (by === "insider") asked.insiders = null;
    const found = await copy.ask((connection, _, classes, lines) =>
      groupTrades(
        connection,
        classes,
        lines(),
        readFilter({ ...asked, filter: asked.params, today: TODAY }),
        { by, insidersFrom: 1, totalFrom: "0", sort: { column: "trades", descending: true }, after: 0 },
        { limit: 1000, withMonths: true },
      ),
    );
    const groups = (found?.groups ?? []).map(({ day, ...group }) => ({ ...group, key: groupId({ ...group, day }) }));
    const inOrder = groups.sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(inOrder, `${by} ${JSON.stringify(asked)}`).toEqual(await plainGroups(asked, by));
  }
});

test("trades are in the group of the industry that is known now, and those of an issuer without one in a group of their own", async () => {
  const of = async () => new Map((await groupsOf({ by: "industry" }))?.groups.map(({ key, trades }) => [key, trades]));
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

const groupsOf = (grouping: Partial<Grouping> & Pick<Grouping, "by">, filter: [string, string][] = []) =>
  copy.ask((connection, _, classes, lines) =>
    groupTrades(
      connection,
      classes,
      lines(),
      readFilter({ filter, ...NOBODY, today: TODAY }),
      { insidersFrom: 1, totalFrom: "0", sort: { column: "trades", descending: true }, after: 0, ...grouping },
      { limit: 1000, withMonths: true },
    ),
  );

test("a page behind the last group says how many groups there are", async () => {
  const all = await groupsOf({ by: "issuer" });
  expect(all?.count).toBeGreaterThan(0);
  expect(await groupsOf({ by: "issuer", after: 1000 })).toEqual({ ...all, groups: [] });
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
  const found = await groupsOf({ by: "month" }, filter);
  expect(found).toMatchObject({ count: 1, ungrouped: 0 });
  expect(found?.groups).toMatchObject([
    { key: "2001-03", trades: 1, insiders: 0, sales: 1, valueMissing: 1, bought: "0", sold: null },
  ]);
  expect((await groupsOf({ by: "month", insidersFrom: 2 }, filter))?.count).toBe(0);
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
    const found = await groupsOf({ by }, filed);
    expect(found, by).toMatchObject({ count: 2, ungrouped: 1 });
    for (const { first, last, trades } of found?.groups ?? []) {
      const { filter } = parseFilter([...filed, ["traded-from", first ?? ""], ["traded-to", last ?? ""]]);
      expect((await countFilings(databaseOn(client), filter)).rows.count, `${by} ${first}`).toBe(trades);
      expect(trades).toBe(1);
    }
  }
});

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
  expect(said.mock.calls[2]?.[0]).toContain("We fill it again.");
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
  await putFiling(213);
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

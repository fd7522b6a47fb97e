import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { countImplausible } from "@/db/queries/count-implausible";
import type { listFilingEntries } from "@/db/queries/filing-entries";
import { countFilings, countListed, countUndated, listFilings } from "@/db/queries/list-filings";
import { listIndustries } from "@/db/queries/read-parties";
import { citedIds } from "@/db/schema/note-places";
import type { Db } from "@/db/server/client";
import { type FilingFilter, parseFilter } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import type { FilingPage } from "@/lib/views/lists";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { createDatabaseWith } from "@/testing/database-with";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

/** What pages show of a filing is loaded once, because it does not depend on the list. */
vi.mock("@/db/queries/filing-entries", async (importOriginal) => {
  const original = await importOriginal<{ listFilingEntries: typeof listFilingEntries }>();
  const known = new WeakMap<Db, Map<string, FilingEntry>>();
  return {
    listFilingEntries: async (db: Db, numbers: string[]) => {
      const entries = known.get(db) ?? new Map<string, FilingEntry>();
      known.set(db, entries);
      const loaded = await original.listFilingEntries(
        db,
        numbers.filter((number) => !entries.has(number)),
      );
      for (const entry of loaded) entries.set(entry.filing.accessionNumber, entry);
      return numbers.flatMap((number) => entries.get(number) ?? []);
    },
  };
});

/** Each filter as SQL over the record: of the filing `f`, or of its current transaction `r` with the reading `t` of its notes. */
const IN_SQL: Record<string, (value: string) => string> = {
  issuer: (cik) => `f.issuer_cik = '${cik}'`,
  "issuer name": (word) =>
    `f.issuer_cik in (select cik from issuer_name where words @@ to_tsquery('simple', '${word}:*'))`,
  insider: (cik) =>
    `exists (select from filing_owner o where o.accession_number = f.accession_number and cik = '${cik}')`,
  "insider name": (word) => `exists (select from filing_owner o join owner_name using (cik)
    where o.accession_number = f.accession_number and words @@ to_tsquery('simple', '${word}:*'))`,
  "filed-from": (day) => `f.filing_date >= '${day}'`,
  "filed-to": (day) => `f.filing_date <= '${day}'`,
  form: (form) => `f.document_type = '${form}'`,
  code: (code) => `r.transaction_code = '${code}'`,
  "traded-from": (day) => `r.transaction_date >= '${day}'`,
  "traded-to": (day) => `r.transaction_date <= '${day}'`,
  plan: (plan) =>
    plan === "under"
      ? "t.plan_state is not null"
      : `r.transaction_code in ('P', 'S') and t.plan_state is null and f.aff10b5_one is ${plan === "no-box" ? "null" : "not null"}`,
  "adopted-from": (day) => `t.plan_adopted_on >= '${day}'`,
  "adopted-to": (day) => `t.plan_adopted_on <= '${day}'`,
  "adopted-days-from": (days) => `r.transaction_date - t.plan_adopted_on >= ${days}`,
  "adopted-days-to": (days) => `r.transaction_date - t.plan_adopted_on <= ${days}`,
  "price-range": (kind) =>
    kind === "stated" ? "t.range_low is not null" : "t.range_currency = 'USD' and t.range_high - t.range_low > 1",
  implausible: (yes) => `i.field is ${yes === "yes" ? "not null" : "null"}`,
  "filed-within": (period) => `f.filing_date >= date '${TODAY}' - ${Number.parseInt(period, 10) - 1}`,
  "traded-within": (period) =>
    `r.transaction_date between date '${TODAY}' - ${Number.parseInt(period, 10) - 1} and '${TODAY}'`,
  role: (role) =>
    `exists (select from filing_owner o where o.accession_number = f.accession_number and ${ROLE_IN_SQL[role]})`,
  sic: (digits) =>
    digits === "unknown"
      ? "not exists (select from industry where industry.cik = f.issuer_cik)"
      : `exists (select from industry where industry.cik = f.issuer_cik and code like '${digits}%')`,
  label: (label) => `h.label = '${label}'`,
  first: (which) => (which === "2y" ? "h.is_first_in_two_years" : "h.is_first"),
  pattern: (pattern) => `p.pattern = '${pattern}'`,
  "cluster-from": (insiders) => `k.insiders >= ${insiders}`,
  facts: (which) => `r.line is not null and ${which === "with" ? "" : "not "}exists (
    select from footnote n join searched_note s using (accession_number, position)
    where n.accession_number = f.accession_number and s.states_facts and n.footnote_id = any(${citedIds("r")}))`,
  side: (side) => `r.acquired_disposed_code = '${side}'`,
  ownership: (letter) => `r.direct_or_indirect = '${letter}'`,
  table: (table) => `r.table_number = '${table}'`,
  "price-from": (price) => `${PLAUSIBLE} and t.currency is null and r.price_per_share >= ${price}`,
  "price-to": (price) => `${PLAUSIBLE} and t.currency is null and r.price_per_share <= ${price}`,
  "shares-from": (shares) => `${PLAUSIBLE} and r.transaction_shares >= ${shares}`,
  "shares-to": (shares) => `${PLAUSIBLE} and r.transaction_shares <= ${shares}`,
  "value-from": (value) => `${PLAUSIBLE} and ${VALUE} >= ${value}`,
  "value-to": (value) => `${PLAUSIBLE} and ${VALUE} <= ${value}`,
  "change-from": (percent) => `${CHANGE} >= ${percent}`,
  "change-to": (percent) => `${CHANGE} <= ${percent}`,
  position: (turn) =>
    turn === "new"
      ? `${HOLDING} and ${BEFORE} = 0 and r.shares_owned_following > 0`
      : `${HOLDING} and ${BEFORE} > 0 and r.shares_owned_following = 0`,
  "delay-from": (days) => `(l.rows -> (r.table_number || '-' || r.line) ->> 'days')::int >= ${days}`,
  "delay-to": (days) => `(l.rows -> (r.table_number || '-' || r.line) ->> 'days')::int <= ${days}`,
  // Without a transaction, the filing as a whole.
  late: () =>
    "case when r.line is null then l.is_late else (l.rows -> (r.table_number || '-' || r.line) ->> 'due')::date < f.filing_date end",
  amended: () =>
    "(f.document_type like '%/A' or exists (select from amendment_link a where a.accession_number = f.accession_number and a.amended_by is not null))",
  joint: () => "(select count(*) from filing_owner o where o.accession_number = f.accession_number) > 1",
};
/** For relative dates: the day after the newest filing of the sample and the corpus. */
const TODAY = "2025-07-01";
/** A title in the remarks is their first sentence. */
const titleInSql =
  "(case when o.officer_title ~* '^see remarks' then substring(f.remarks from '^Officer title:.*') else o.officer_title end)";
/** Other tests have more titles than the sample and the corpus. */
const ROLE_IN_SQL: Record<string, string> = {
  director: "o.is_director",
  officer: "o.is_officer",
  "ten-percent": "o.is_ten_percent_owner",
  // One real title is that of a part of the issuer: CEO Worldwide Amazon Stores. The form cuts off a title after 30 characters.
  ceo: `${titleInSql} ~* '\\m(ceo|chief executive)\\M' and ${titleInSql} !~* 'worldwide'`,
  cfo: `${titleInSql} ~* '\\m(cfo|chief financial officer)\\M'`,
};
const PLAUSIBLE = "i.field is null";
const VALUE =
  "case when t.currency is null and r.table_number = 'I' then coalesce(r.transaction_total_value, r.transaction_shares * r.price_per_share) end";
const BEFORE =
  "r.shares_owned_following - r.transaction_shares * case r.acquired_disposed_code when 'A' then 1 when 'D' then -1 end";
const HOLDING = `${PLAUSIBLE} and c.reason ->> 'kind' is distinct from 'one balance for several rows' and ${BEFORE} >= 0`;
const CHANGE = `case when ${HOLDING} and ${BEFORE} > 0 then (r.shares_owned_following - (${BEFORE})) * 100 / (${BEFORE}) end`;
const OF_FILING = [
  "issuer",
  "issuer name",
  "sic",
  "insider",
  "insider name",
  "filed-from",
  "filed-to",
  "filed-within",
  "form",
  "role",
  "late",
  "amended",
  "joint",
];

type Value = [name: string, value: string];

/** Two values of each filter that occur in the database: common and rare, early and late. */
async function valuesIn({ pool }: TestDatabase): Promise<Value[]> {
  const one = async (query: string) => {
    const { rows } = await pool.query<{ value: string }>(query);
    return rows.map(({ value }) => value);
  };
  const ends = async (column: string, from: string) => {
    const [early, late] = await one(`
      select unnest(percentile_disc(array[0.3, 0.8]) within group (order by ${column}))::text as value from ${from}`);
    return [
      ["from", late],
      ["to", early],
    ] as const;
  };
  const most = (column: string, from: string) =>
    one(
      `select ${column} as value from ${from} where ${column} is not null group by 1 order by count(*) desc, 1 limit 1`,
    );
  const values: Value[] = [
    ["code", "S"],
    ["code", "W"],
    ["form", "4"],
    ["form", "5/A"],
    ...(["under", "not-indicated", "no-box"] as const).map((plan): Value => ["plan", plan]),
    ["price-range", "stated"],
    ["price-range", "wide"],
    ["implausible", "yes"],
    ["implausible", "no"],
    ["adopted-days-from", "120"],
    ["adopted-days-to", "120"],
    ["role", "director"],
    ["label", "routine"],
    ["label", "opportunistic"],
    ["label", "unclassified"],
    ["first", "1"],
    ["first", "2y"],
    ["pattern", "exercise-and-sale"],
    ["pattern", "gift-before-fall"],
    ["cluster-from", "3"],
    ["facts", "with"],
    ["facts", "without"],
    ["sic", "unknown"],
    ["side", "A"],
    ["ownership", "I"],
    ["table", "II"],
    ["change-from", "12.5"],
    ["change-to", "-50"],
    ["position", "new"],
    ["delay-from", "3"],
    ["delay-to", "2"],
    ["late", "1"],
    ["amended", "1"],
    ["joint", "1"],
    ["filed-within", "60d"],
    ["traded-within", "90d"],
  ];
  for (const cik of await most("issuer_cik", "filing")) values.push(["issuer", cik]);
  for (const code of await most("code", "industry")) values.push(["sic", code], ["sic", code.slice(0, 2)]);
  for (const cik of await most("cik", "filing_owner")) values.push(["insider", cik]);
  for (const word of await most("lower(split_part(name, ' ', 1))", "issuer_name")) values.push(["issuer name", word]);
  for (const word of await most("left(lower(name), 1)", "owner_name")) values.push(["insider name", word]);
  for (const [end, day] of await ends("filing_date", "filing")) values.push([`filed-${end}`, day ?? ""]);
  for (const [end, day] of await ends("transaction_date", "filing_row")) values.push([`traded-${end}`, day ?? ""]);
  for (const [end, price] of await ends("price_per_share", "filing_row")) values.push([`price-${end}`, price ?? ""]);
  for (const [end, shares] of await ends("transaction_shares", "filing_row"))
    values.push([`shares-${end}`, shares ?? ""]);
  for (const [end, value] of await ends("transaction_shares * price_per_share", "filing_row where table_number = 'I'"))
    values.push([`value-${end}`, value ?? ""]);
  for (const [end, day] of await ends("plan_adopted_on", "trade_reading"))
    if (day) values.push([`adopted-${end}`, day]);
  return values.filter(([, value]) => value !== "");
}

/** Further values, which are not paired with others. */
const ALONE: Value[] = [
  ["role", "ten-percent"],
  ["role", "officer"],
  ["role", "ceo"],
  ["role", "cfo"],
  ["side", "D"],
  ["ownership", "D"],
  ["table", "I"],
  ["position", "closed"],
];
/** Lists are read for all single filters and for one pair in this many, because they take longer than counts. */
const LISTED_PAIRS = 3;

function filterOf(values: readonly Value[]): FilingFilter {
  const { filter, ignored } = parseFilter(
    values.map(([name, value]) => [name.replace(" name", ""), value] as const),
    { today: TODAY },
  );
  expect(ignored).toEqual([]);
  return filter;
}

/** A current transaction, or a filing without one, and which conditions it meets. */
type PlainRow = { filing: string; isRow: boolean; meets: boolean[] };
/** Conditions that are no filter of their own. */
const OTHERS = { undated: "f.filing_date is null", "left out": "i.field is not null" } as const;
type Plain = (
  values: readonly Value[],
  onlyTransactions: boolean,
  other?: keyof typeof OTHERS,
) => { rows: number; filings: number };

/** The rows and filings that any of the values meet together, by one plain query that tests each condition on every row of the record. */
async function readRecord({ pool }: TestDatabase, values: readonly Value[]): Promise<Plain> {
  const ofValues = values.map(([name, value]) => IN_SQL[name]?.(value) ?? "false");
  const conditions = [...ofValues, ...Object.values(OTHERS)];
  const { rows: record } = await pool.query<PlainRow>(`
    select f.accession_number as filing, r.line is not null as "isRow",
      array[${conditions.map((condition) => `coalesce((${condition}), false)`).join(", ")}] as meets
    from filing f left join lateness l using (accession_number) left join (filing_row r
      left join trade_reading t using (accession_number, table_number, line)
      left join implausible_row i using (accession_number, table_number, line)
      left join row_check c using (accession_number, table_number, line)
      left join trade_history h using (accession_number, table_number, line)
      left join row_pattern p using (accession_number, table_number, line)
      left join trade_cluster k using (accession_number, table_number, line)
    ) on r.accession_number = f.accession_number and r.kind = 'transaction' and not exists (
      select from superseded_row s
      where (s.accession_number, s.table_number, s.line) = (r.accession_number, r.table_number, r.line))`);
  const placeOf = new Map([...values, ...Object.keys(OTHERS)].map((condition, at) => [condition, at]));
  return (asked, onlyTransactions, other) => {
    const places = [...asked, ...(other ? [other] : [])].map((condition) => placeOf.get(condition) ?? -1);
    const asksRows = onlyTransactions || asked.some(([name]) => !OF_FILING.includes(name));
    const met = record.filter(({ isRow, meets }) => (isRow || !asksRows) && places.every((at) => meets[at]));
    return { rows: met.length, filings: new Set(met.map(({ filing }) => filing)).size };
  };
}

/** We read only the beginning of longer lists, because each filing is loaded with everything that pages show of it. */
const MOST_LISTED = 150;

/** The filings of a list, page by page, with the rows that the list shows of them. */
async function listAll(db: TestDatabase["db"], filter: FilingFilter, onlyTransactions: boolean) {
  const numbers: string[] = [];
  let rows = 0;
  let after: FilingPage["next"] = null;
  do {
    const page: FilingPage = await listFilings(db, filter, { after, limit: MOST_LISTED / 3, onlyTransactions });
    for (const entry of page.entries) {
      numbers.push(entry.filing.accessionNumber);
      rows += matchingRows(entry, filter).length;
    }
    const places = page.entries.map(({ filing }) => `${filing.orderedAt} ${filing.accessionNumber}`);
    expect(places, "newest first").toEqual([...places].sort().reverse());
    after = page.next;
  } while (after && numbers.length < MOST_LISTED);
  expect(new Set(numbers).size, "no filing twice").toBe(numbers.length);
  return after === null ? { rows, filings: numbers.length } : "more";
}

const listed = (found: { filings: number; rows?: number }) => (found.filings > MOST_LISTED ? "more" : found);

const SOURCES: [string, () => Promise<TestDatabase>][] = [["the sample", () => createDatabaseWith("sample")]];
const corpus = corpusFolder();
if (corpus !== null) {
  SOURCES.push([
    "real filings",
    async () => {
      const database = await createDatabaseWith("real_filings");
      await ingestFiles(database, (await listFiles(corpusFiles(corpus, "txt"))).files, { isSample: false });
      return database;
    },
  ]);
}

describe.each(SOURCES)("in %s, for each filter and each pair of filters", (_name, create) => {
  let database: TestDatabase;
  let filters: Value[][];
  let countInRecord: Plain;
  beforeAll(async () => {
    database = await create();
    const values = await valuesIn(database);
    countInRecord = await readRecord(database, [...values, ...ALONE]);
    const pairs = values.flatMap((one, at) => values.slice(at + 1).map((other) => [one, other]));
    // The same filter twice means "or", or is an error.
    filters = [
      [],
      ...[...values, ...ALONE].map((one) => [one]),
      ...pairs.filter(([one, other]) => nameOf(one) !== nameOf(other)),
    ];
  });
  afterAll(() => database.drop());

  const nameOf = (value?: Value) => value?.[0].replace(" name", "");

  test("the list of transactions, its counts and a plain query over the record agree", async () => {
    for (const [at, values] of filters.entries()) {
      const filter = filterOf(values);
      const expected = countInRecord(values, true);
      const { rows, filings } = await countFilings(database.db, filter);
      const name = JSON.stringify(values);
      expect({ rows: rows.count, filings: filings.count }, name).toEqual(expected);
      if (values.length === 2 && at % LISTED_PAIRS > 0) continue;
      expect(await listAll(database.db, filter, true), name).toEqual(listed(expected));
    }
  }, 300_000);

  test("the list of filings, its count, the filings without a date and a plain query agree", async () => {
    for (const [at, values] of filters.entries()) {
      const filter = filterOf(values);
      const { filings } = countInRecord(values, false);
      const name = JSON.stringify(values);
      expect((await countListed(database.db, filter, false)).count, name).toBe(filings);
      const [undated, others] = [
        await countUndated(database.db, filter, false),
        values.filter(([name]) => !name.startsWith("filed-")),
      ];
      const without = countInRecord(others, false, "undated");
      expect(undated?.count ?? null, name).toBe(others.length < values.length ? without.filings : null);
      if (values.length === 2 && at % LISTED_PAIRS !== 1) continue;
      const all = await listAll(database.db, filter, false);
      expect(all === "more" ? all : all.filings, name).toBe(filings > MOST_LISTED ? "more" : filings);
    }
  }, 300_000);

  test("a plain query finds as implausible the same rows that sums leave out", async () => {
    for (const values of filters) {
      const { rows } = countInRecord(values, true, "left out");
      expect((await countImplausible(database.db, filterOf(values))).implausible.count, JSON.stringify(values)).toBe(
        rows,
      );
    }
  });
});

test("a trade whose filing has no date but one that charts do not show is found by its own day", async () => {
  const database = await createTestDatabase();
  try {
    const trade = (n: number, period: string, date: string) =>
      filingForTest({ n, period, rows: [{ code: "P", letter: "A", date, shares: "100", price: "10" }] });
    await ingestFiles(database, [trade(1, "1895-03-08", "1895-03-01"), trade(2, "2205-03-01", "2205-03-01")], {
      isSample: false,
    });
    for (const [day, number] of [
      ["1895-03-01", "9999000001-25-000001"],
      ["2205-03-01", "9999000001-25-000002"],
    ] as const) {
      const filter = filterOf([
        ["traded-from", day],
        ["traded-to", day],
      ]);
      const { entries } = await listFilings(database.db, filter, { after: null, limit: 10, onlyTransactions: true });
      expect(entries.map(({ filing }) => filing.accessionNumber)).toEqual([number]);
    }
  } finally {
    await database.drop();
  }
});

test("counts of choices ask for the issuers of an industry by CIK, and of these only for those that are named", async () => {
  const database = await createTestDatabase();
  try {
    const rows = [{ code: "S", letter: "D", date: "2025-03-03", shares: "100", price: "1" }] as const;
    const [otter, harrow]: [string, string, string][] = [
      ["9900777", "Otter Holdings", "OTTR"],
      ["9900778", "Harrow Bank", "HRRW"],
    ];
    const filings = [
      filingForTest({ n: 1, filed: "2025-03-05", sic: "TRANSFORMERS [3612]", rows: [...rows] }),
      filingForTest({ n: 2, filed: "2025-03-05", sic: "SWITCHGEAR [3613]", issuer: otter, rows: [...rows] }),
      filingForTest({ n: 3, filed: "2025-03-05", issuer: harrow, rows: [...rows] }),
    ];
    await ingestFiles(database, filings, { isSample: false });
    const inOrder = (ciks: string[] | null | undefined) => ciks && [...ciks].sort();
    const asked = async (...digits: string[]) => {
      const found = await listIndustries(database.db, digits);
      return found && { ciks: inOrder(found.ciks), orAllBut: inOrder(found.orAllBut) };
    };
    const classified = await asked("36", "unknown");
    expect(await asked()).toBeNull();
    expect(await asked("36")).toEqual({ ciks: ["9900208", "9900777"], orAllBut: null });
    expect(classified?.ciks).toEqual(["9900208", "9900777"]);
    expect(classified?.orAllBut).toEqual(expect.arrayContaining(["9900208", "9900777"]));
    expect(classified?.orAllBut).not.toContain("9900778");
    expect((await asked("unknown"))?.ciks).toEqual([]);
    const unknown = await listFilings(database.db, filterOf([["sic", "unknown"]]), {
      after: null,
      limit: 10,
      onlyTransactions: true,
    });
    expect(unknown.entries.map(({ filing }) => filing.issuer.cik)).toEqual(["9900778"]);
  } finally {
    await database.drop();
  }
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { searchNotes, streamNotes } from "@/db/queries/search-notes";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { FoundNote, NoteOrder, NotePage, NoteSearch } from "@/lib/note-search/note-search";
import { type FilingForTest, filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const OTHER: [string, string, string] = ["9900209", "Ostrander Foods", "OSTR"];
const FALK: [string, string] = ["9900417", "Falk Dmitri"];

const PLAN = "Sold under a Rule 10b5-1 trading plan adopted on March 3, 2025.";
const TRUST = "Held by the Marrow Family Trust, of which the reporting person is a trustee.";
const RANGE =
  "The price is a weighted average. The shares were sold in several transactions at prices ranging from $10.00 to $10.75.";

const sale = (date: string, priceNote?: string, code = "S") =>
  ({ code, letter: code === "S" ? "D" : "A", date, shares: "10", price: "10.5", priceNote }) as const;

/** From the oldest to the newest. */
const FILINGS: FilingForTest[] = [
  { n: 1, filed: "2024-11-05", notes: { F1: PLAN }, rows: [sale("2024-11-04", "F1")] },
  {
    n: 2,
    filed: "2025-02-03",
    issuer: OTHER,
    owner: FALK,
    notes: { F1: TRUST, F2: RANGE },
    remarks: "Exhibit 24: power of attorney; the trust is not a party to the plan.",
    rows: [sale("2025-02-01", "F2"), { held: "90", nature: "By trust", heldNote: "F1" }],
  },
  // A late report: the trade was made half a year before.
  {
    n: 3,
    filed: "2025-06-02",
    notes: { F1: PLAN },
    rows: [sale("2024-11-20", "F1"), sale("2025-06-02", undefined, "P")],
  },
  {
    n: 4,
    filed: "2025-06-03",
    form: "5",
    jointOwners: [FALK],
    notes: { F1: TRUST },
    rows: [sale("2025-06-02", "F1", "P")],
  },
  { n: 5, period: "2025-06-10", notes: { F1: `${PLAN} ${TRUST}` }, rows: [sale("2025-06-09", "F1")] },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestFiles(database, FILINGS.map(filingForTest), { isSample: false });
});
afterAll(() => database.drop());

const search = (asked: Partial<NoteSearch>, order: NoteOrder = "newest", limit = 50): Promise<NotePage> =>
  searchNotes(database.db, { ...NO_FILTER, q: "", facts: [], ...asked }, { order, after: null, limit });

const named = ({ entry, footnoteId }: FoundNote) =>
  `${Number(entry.filing.accessionNumber.slice(-6))} ${footnoteId ?? "remarks"}`;

const found = async (asked: Partial<NoteSearch>, order?: NoteOrder) => {
  const { notes, count } = await search(asked, order);
  expect(count.count).toBe(notes.length);
  return notes.map(named);
};

describe("words", () => {
  test.each([
    ["plan", ["5 F1", "3 F1", "2 remarks", "1 F1"]],
    ["TRUSTEES", ["5 F1", "4 F1", "2 F1"]],
    ["plan trust", ["5 F1", "2 remarks"]],
    ["plan -trust", ["3 F1", "1 F1"]],
    ['"family trust"', ["5 F1", "4 F1", "2 F1"]],
    ['"trust family"', []],
    ["exhibit or ranging", ["2 remarks", "2 F2"]],
    ["10b5-1", ["5 F1", "3 F1", "1 F1"]],
    ["march/3", ["5 F1", "3 F1", "1 F1"]],
    ["3/march", []],
    ["truste* -plan", ["4 F1", "2 F1"]],
    ["pow* attorn*", ["2 remarks"]],
    ["power or weig*", ["2 remarks", "2 F2"]],
    ["the*", []],
    ["-plan -trust", ["2 F2"]],
    ["-ra* plan", ["5 F1", "3 F1", "2 remarks", "1 F1"]],
    ["nothing", []],
  ])("%s", async (q, expected) => {
    expect(await found({ q })).toEqual(expected);
  });

  test("without words all notes are found, those of a filing in order, its remarks first", async () => {
    expect(await found({})).toEqual(["5 F1", "4 F1", "3 F1", "2 remarks", "2 F1", "2 F2", "1 F1"]);
    expect((await search({})).words).toBe("none");
  });

  test("words that all notes have find nothing, and the result says so", async () => {
    expect(await search({ q: "the of" })).toMatchObject({ notes: [], words: "common", count: { count: 0 } });
    expect(await found({ q: "the plan of" })).toHaveLength(4);
  });

  test.each([
    '"',
    '""',
    "-",
    "--",
    "*",
    "-*",
    "* *",
    "or",
    "or or",
    "-or",
    '-"',
    '"plan',
    'plan"',
    '"*"',
    "'",
    "'*",
    "\\*",
    "a\\'b*",
    "''*",
    "plan & trust | !x",
    "(((",
    ":*",
    "plan:*",
    "plan:a",
    "<->",
    "a <-> b",
    "!",
    "!!plan",
    "\0",
    "\0*",
    "plan\0*",
    "é*",
    "\ud800*",
    "😀*",
    "<b>",
    "</script>*",
    "/",
    "/*",
    "-/",
    "x/*",
    "%",
    "_",
    "$1",
    "1,000.50*",
    "-1",
    "- 1",
    "3/15/2021*",
    "a-b-c*",
    "www.sec.gov/x*",
    "x@y.z*",
    "or* or",
    "* or plan",
    "a".repeat(200),
    `${"a* ".repeat(66)}`,
    `${"-a* ".repeat(50)}`,
    `${'"a b" '.repeat(33)}`,
    `${"or ".repeat(66)}`,
  ])("odd queries do not fail: %j", async (q) => {
    for (const order of ["newest", "best"] as const) {
      const { notes, count } = await search({ q }, order);
      expect(notes.length).toBe(count.count);
    }
  });

  test("finds the same as PostgreSQL's web search, if there are only whole words", async () => {
    const terms = [
      "plan",
      "trust",
      "-trust",
      "or",
      '"family trust"',
      '-"trading plan"',
      "the",
      "-",
      "exhibit",
      "OR",
      '"weighted',
    ];
    let state = 7;
    const below = (limit: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % limit;
    };
    for (let times = 0; times < 60; times++) {
      const q = Array.from({ length: 1 + below(5) }, () => terms[below(terms.length)]).join(" ");
      const { rows } = await database.db.execute<{ n: string }>(
        sql`select count(*) as n from searched_note where words @@ websearch_to_tsquery('english', ${q})`,
      );
      expect((await search({ q })).count.count, q).toBe(Number(rows[0]?.n));
      // A beginning that no note has changes nothing either.
      if (!q.includes('"weighted')) {
        expect((await search({ q: `${q} or zzzz*` })).count.count, q).toBe(Number(rows[0]?.n));
      }
    }
  });

  test("finds words on both sides of a slash or after a sign", async () => {
    await ingestFiles(
      database,
      [
        filingForTest({
          n: 90,
          filed: "2020-01-02",
          notes: { F1: "Gift/bequest &lt;see below and/or Annex" },
          rows: [],
        }),
      ],
      { isSample: false },
    );
    for (const q of ["bequest", "see", "annex", '"gift/bequest"', "gift/bequest", "gift/beq*"]) {
      expect(await found({ q, filedTo: "2020-12-31" }), q).toEqual(["90 F1"]);
    }
    const [note] = (await search({ q: "bequest" })).notes;
    expect(note?.text).toBe("Gift/bequest <see below and/or Annex");
    expect(note?.snippet[0]?.parts).toEqual([
      { text: "Gift/", isMatch: false },
      { text: "bequest", isMatch: true },
      { text: " <see below and/or Annex", isMatch: false },
    ]);
    await database.pool.query("delete from filing where accession_number like '%000090'");
  });
});

describe("filters", () => {
  test.each<[string, Partial<NoteSearch>, string[]]>([
    ["issuer by CIK", { q: "trust", issuer: [{ cik: OTHER[0] }] }, ["2 remarks", "2 F1"]],
    ["issuer by words", { issuer: [{ words: ["ostr"] }], q: "weighted" }, ["2 F2"]],
    [
      "one of two issuers",
      { q: "10b5", issuer: [{ cik: OTHER[0] }, { words: ["kestrel"] }] },
      ["5 F1", "3 F1", "1 F1"],
    ],
    ["insider, alone or jointly", { insider: [{ cik: FALK[0] }], q: "family" }, ["4 F1", "2 F1"]],
    ["insider by words", { insider: [{ words: ["dmitri", "fal"] }], q: "family" }, ["4 F1", "2 F1"]],
    ["nobody of that name", { insider: [{ words: ["nobody"] }] }, []],
    ["form", { form: ["5"] }, ["4 F1"]],
    ["code of a row that cites the note", { q: "trust", code: ["P"] }, ["4 F1"]],
    ["code, for remarks of any row", { q: "attorney", code: ["S"] }, ["2 remarks"]],
    ["a code of another row", { q: "plan", code: ["P"] }, []],
    ["filed", { filedFrom: "2025-02-03", filedTo: "2025-06-02" }, ["3 F1", "2 remarks", "2 F1", "2 F2"]],
    ["filed from", { q: "plan", filedFrom: "2025-02-04" }, ["3 F1"]],
    ["filed on no day", { filedFrom: "2025-06-04", filedTo: "2025-06-03" }, []],
    ["traded within a month", { tradedFrom: "2025-02-01", tradedTo: "2025-02-28" }, ["2 remarks", "2 F2"]],
    ["traded, and filed late", { tradedFrom: "2024-11-04", tradedTo: "2024-11-20" }, ["3 F1", "1 F1"]],
    ["traded late, with its code", { tradedFrom: "2024-11-05", tradedTo: "2024-12-31", code: ["S"] }, ["3 F1"]],
    [
      "the code of one row and the day of another",
      { tradedFrom: "2024-11-05", tradedTo: "2024-12-31", code: ["P"] },
      [],
    ],
    ["traded from", { q: "plan", tradedFrom: "2025-02-02" }, ["5 F1"]],
    ["traded to", { q: "plan", tradedTo: "2024-11-04" }, ["1 F1"]],
    ["traded and filed", { tradedFrom: "2024-11-01", tradedTo: "2024-11-30", filedFrom: "2025-01-01" }, ["3 F1"]],
    ["a fact", { facts: [{ key: "plan_adopted", value: null }] }, ["5 F1", "3 F1", "1 F1"]],
    ["a fact and its value", { facts: [{ key: "holder", value: "trust" }] }, ["5 F1", "4 F1", "2 F1"]],
    ["a value that it has not", { facts: [{ key: "holder", value: "spouse" }] }, []],
    [
      "one of two facts",
      {
        facts: [
          { key: "price_ranges", value: null },
          { key: "holder", value: null },
        ],
        form: ["4"],
      },
      ["5 F1", "2 F1", "2 F2"],
    ],
    [
      "words, fact and filter",
      { q: "plan", facts: [{ key: "holder", value: null }], issuer: [{ cik: KESTREL[0] }] },
      ["5 F1"],
    ],
  ])("%s", async (_name, asked, expected) => {
    expect(await found(asked)).toEqual(expected);
    expect((await found(asked, "best")).sort()).toEqual([...expected].sort());
  });

  test("a filter on filing dates omits notes without one, and says how many", async () => {
    expect((await search({ q: "plan" })).undated).toBeNull();
    expect((await search({ q: "plan", filedFrom: "2000-01-01" })).undated).toEqual({ count: 1, countAtLeast: 1 });
    expect((await search({ q: "weighted", filedTo: "2030-01-01" })).undated).toEqual({ count: 0, countAtLeast: 0 });
  });

  test("many people with a name are looked up filing by filing", async () => {
    const names = Array.from({ length: 25 }, (_, at) => `('${9_990_000 + at}', 'Marrowfield ${at}', '')`).join(", ");
    await database.pool.query(`
      insert into issuer (cik, name, named_at) select cik, name, now() from (values ${names}) as made (cik, name, symbol);
      insert into issuer_name (cik, name, trading_symbol, named_at) select cik, name, symbol, now() from (values ${names}) as made (cik, name, symbol);
      insert into issuer_name (cik, name, trading_symbol, named_at) values ('${OTHER[0]}', 'Marrowfield Foods', '', now())`);
    expect(await found({ issuer: [{ words: ["marrowfield"] }], q: "trust" })).toEqual(["2 remarks", "2 F1"]);
  });
});

describe("a found note", () => {
  test("comes with its filing, the rows that cite it, its facts, and its text as filed", async () => {
    const [note] = (await search({ q: "ranging" })).notes;
    expect(note).toMatchObject({ position: 2, footnoteId: "F2", text: RANGE });
    expect(note?.entry.filing.issuer.name).toBe(OTHER[1]);
    expect(note?.rows.map(({ line }) => line)).toEqual([1]);
    const { priceRanges } = note?.facts ?? {};
    expect(priceRanges?.value).toEqual([{ low: "10.00", high: "10.75", currency: "USD" }]);
    expect(RANGE.slice(...(priceRanges?.spans[0] ?? [0, 0]))).toBe("$10.00 to $10.75");
  });

  test("of the remarks has no rows", async () => {
    const [note] = (await search({ q: "exhibit" })).notes;
    expect(note).toMatchObject({ position: 0, footnoteId: null, rows: [], facts: {} });
  });

  test("shows passages around the search words, in the words of the text", async () => {
    const long = `${"Nothing of note stands here at all, sentence by sentence. ".repeat(8)}The kestrel flew.${" And more of nothing follows behind it.".repeat(8)}`;
    await ingestFiles(database, [filingForTest({ n: 91, filed: "2020-01-02", notes: { F1: long }, rows: [] })], {
      isSample: false,
    });
    const [note] = (await search({ q: "kestrel" })).notes;
    expect(note?.snippet).toHaveLength(1);
    const [passage] = note?.snippet ?? [];
    expect(passage).toMatchObject({ isCutBefore: true, isCutBehind: true });
    expect(passage?.parts.filter(({ isMatch }) => isMatch)).toEqual([{ text: "kestrel", isMatch: true }]);
    expect(long).toContain(passage?.parts.map(({ text }) => text).join(""));
    const [beginning] =
      (await search({ issuer: [{ cik: KESTREL[0] }], filedTo: "2020-12-31" })).notes[0]?.snippet ?? [];
    expect(beginning).toMatchObject({ isCutBefore: false, isCutBehind: true });
    expect(long.startsWith(beginning?.parts[0]?.text ?? "?")).toBe(true);
    await database.pool.query("delete from filing where accession_number like '%000091'");
  });
});

describe("order and pages", () => {
  test("best first: notes with the words often and close together, and of equals the newest", async () => {
    const { notes, isCut } = await search({ q: "plan trust" }, "best");
    expect(notes.map(named)).toEqual(["2 remarks", "5 F1"]);
    expect(isCut).toBe(false);
    expect((await search({ q: "family" }, "best")).notes.map(named)).toEqual(["5 F1", "4 F1", "2 F1"]);
  });

  test.each(["newest", "best"] as const)("pages give the same as one query, %s first", async (order) => {
    const asked = { ...NO_FILTER, q: "plan or trust", facts: [] };
    const all = await search(asked, order);
    const pages: string[] = [];
    let page = await search(asked, order, 1);
    for (;;) {
      expect(page.count).toEqual(all.count);
      pages.push(...page.notes.map(named));
      if (!page.next) break;
      page = await searchNotes(database.db, asked, { order, after: page.next, limit: 1 });
    }
    expect(pages).toEqual(all.notes.map(named));
    expect(pages.length).toBeGreaterThan(4);
  });

  test("a stream gives all notes", async () => {
    const streamed: string[] = [];
    for await (const note of streamNotes(database.db, { ...NO_FILTER, q: "trust", facts: [] }))
      streamed.push(named(note));
    expect(streamed).toEqual(await found({ q: "trust" }));
    for await (const note of streamNotes(database.db, { ...NO_FILTER, q: "the", facts: [] })) expect(note).toBeNull();
  });
});
